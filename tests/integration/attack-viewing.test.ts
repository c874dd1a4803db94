/** Z6: looking at the site as a member does changes nothing, shows nothing of what is theirs alone, and stands in the record. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { LONGEST_VIEWING } from "#server/services/site/viewing.ts";
import { publishCommand } from "#server/services/test-site.ts";
import { type AttackSite, openAttackSite, type Person, type Seminar } from "./attack-site.ts";
import { settled, tap } from "./attack-taps.ts";

let site: AttackSite;
let seminar: Seminar;
let admin: Person;
let member: Person;

beforeAll(async () => {
  site = await openAttackSite();
}, 180_000);

afterAll(() => site.close());

beforeEach(async () => {
  seminar = await site.seminar();
  admin = await site.person({ isAdmin: true });
  member = await site.enter(seminar, "member");
});

const look = (sender = admin, whom = member) => site.post("/view-as", { intent: "start", member: whom.id }, sender);
const rows = () =>
  site.site.read.record.list({ group: null, verb: "site.view-as", subject: { kind: "member", id: member.id } }, 9);
const page = async (path: string, sender = admin) => {
  const answer = await site.get(path, sender);
  return { status: answer.status, body: await answer.text() };
};

it("shows what the member sees, without their private notes, and says so on the page", async () => {
  await site.note(seminar, seminar.owner, { body: "for all of us" });
  await site.note(seminar, member, { body: "mine alone", placement: "me" });
  const text = `/t/${seminar.text.id}`;
  expect((await page(text)).status).toBe(404);
  expect((await page(text, member)).body).toContain("mine alone");
  expect((await look()).status).toBe(302);
  const seen = await page(text);
  expect(seen.body).toContain("for all of us");
  expect(seen.body).not.toContain("mine alone");
  expect(seen.body).toContain(member.viewer.name);
  expect(seen.body).not.toContain(`desk/${seminar.text.id}`);
  expect((await page("/admin")).status).toBe(403);
});

it.each(["/settings", "/inbox", "/portfolio", "/outbox", "/admin", "/admin/members", "/settings/sessions.data"])(
  "does not show %s",
  async (path) => {
    await look();
    expect((await page(path)).status).toBe(403);
  },
);

it("changes nothing, whatever is sent", async () => {
  await look();
  await site.site.jobs.tick();
  const before = site.contents();
  const { text } = seminar;
  const answers = [
    await site.send(text.id, publishCommand(text, site.newId()), admin),
    await site.post("/settings/reading.data", { theme: "dark" }, admin),
    await site.post("/sign-out", {}, admin),
    await site.post("/view-as.data", { intent: "end" }, admin),
    await site.post("/admin/site.data", { intent: "mode", mode: "maintenance", words: "" }, admin),
    await site.sendTo(`/t/${text.id}/seen`, { start: 1 }, admin),
  ];
  expect(answers.map(({ status }) => status)).toEqual(Array(answers.length).fill(403));
  expect(site.contents()).toBe(before);
});

it("keeps the transact door shut behind every page that is shown", async () => {
  await look();
  await site.site.jobs.tick();
  const before = site.contents();
  for (const path of ["/groups", `/g/${seminar.id}`, `/t/${seminar.text.id}`, `/g/${seminar.id}/members`]) {
    expect([path, (await page(path)).status]).toEqual([path, 200]);
  }
  expect(site.contents()).toBe(before);
});

describe("sockets", () => {
  it("show the room, without presence and without what is the member's alone", async () => {
    await site.note(seminar, seminar.owner, { body: "for all of us" });
    await look();
    const shared = await tap(site, admin, `reading/${seminar.text.id}/${seminar.audience}`);
    await settled(site, [shared]);
    expect(site.site.realtime.readersOf(seminar.text.id)).toEqual([]);
    const desk = await tap(site, admin, `desk/${seminar.text.id}/${member.id}`);
    const inbox = await tap(site, admin, `inbox/${member.id}`);
    await expect.poll(() => [desk.code(), inbox.code()]).toEqual([4404, 4404]);
    await site.post("/view-as", { intent: "end" }, admin);
    await expect.poll(shared.code).toBe(4401);
  });
});

describe("forging", () => {
  it.each([
    ["another administrator", async () => look(admin, await site.person({ isAdmin: true })), 403],
    ["oneself", async () => look(admin, admin), 403],
    ["nobody", async () => look(admin, { ...member, id: "nobody" }), 404],
  ])("is refused for %s", async (_, ask, status) => {
    const answer = await ask();
    expect(answer.status).toBe(status);
    expect((await page("/admin")).status).toBe(200);
  });

  it("a row for the session of somebody who runs nothing is worth nothing", async () => {
    const other = await site.enter(seminar, "member");
    const [session] = await site.site.read.sessions.ofMember(other.id);
    const row = { sessionId: session?.id ?? "", adminId: other.id, memberId: member.id };
    const until = site.time.now + LONGEST_VIEWING;
    await site.site.transact((store) => store.viewings.insert({ ...row, startedAt: site.time.now, endsAt: until }));
    expect((await page("/groups", other)).body).not.toContain(member.viewer.name);
  });

  it("ends with the right of the one who looks", async () => {
    await look();
    const shared = await tap(site, admin, `reading/${seminar.text.id}/${seminar.audience}`);
    await settled(site, [shared]);
    const other = await site.person({ isAdmin: true });
    await site.site.site.setAdmin(other.viewer, admin.id, false);
    await expect.poll(shared.code).toBe(4401);
    expect((await page("/groups")).body).not.toContain(member.viewer.name);
    expect((await page("/admin")).status).toBe(404);
  });

  it("ends when the one who is looked at runs the site", async () => {
    await look();
    await site.site.transact((store) => store.members.update(member.id, { isAdmin: true }));
    expect((await page("/admin")).status).toBe(200);
  });
});

describe("the record", () => {
  it("has a row at the beginning and one at the end, with the member as subject", async () => {
    await look();
    await site.post("/view-as", { intent: "end" }, admin);
    expect((await page("/admin")).status).toBe(200);
    expect((await rows()).map(({ actor, after }) => ({ actor, after: Object.keys(after) }))).toEqual([
      { actor: admin.id, after: ["ended"] },
      { actor: admin.id, after: ["until"] },
    ]);
    expect((await site.site.record.own(member.viewer)).map(({ row }) => row.verb)).toContain("site.view-as");
  });

  it("has the end also of one that ran out after half an hour", async () => {
    await look();
    site.time.now += LONGEST_VIEWING - 1;
    expect((await page("/admin")).status).toBe(403);
    site.time.now += 1;
    expect((await page("/admin")).status).toBe(200);
    await site.site.endViewings(site.time.now);
    expect(await rows()).toHaveLength(2);
    await site.site.endViewings(site.time.now);
    expect(await rows()).toHaveLength(2);
  });
});
