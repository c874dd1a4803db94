/** A7: what cannot be taken back wants a proof of the last ten minutes, and is told to nobody who may not do it anyway. */
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Viewer } from "#app/context/viewer.ts";
import { home, openSite, PASSWORD, problemOf, type TestSite } from "./accounts-site.ts";
import { addPasskey, withApp } from "./factors-scene.ts";

const MINUTE = 60_000;

let site: TestSite;
let owner: { viewer: Viewer; cookie: string };
let member: { viewer: Viewer; cookie: string };
let group: string;

beforeAll(async () => {
  site = await openSite();
  owner = await site.person("Olga");
  member = await site.person("Mia");
  group = (await site.services.groups.create(owner.viewer, { name: "Seminar", description: "" })).id;
  await site.storage.writer.transact(async (store) => {
    const of = { groupId: group, memberId: member.viewer.id, role: "member" as const };
    await store.memberships.admit({ ...of, joinedAt: 1 });
    await store.members.update(owner.viewer.id, { isAdmin: true });
  });
});

afterAll(() => site.close());

const codeOf = async (promise: Promise<unknown>) => (await problemOf(promise)).code;
const contents = () =>
  JSON.stringify(
    ["members", "memberships", "deletions", "decisions", "site_settings", "passkeys"].map((table) =>
      site.storage.reader.sqlite.prepare(`SELECT * FROM ${table}`).all(),
    ),
  );

const verbs: readonly (readonly [string, (viewer: Viewer) => Promise<unknown>])[] = [
  ["a role", (viewer) => site.services.groups.setRole(viewer, group, member.viewer.id, "teacher")],
  ["a group handed over", (viewer) => site.services.groups.transfer(viewer, group, member.viewer.id)],
  ["an app", (viewer) => site.services.factors.beginApp(viewer)],
  ["a look at a secret", (viewer) => site.services.factors.appSecret(viewer)],
  ["a first code", (viewer) => site.services.factors.confirmApp(viewer, "", { code: "000000" })],
  ["an app taken away", (viewer) => site.services.factors.removeApp(viewer)],
  ["recovery codes", (viewer) => site.services.factors.renewCodes(viewer)],
  ["a passkey", (viewer) => site.services.factors.addPasskey(viewer, "", { passkey: "{}", name: "" })],
  ["a passkey taken away", (viewer) => site.services.factors.removePasskey(viewer, "")],
  ["the end of an account", (viewer) => site.services.ending.request(viewer, "erase")],
  ["a download of one's data", (viewer) => site.services.ending.data(viewer)],
  ["somebody's lost factors", (viewer) => site.services.admin.resetFactors(viewer, member.viewer.id)],
  ["an administrator made", (viewer) => site.services.site.setAdmin(viewer, "", true)],
  ["a look with somebody's eyes", (viewer) => site.services.viewing.start(viewer, "", "")],
  ["a setting of the site", (viewer) => site.services.siteSettings.change(viewer, { secondFactorForStaff: true })],
];

it.each(verbs)("%s", async (_, verb) => {
  const before = contents();
  const stale = { ...owner.viewer, provedAt: site.time.now - 10 * MINUTE - 1 };
  expect(await codeOf(verb(stale))).toBe("reauth-required");
  // Whoever hands in no time at all, as an older caller would, has proved nothing.
  const { provedAt: _never, ...unproved } = owner.viewer;
  expect(await codeOf(verb(unproved))).toBe("reauth-required");
  expect(contents()).toBe(before);
  expect(await codeOf(verb({ ...owner.viewer, provedAt: site.time.now - 10 * MINUTE }))).not.toBe("reauth-required");
  await site.storage.writer.transact(async (store) => {
    await store.deletions.cancel(owner.viewer.id);
    await store.memberships.setRole(group, owner.viewer.id, "owner");
    await store.memberships.setRole(group, member.viewer.id, "member");
    await store.siteSettings.set("secondFactorForStaff", false, 1);
  });
});

it("those who may not do it are refused as ever, and not asked for a proof", async () => {
  const stale = { ...member.viewer, provedAt: 0 };
  const { groups, admin, siteSettings } = site.services;
  expect(await codeOf(groups.setRole(stale, group, owner.viewer.id, "observer"))).toBe("forbidden");
  expect(await codeOf(groups.transfer(stale, group, member.viewer.id))).toBe("forbidden");
  expect(await codeOf(admin.resetFactors(stale, owner.viewer.id))).toBe("not-found");
  expect(await codeOf(siteSettings.change(stale, { secondFactorForStaff: true }))).toBe("not-found");
});

it("password, code or passkey proves it, for this session alone; what is wrong counts as a try", async () => {
  const person = await withApp(site, "Prover");
  const key = await addPasskey(site, person);
  const { factors } = site.services;
  const { cookie, sessionId, viewer } = person;
  const prove = (typed: string) => codeOf(factors.prove(viewer, sessionId, home, { typed }));
  const age = async () => site.time.now - ((await site.viewer(cookie)).provedAt ?? 0);
  const later = () => {
    site.time.now += 11 * MINUTE;
  };

  later();
  expect([await prove("not it at all"), await prove("000000"), await prove("")]).toEqual([
    "invalid",
    "invalid",
    "invalid",
  ]);
  expect(await age()).toBeGreaterThan(10 * MINUTE);
  expect([await prove(PASSWORD), await age()]).toEqual(["none", 0]);
  later();
  expect([await prove(person.code()), await age()]).toEqual(["none", 0]);
  later();
  const passkey = key.answer(await factors.ask({ viewer, sessionId }, home, "confirm"));
  expect([await codeOf(factors.prove(viewer, sessionId, home, { passkey })), await age()]).toEqual(["none", 0]);
  later();
  const tries = Array.from({ length: 8 }, () => prove("000000"));
  expect((await Promise.all(tries)).filter((code) => code === "too-many")).toHaveLength(3);
  expect(await age()).toBeGreaterThan(10 * MINUTE);
});

it("roles and settings stand in the record, with who, what and before", async () => {
  const rows = await site.read.record.list({}, 100);
  const found = rows.map(({ verb, actorRole, before, after }) => [verb, actorRole, before, after]);
  expect(found).toContainEqual(["member.role", "owner", { role: "member" }, { role: "teacher" }]);
  expect(found).toContainEqual(["site.setting", "administrator", { value: false }, { value: true }]);
  expect(found).toContainEqual([
    "member.factor",
    "administrator",
    { app: false, passkeys: 0 },
    { app: false, passkeys: 0 },
  ]);
});
