/** Decisions about the whole site, verb by verb: what they change, what the record says, and what is refused. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { JobState, SiteHealth, SiteService } from "#app/context/site.ts";
import type { Viewer } from "#app/context/viewer.ts";
import type { SiteMode } from "#app/domain/site/site-settings.ts";
import { makeDoors } from "#server/writing-door.ts";
import { roleGiver } from "./groups-members.ts";
import { troublesOf } from "./site/overview.ts";
import { guardSignUp } from "./site/sign-up.ts";
import { makeSiteService } from "./site.ts";
import { openTestSite, type TestSite } from "./test-site.ts";

const HOUR = 60 * 60 * 1000;
const health: SiteHealth = {
  ...{ version: "1", node: "v22", uptime: 1, database: 1, wal: 1, folder: 2, freeDisk: 10 * 1024 ** 3 },
  ...{ sockets: 0, rooms: 0, isHttps: true, hasMail: true },
};

let test: TestSite;
let service: SiteService;
let group: string;
let admin: Viewer;
let member: Viewer;
let secrets: { token: () => string; digest: (token: string) => string };

beforeEach(async () => {
  test = await openTestSite();
  const { read, writer, newId } = test;
  const clock = () => test.time.now;
  const { transact } = makeDoors(writer.transact, () => read.siteSettings.get("mode"));
  let tokens = 0;
  secrets = { token: () => `token${tokens++}`, digest: (token) => `#${token}` };
  service = makeSiteService({
    ...{ read, transact, transactAlways: writer.transact, clock, newId, origin: "https://x.org", secrets },
    heed: async () => {},
    health: async () => health,
    jobs: () => ({ states: () => [], runNow: async (name) => name === "sweep" }),
    giveRole: roleGiver({ clock, newId, settleNews: async () => {} }),
  });
  group = await test.addGroup("Seminar");
  admin = await test.addMember(group, "Ada", "observer");
  member = await test.addMember(group, "Ben", "owner");
  await writer.transact((store) => store.members.update(admin.id, { isAdmin: true }));
});

afterEach(() => test.close());

const settings = {
  ...{ siteName: "Room", contact: "x", imprint: "y" },
  signUp: "invited",
  founding: "administrators",
  groupQuota: 20,
} as const;
const code = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    (error: { code?: string }) => error.code,
  );
const record = () => test.read.record.list({}, 20);
const session = async (id: string, memberId: string) =>
  test.writer.transact((store) =>
    store.sessions.insert({
      ...{ id, memberId, device: "Firefox", createdAt: 1, seenAt: 2, confirmedAt: 1 },
      ...{ addressMark: null, awaitsFactor: false },
      expiresAt: test.time.now + HOUR,
    }),
  );

it("says no to everybody else, whatever is asked", async () => {
  const asks = (viewer: Viewer) => [
    service.overview(viewer),
    service.runJob(viewer, "sweep"),
    service.settings(viewer),
    service.saveSettings(viewer, settings),
    service.setMode(viewer, { mode: "read-only", words: "" }),
    service.announce(viewer, { words: "x", level: "info", fromAt: 0, untilAt: test.time.now + 1 }),
    service.setAdmin(viewer, viewer.id, true),
    service.endSessions(viewer, "s", admin.id),
    service.handOver(viewer, group, viewer.id),
    service.archiveGroup(viewer, group, true),
    service.invite(viewer, { remark: "", days: 1 }),
  ];
  // A right that the request still believes in is read again.
  for (const viewer of [member, { ...member, isAdmin: true }]) {
    const answers = await Promise.all(asks(viewer).map(code));
    expect(answers).toEqual(Array(answers.length).fill("not-found"));
  }
  expect(await record()).toEqual([]);
});

describe("settings", () => {
  it("hold at once, are recorded one by one, and words stay beside the chain", async () => {
    await service.saveSettings(admin, settings);
    expect(await service.face()).toMatchObject({ siteName: "Room", contact: "x", imprint: "y", signUp: "invited" });
    const rows = await record();
    expect(rows.map(({ verb, subject }) => [verb, subject.id]).sort()).toEqual(
      ["contact", "founding", "groupQuota", "imprint", "siteName", "signUp"].map((key) => ["site.setting", key]).sort(),
    );
    expect(rows.find(({ subject }) => subject.id === "siteName")).toMatchObject({ before: {}, after: {} });
    expect(rows.find(({ subject }) => subject.id === "signUp")?.after).toEqual({ value: "invited" });
    await service.saveSettings(admin, settings);
    expect(await record()).toHaveLength(6);
  });

  it.each([
    ["siteName", "x".repeat(61)],
    ["contact", "x".repeat(201)],
    ["imprint", "x".repeat(4001)],
    ["groupQuota", 0],
  ])("refuse a %s that it may not be, and change nothing", async (field, value) => {
    const saved = service.saveSettings(admin, { ...settings, [field]: value });
    await expect(saved).rejects.toMatchObject({ code: "invalid", fields: { [field]: expect.any(String) } });
    expect(await test.read.siteSettings.get("signUp")).toBe("everyone");
  });
});

it.each<[SiteMode, string, string]>([
  ["open", "done", "done"],
  ["read-only", "locked", "done"],
  ["maintenance", "done", "done"],
])("a site that is %s: saving is %s, turning it back is %s", async (mode, saving, turning) => {
  await service.setMode(admin, { mode, words: "" });
  expect(await code(service.saveSettings(admin, settings))).toBe(saving);
  expect(await code(service.setMode(admin, { mode: "open", words: "" }))).toBe(turning);
});

describe("announcements", () => {
  const given = (patch: object) => {
    const { now } = test.time;
    return { words: "Tonight.", level: "info" as const, fromAt: now, untilAt: now + HOUR, ...patch };
  };
  it("stand from their first moment until before their last", async () => {
    const start = test.time.now;
    await service.announce(admin, given({ fromAt: start + 10 }));
    const shown = async (at: number) => {
      test.time.now = at;
      return (await service.face()).announcements.length;
    };
    expect([await shown(start + 9), await shown(start + 10), await shown(start + HOUR - 1)]).toEqual([0, 1, 1]);
    expect(await shown(start + HOUR)).toBe(0);
  });

  it("end when they are withdrawn, and both stand in the record", async () => {
    await service.announce(admin, given({}));
    const [one] = await service.announcements(admin);
    await service.withdraw(admin, one?.id ?? "");
    expect((await service.face()).announcements).toEqual([]);
    expect((await record()).map(({ verb }) => verb)).toEqual(["site.announce", "site.announce"]);
  });

  it.each([
    ["words", { words: " \n " }],
    ["words", { words: "x".repeat(301) }],
    ["from", { fromAt: Number.NaN }],
    ["until", { untilAt: Number.NaN }],
    ["until", { untilAt: 5 }],
    ["until", { untilAt: 9_999_999_999_999 }],
  ])("are refused with a sentence at %s", async (field, patch) => {
    await expect(service.announce(admin, given(patch))).rejects.toMatchObject({
      fields: { [field]: expect.any(String) },
    });
  });
});

describe("people", () => {
  it("makes nobody an administrator without a fresh proof of who asks", async () => {
    expect(await code(service.setAdmin(admin, member.id, true))).toBe("reauth-required");
    expect(await record()).toEqual([]);
  });

  it("the last administrator stays one; with a second, either may go", async () => {
    const fresh = (viewer: Viewer): Viewer => ({ ...viewer, provedAt: test.time.now });
    expect(await code(service.setAdmin(fresh(admin), admin.id, false))).toBe("conflict");
    await service.setAdmin(fresh(admin), member.id, true);
    expect(await code(service.setAdmin(fresh(member), admin.id, false))).toBe("done");
    expect((await record()).map(({ verb, subject }) => [verb, subject.id])).toEqual([
      ["member.role", admin.id],
      ["member.role", member.id],
    ]);
  });

  it("are suspended from the whole site and come back, but for administrators", async () => {
    const other = await test.addMember(group, "Cy", "member");
    const suspend = (id: string) => code(service.suspend(admin, id, { days: 7, words: "Rest." }));
    expect([await suspend(admin.id), await suspend(other.id), await suspend(other.id)]).toEqual([
      "forbidden",
      "done",
      "conflict",
    ]);
    const until = test.time.now + 7 * 24 * HOUR;
    expect((await service.person(admin, "", other.id)).suspension).toEqual({ until });
    expect((await record())[0]).toMatchObject({ verb: "member.suspend", group: null, subject: { id: other.id } });
    expect(await code(service.endSuspension(admin, other.id))).toBe("done");
    expect((await service.person(admin, "", other.id)).suspension).toBeNull();
    expect(await code(service.endSuspension(admin, other.id))).toBe("conflict");
  });

  it("ending somebody's sessions ends all; of one's own the one that asks stays, also while the site is read-only", async () => {
    for (const [id, whose] of [
      ["a1", admin.id],
      ["a2", admin.id],
      ["b1", member.id],
      ["b2", member.id],
    ] as const) {
      await session(id, whose);
    }
    await service.setMode(admin, { mode: "read-only", words: "" });
    await service.endSessions(admin, "a1", member.id);
    await service.endSessions(admin, "a1", admin.id);
    expect((await service.sessions(admin, "a1")).map(({ id, isOwn }) => [id, isOwn])).toEqual([["a1", true]]);
    expect(test.committed.flat()).toContainEqual({ kind: "rights", sessions: ["b1", "b2"] });
  });
});

describe("groups", () => {
  it("are handed over only where nobody who owns them comes any more", async () => {
    await session("b1", member.id);
    expect((await service.groups(admin, { query: "semi" }))[0]).toMatchObject({ owner: "Ben", heirs: [] });
    expect(await code(service.handOver(admin, group, admin.id))).toBe("conflict");
    test.time.now += 2 * HOUR;
    expect((await service.groups(admin, { query: "semi" }))[0]?.heirs).toEqual([{ id: admin.id, name: "Ada" }]);
    expect(await code(service.handOver(admin, group, "nobody"))).toBe("not-found");
    expect(await code(service.handOver(admin, group, admin.id))).toBe("done");
    expect(await test.read.memberships.roleOf(group, admin.id)).toBe("owner");
    expect((await record())[0]).toMatchObject({ verb: "member.role", group, after: { role: "owner" } });
  });

  it("are archived and opened again, and say how many texts they hold", async () => {
    await test.addText(group, admin);
    await service.archiveGroup(admin, group, true);
    expect((await service.groups(admin, { query: "" }))[0]).toMatchObject({ archivedAt: test.time.now, texts: 1 });
    await service.archiveGroup(admin, group, false);
    expect((await service.groups(admin, { query: "" }))[0]?.archivedAt).toBeNull();
  });
});

describe("sign-up", () => {
  const client = { address: "192.0.2.1", device: "Firefox" };
  const input = { name: "Eve", email: "e@x.org", password: "p", timeZone: "UTC" };
  const guarded = (signUp: () => Promise<null> = async () => null) => {
    const { read, writer } = test;
    return guardSignUp({ read, transact: writer.transact, clock: () => test.time.now, secrets }, signUp);
  };

  it.each([
    ["everyone", "", "done"],
    ["nobody", "good", "forbidden"],
    ["invited", "", "forbidden"],
    ["invited", "guessed", "forbidden"],
    ["invited", "good", "done"],
  ] as const)("open to %s, with the invitation %j: %s", async (signUp, invitation, answer) => {
    await service.invite(admin, { remark: "Eve", days: 1 });
    await service.saveSettings(admin, { ...settings, signUp });
    const given = invitation === "good" ? "token0" : invitation;
    expect(await code(guarded()(client, { ...input, invitation: given }))).toBe(answer);
  });

  it("uses an invitation once, gives it back when no account was made, and takes none that is revoked or old", async () => {
    await service.saveSettings(admin, settings);
    for (let n = 0; n < 3; n++) await service.invite(admin, { remark: "", days: 1 });
    const take = (token: string, signUp?: () => Promise<null>) =>
      code(guarded(signUp)(client, { ...input, invitation: token }));
    const fails = async () => {
      throw Object.assign(new Error("wrong"), { code: "invalid" });
    };
    expect([await take("token0", fails), await take("token0"), await take("token0")]).toEqual([
      "invalid",
      "done",
      "forbidden",
    ]);
    const open = (await service.invitations(admin)).filter(({ state }) => state === "open");
    await service.revokeInvitation(admin, open[1]?.id ?? "");
    expect(await take("token1")).toBe("forbidden");
    test.time.now += 25 * HOUR;
    expect(await take("token2")).toBe("forbidden");
    expect((await service.invitations(admin)).map(({ state }) => state)).toEqual(["expired", "revoked", "used"]);
  });
});

describe("overview", () => {
  const job = (error: string | null): JobState => ({ name: "sweep", every: 0, last: { at: 1, took: 1, error } });
  const fine = { health, letters: { waiting: 0, givenUp: 0 }, jobs: [job(null)], mode: "open" as const };
  it.each([
    ["nothing", {}, []],
    ["a full disk", { health: { ...health, freeDisk: 1 } }, ["disk-low"]],
    ["a large journal", { health: { ...health, wal: 1024 ** 3 } }, ["wal-large"]],
    ["plain http without mail", { health: { ...health, isHttps: false, hasMail: false } }, ["no-https", "no-mail"]],
    ["letters given up", { letters: { waiting: 1, givenUp: 1 } }, ["letters-failed"]],
    ["a long line", { letters: { waiting: 101, givenUp: 0 } }, ["letters-waiting"]],
    ["a job that failed", { jobs: [job("broken")] }, ["job-failed"]],
    ["maintenance", { mode: "maintenance" as const }, ["not-open"]],
  ])("%s", (_, patch, troubles) => expect(troublesOf({ ...fine, ...patch })).toEqual(troubles));

  it("runs a job that there is", async () => {
    expect([await code(service.runJob(admin, "sweep")), await code(service.runJob(admin, "none"))]).toEqual([
      "done",
      "not-found",
    ]);
  });
});
