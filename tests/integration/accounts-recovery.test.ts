/** A5, A6 and A12: forgotten passwords, changed passwords, changed addresses, and what they end. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { home, openSite, PASSWORD, problemOf, type TestSite, tokenIn } from "./accounts-site.ts";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const NEW = "eight louder gardens";

let site: TestSite;

beforeAll(async () => {
  site = await openSite();
});

afterAll(() => site.close());

/** Asks from an address of its own, so that tests do not share limits. */
let asked = 0;
const forget = async (email: string): Promise<void> => {
  asked += 1;
  await site.services.accounts.requestReset({ ...home, address: `198.51.100.${asked}` }, { email });
};
const mailedTo = async (email: string, count: number): Promise<string> => {
  await expect.poll(() => site.mailsTo(email).length).toBe(count);
  return site.linkTo(email);
};

describe("A6: a forgotten password", () => {
  it("A10: gives the same answer for known and unknown addresses, and mail to the known one only", async () => {
    await site.person("Ada");
    const answers = await Promise.all(
      ["ada@example.org", "nobody@example.org"].map(async (email) => {
        const answer = await site.post("/forgot", { email });
        return [answer.status, await answer.text()];
      }),
    );
    expect(answers[0]).toEqual(answers[1]);
    await mailedTo("ada@example.org", 1);
    expect(site.mailsTo("nobody@example.org")).toEqual([]);
  });

  it("links to the configured origin, whatever Host the request named", async () => {
    await site.person("Host");
    await site.post("/forgot", { email: "host@example.org" }, { "x-forwarded-host": "evil.example" });
    expect(await mailedTo("host@example.org", 1)).toMatch(/^http:\/\/localhost:3000\/reset\//);
    expect(JSON.stringify(site.mails)).not.toContain("evil.example");
  });

  it("changes nothing when the link is only looked at, as mail scanners do", async () => {
    await site.person("Scan");
    await forget("scan@example.org");
    const token = tokenIn(await mailedTo("scan@example.org", 1));
    const changes = () => site.storage.reader.sqlite.pragma("data_version", { simple: true });
    const before = changes();
    for (let i = 0; i < 3; i += 1) expect(await (await fetch(`${site.url}/reset/${token}`)).text()).toBe("true");
    expect(changes()).toBe(before);
  });

  it("stores no token, only digests", async () => {
    const token = tokenIn(site.linkTo("scan@example.org"));
    const rows = JSON.stringify(site.storage.reader.sqlite.prepare("SELECT * FROM tokens").all());
    expect(rows).not.toContain(token);
  });

  it("ends every session and socket, works once, and voids what else was on its way", async () => {
    const { viewer, cookie } = await site.person("Bea");
    await forget(viewer.email);
    const older = tokenIn(await mailedTo(viewer.email, 1));
    await forget(viewer.email);
    const token = tokenIn(await mailedTo(viewer.email, 2));
    const { accounts } = site.services;
    expect(await accounts.resetIsGood(older)).toBe(false);

    const { setCookie } = await accounts.reset(home, { token, password: NEW });
    expect(await site.services.sessions.read(cookie)).toBeNull();
    expect((await site.viewer(setCookie)).id).toBe(viewer.id);
    expect(site.effects).toContainEqual({ kind: "rights", members: [viewer.id] });
    expect((await problemOf(accounts.reset(home, { token, password: NEW }))).code).toBe("gone");
    expect((await problemOf(accounts.signIn(home, { email: viewer.email, password: PASSWORD }))).code).toBe("invalid");
    expect((await problemOf(accounts.signIn(home, { email: viewer.email, password: NEW }))).code).toBe("none");
    await expect.poll(() => site.mailsTo(viewer.email).at(-1)?.subject).toBe("Your Glossa password was changed");
  });

  it("is used once when two use it at the same time", async () => {
    const { viewer } = await site.person("Twin");
    await forget(viewer.email);
    const token = tokenIn(await mailedTo(viewer.email, 1));
    const tries = [NEW, `${NEW} too`].map((password) =>
      problemOf(site.services.accounts.reset(home, { token, password })),
    );
    expect((await Promise.all(tries)).map(({ code }) => code).sort()).toEqual(["gone", "none"]);
  });

  it("is over after thirty minutes", async () => {
    const { viewer } = await site.person("Late");
    await forget(viewer.email);
    const token = tokenIn(await mailedTo(viewer.email, 1));
    site.time.now += 30 * MINUTE - 1;
    expect(await site.services.accounts.resetIsGood(token)).toBe(true);
    site.time.now += 1;
    expect(await site.services.accounts.resetIsGood(token)).toBe(false);
    expect((await problemOf(site.services.accounts.reset(home, { token, password: NEW }))).code).toBe("gone");
  });

  it("keeps the link when the new password is refused", async () => {
    const { viewer } = await site.person("Weak");
    await forget(viewer.email);
    const token = tokenIn(await mailedTo(viewer.email, 1));
    const { accounts } = site.services;
    expect(await problemOf(accounts.reset(home, { token, password: "password" }))).toEqual({
      code: "invalid",
      fields: ["password"],
    });
    expect(await accounts.resetIsGood(token)).toBe(true);
  });

  it("fills no mailbox: three mails, then silence with the same answer", async () => {
    const { viewer } = await site.person("Calm");
    for (let i = 0; i < 8; i += 1) await forget(viewer.email);
    await mailedTo(viewer.email, 3);
  });

  it("is no way in for a token of nobody", async () => {
    await forget("nobody@example.org");
    const hashes = site.storage.reader.sqlite.prepare("SELECT hash FROM tokens WHERE member_id IS NULL").pluck().all();
    expect(hashes).toHaveLength(1);
    expect(await site.services.accounts.resetIsGood(String(hashes[0]))).toBe(false);
  });

  it("A5: is handed out by an administrator where there is no mail", async () => {
    const { viewer: admin } = await site.person("Root");
    const { viewer } = await site.person("Lost");
    const { admin: service, accounts } = site.services;
    expect((await problemOf(service.resetLink(admin, viewer.id))).code).toBe("not-found");
    expect((await problemOf(service.members(admin, { query: "" }))).code).toBe("not-found");
    await site.storage.writer.transact((store) => store.members.update(admin.id, { isAdmin: true }));
    const link = await service.resetLink(admin, viewer.id);
    await accounts.reset(home, { token: tokenIn(link), password: NEW });
    const found = await service.members(admin, { query: "LOST@" });
    expect(found.map(({ name, email }) => [name, email])).toEqual([["Lost", "lost@example.org"]]);
    expect(await service.members(admin, { query: "%" })).toEqual([]);
    expect(Object.keys(found[0] ?? {})).not.toContain("passwordHash");
  });
});

describe("A12: a changed password", () => {
  it("needs the old one, ends every other session and gives a new one", async () => {
    const { viewer, cookie } = await site.person("Cleo");
    const { accounts } = site.services;
    const id = await site.sessionId(cookie);
    const wrong = accounts.changePassword(viewer, id, home, { current: "not it at all", password: NEW });
    expect(await problemOf(wrong)).toEqual({ code: "invalid", fields: ["current"] });
    const { setCookie } = await accounts.changePassword(viewer, id, home, { current: PASSWORD, password: NEW });
    expect(await site.services.sessions.read(cookie)).toBeNull();
    expect((await site.viewer(setCookie)).id).toBe(viewer.id);
    expect(site.effects).toContainEqual({ kind: "rights", members: [viewer.id] });
  });
});

describe("A5: a changed address", () => {
  const request = async (name: string, email: string) => {
    const person = await site.person(name);
    await site.services.accounts.requestEmail(person.viewer, home, { current: PASSWORD, email });
    await expect.poll(() => site.mailsTo(person.viewer.email)).toHaveLength(1);
    return person;
  };

  it("needs the password", async () => {
    const { viewer } = await site.person("Nora");
    const asking = site.services.accounts.requestEmail(viewer, home, { current: "not it", email: "nora2@example.org" });
    expect(await problemOf(asking)).toEqual({ code: "invalid", fields: ["current"] });
  });

  it("holds once the new address has confirmed it, and the old one can take it back for seven days", async () => {
    const { viewer, cookie } = await request("Vera", "vera2@example.org");
    const confirm = tokenIn(site.linkTo("vera2@example.org"));
    const revert = tokenIn(site.linkTo("vera@example.org"));
    const { accounts } = site.services;
    expect((await site.viewer(cookie)).email).toBe("vera@example.org");
    expect([await accounts.emailTokenIsGood(confirm), await accounts.emailTokenIsGood(revert)]).toEqual([true, true]);
    await accounts.confirmEmail(home, { token: confirm });
    expect((await site.viewer(cookie)).email).toBe("vera2@example.org");
    expect((await problemOf(accounts.confirmEmail(home, { token: confirm }))).code).toBe("gone");

    // Nobody slips into the address that is still to be had back.
    const squat = { name: "Squat", email: "vera@example.org", password: PASSWORD, timeZone: "UTC" };
    expect(await accounts.signUp(home, squat)).toBeNull();

    site.time.now += 7 * DAY - 1;
    await accounts.confirmEmail(home, { token: revert });
    expect(await site.services.sessions.read(cookie)).toBeNull();
    expect(await site.read.members.byId(viewer.id)).toMatchObject({ email: "vera@example.org", passwordHash: null });
    expect(site.effects).toContainEqual({ kind: "rights", members: [viewer.id] });
  });

  it("is too late to take back after seven days", async () => {
    await request("Tess", "tess2@example.org");
    const revert = tokenIn(site.linkTo("tess@example.org"));
    site.time.now += 7 * DAY;
    expect((await problemOf(site.services.accounts.confirmEmail(home, { token: revert }))).code).toBe("gone");
  });

  it("A10: does not tell that an address is taken, but its owner", async () => {
    await site.person("Owner");
    await request("Asker", "owner@example.org");
    await expect
      .poll(() => site.mailsTo("owner@example.org").at(-1)?.subject)
      .toBe("You have a Glossa account already");
  });

  it("does not take an address that was taken meanwhile", async () => {
    await request("Slow", "fast@example.org");
    const token = tokenIn(site.linkTo("fast@example.org"));
    await site.person("Fast");
    expect((await problemOf(site.services.accounts.confirmEmail(home, { token }))).code).toBe("conflict");
  });
});
