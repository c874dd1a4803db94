/** A11 at the door: an account that is to end is signed out, signing in keeps it, and its name is nobody else's for a while. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { home, openSite, PASSWORD, problemOf, type TestSite } from "./accounts-site.ts";
import { addPasskey, halfOf, withApp } from "./factors-scene.ts";

const DAY = 24 * 60 * 60 * 1000;

let site: TestSite;

beforeAll(async () => {
  site = await openSite();
});

afterAll(() => site.close());

const codeOf = async (promise: Promise<unknown>) => (await problemOf(promise)).code;
const isToEnd = async (id: string) => (await site.read.deletions.of(id)) !== null;

it("the wish ends every session and socket at once, and a letter says until when", async () => {
  const { viewer, cookie } = await site.person("Anna");
  await site.services.ending.request(viewer, "anonymise");
  expect(await site.services.whoAsks(cookie)).toBeNull();
  expect(site.effects).toContainEqual({ kind: "rights", members: [viewer.id] });
  await expect.poll(() => site.mailsTo(viewer.email).at(-1)?.text).toContain("19 January 2026");
});

it("signing in keeps the account, but not before the second factor", async () => {
  const { viewer, code } = await withApp(site, "Bea");
  await site.services.ending.request({ ...viewer, provedAt: site.time.now }, "erase");
  const { half } = await halfOf(site, viewer.email);
  await site.services.accounts.signIn(home, { email: viewer.email, password: PASSWORD });
  expect(await isToEnd(viewer.id)).toBe(true);
  await site.services.factors.verify(half, home, { typed: code() });
  expect(await isToEnd(viewer.id)).toBe(false);
  await expect.poll(() => site.mailsTo(viewer.email).at(-1)?.subject).toBe("Your Glossa account stays");
});

it("afterwards no way leads in: password, passkey, reset link, or a link of an administrator", async () => {
  const { viewer, cookie } = await site.person("Cleo");
  const key = await addPasskey(site, { viewer, sessionId: await site.sessionId(cookie) });
  await site.services.accounts.requestReset(home, { email: viewer.email });
  await expect.poll(() => site.mailsTo(viewer.email).at(-1)?.subject).toBe("A new password for Glossa");
  const token = site.linkTo(viewer.email).split("/").at(-1) ?? "";
  await site.services.ending.request(viewer, "anonymise");
  site.time.now += 14 * DAY;
  await site.services.endAccounts(site.time.now);

  const { accounts, factors, admin } = site.services;
  expect(await codeOf(accounts.signIn(home, { email: viewer.email, password: PASSWORD }))).toBe("invalid");
  expect(await codeOf(factors.signIn(home, key.answer(await factors.ask(null, home, "sign-in"))))).toBe("invalid");
  expect(await codeOf(accounts.reset(home, { token, password: "eight louder gardens" }))).toBe("gone");
  const { viewer: root } = await site.person("Root");
  await site.storage.writer.transact((store) => store.members.update(root.id, { isAdmin: true }));
  expect(await codeOf(admin.resetLink(root, viewer.id))).toBe("not-found");
  expect((await admin.members(root, { query: "left" })).length).toBe(0);
});

it("the name is quarantined, look-alikes too, but not from whoever had it; the address is free", async () => {
  const { viewer } = await site.person("Ines Quast", "ines@example.org");
  await site.services.ending.request(viewer, "anonymise");
  site.time.now += 14 * DAY;
  await site.services.endAccounts(site.time.now);
  const signUp = (name: string, email: string) =>
    problemOf(site.services.accounts.signUp(home, { name, email, password: PASSWORD, timeZone: "UTC" }));
  expect(await signUp("Ines Quast", "other@example.org")).toEqual({ code: "invalid", fields: ["name"] });
  expect(await signUp("lnes  QUA\u0455T", "other@example.org")).toEqual({ code: "invalid", fields: ["name"] });
  const { viewer: eve } = await site.person("Eve");
  const { timeZone, pronouns } = eve;
  const rename = site.services.accounts.editProfile(eve, { name: "Ines Quast", pronouns, timeZone, hue: 1 });
  expect(await problemOf(rename)).toEqual({ code: "invalid", fields: ["name"] });
  expect((await signUp("Ines Quast", viewer.email)).code).toBe("none");
  const stored = JSON.stringify(site.storage.reader.sqlite.prepare("SELECT * FROM quarantined_names").all());
  expect(stored).not.toMatch(/quast|ines/i);
  site.time.now += 181 * DAY;
  expect((await signUp("Ines Quast", "other@example.org")).code).toBe("none");
});
