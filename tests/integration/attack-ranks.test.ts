/** Z4 and Z5: ranks, last owners, the old tabs of those who left, and rights that end while a request is on its way. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Role } from "#app/domain/group/group.ts";
import { publishCommand } from "#server/services/test-site.ts";
import { problemOf } from "./accounts-site.ts";
import { type AttackSite, act, openAttackSite, outcomeOf, type Person, type Seminar } from "./attack-site.ts";
import { settled, tap, wordsOf } from "./attack-taps.ts";

let site: AttackSite;

beforeAll(async () => {
  site = await openAttackSite();
}, 180_000);

afterAll(() => site.close());

const toMembers = (seminar: Seminar, by: Person, form: Record<string, string>) =>
  site.post(`/g/${seminar.id}/members.data`, form, by);
const send = (seminar: Seminar, by: Person, command: object) => site.send(seminar.text.id, command, by);

describe("Z4: rank", () => {
  type Row = readonly [actor: Role, subject: Role, hides: number, promotes: number, removes: number];
  const rows: readonly Row[] = [
    ["owner", "owner", 403, 200, 200],
    ["owner", "teacher", 200, 200, 200],
    ["teacher", "owner", 403, 403, 403],
    ["teacher", "teacher", 403, 403, 403],
    ["teacher", "moderator", 200, 200, 200],
    ["moderator", "owner", 403, 403, 403],
    ["moderator", "teacher", 403, 403, 403],
    ["moderator", "moderator", 403, 403, 403],
    ["moderator", "member", 200, 403, 403],
    ["member", "member", 403, 403, 403],
    ["observer", "member", 403, 403, 403],
  ];
  it.each(rows)("%s over %s: hiding, changing the role, removing", async (role, of, ...wanted) => {
    const seminar = await site.seminar();
    const [actor, subject] = [await site.enter(seminar, role), await site.enter(seminar, of)];
    const note = await site.note(seminar, subject);
    const statuses = [
      (await send(seminar, actor, act(seminar.text, "hide", note))).status,
      (await toMembers(seminar, actor, { intent: "role", member: subject.id, role: "observer" })).status,
      (await toMembers(seminar, actor, { intent: "remove", member: subject.id })).status,
    ];
    expect(statuses).toEqual(wanted);
  });

  it.each(["owner", "teacher", "moderator"] as const)(
    "a %s changes, removes and hides not themselves",
    async (role) => {
      const seminar = await site.seminar();
      const actor = await site.enter(seminar, role);
      const note = await site.note(seminar, actor);
      expect((await toMembers(seminar, actor, { intent: "role", member: actor.id, role: "observer" })).status).toBe(
        403,
      );
      expect((await toMembers(seminar, actor, { intent: "remove", member: actor.id })).status).toBe(403);
      expect((await send(seminar, actor, act(seminar.text, "hide", note))).status).toBe(403);
      expect((await send(seminar, actor, act(seminar.text, "restore", note))).status).toBe(403);
    },
  );

  it("a teacher gives no role of their own rank or above", async () => {
    const seminar = await site.seminar();
    const [teacher, member] = [await site.enter(seminar, "teacher"), await site.enter(seminar, "member")];
    for (const [role, status] of [
      ["owner", 403],
      ["teacher", 403],
      ["moderator", 200],
    ] as const) {
      const form = { intent: "role", member: member.id, role };
      expect((await toMembers(seminar, teacher, form)).status).toBe(status);
    }
  });

  it("a teacher is a reader in the group where they are one", async () => {
    const [taught, read] = [await site.seminar(), await site.seminar()];
    const teacher = await site.enter(taught, "teacher");
    await site.enter(read, "member", teacher);
    const note = await site.note(read, await site.enter(read, "member"));
    expect((await send(read, teacher, act(read.text, "hide", note))).status).toBe(403);
    const staff = await tap(site, teacher, `staff/${read.text.id}/${read.id}`);
    await expect.poll(staff.code).toBe(4404);
    expect(await outcomeOf(await site.get(`/g/${read.id}/invitations.data`, teacher))).toBe("forbidden");
  });
});

describe("Z4: the last owner", () => {
  it("stays: leaving is refused, and the group is unchanged", async () => {
    const seminar = await site.seminar();
    const before = site.contents();
    expect((await toMembers(seminar, seminar.owner, { intent: "leave" })).status).toBe(409);
    expect((await toMembers(seminar, seminar.owner, { intent: "leave", erase: "on" })).status).toBe(409);
    expect(site.contents()).toBe(before);
  });

  it("remains when two owners take each other's role, leave, or remove each other at once", async () => {
    for (const intent of ["role", "remove", "leave", "transfer"]) {
      const seminar = await site.seminar();
      const { owner } = seminar;
      const other = await site.enter(seminar, "owner");
      const form = { intent, role: "member" };
      await Promise.all([
        toMembers(seminar, owner, { ...form, member: other.id }),
        toMembers(seminar, other, { ...form, member: owner.id }),
      ]);
      expect(await site.site.read.memberships.owners(seminar.id)).toBeGreaterThan(0);
    }
  });
});

describe("Z4: the old tabs of a member who was removed", () => {
  it("are shut at once, and everything that they send is unknown", async () => {
    const seminar = await site.seminar();
    const ada = await site.enter(seminar, "moderator");
    const others = await site.note(seminar, seminar.owner);
    const own = await site.note(seminar, ada);
    const { rooms } = await site.site.reading.open(ada.viewer, seminar.text.id);
    const taps = await Promise.all([...rooms, ...rooms].map(({ room }) => tap(site, ada, room)));
    await settled(site, taps);

    const began = performance.now();
    expect((await toMembers(seminar, seminar.owner, { intent: "remove", member: ada.id })).status).toBe(200);
    await site.note(seminar, seminar.owner, { body: "said behind her back" });
    for (const one of taps) {
      await expect.poll(one.code).toBe(4403);
      expect(wordsOf(one)).not.toContain("said behind her back");
    }
    expect(performance.now() - began).toBeLessThan(3000);

    const before = site.contents();
    const text = seminar.text.id;
    const outbox = [
      publishCommand(seminar.text, site.newId()),
      { verb: "reply", id: site.newId(), document: text, parent: others, body: "x" },
      { verb: "edit", id: own, document: text, body: "x", version: 1 },
      ...(["delete", "undelete"] as const).map((verb) => act(seminar.text, verb, own)),
      ...(["hide", "restore"] as const).map((verb) => act(seminar.text, verb, others)),
    ];
    for (const command of outbox) expect((await send(seminar, ada, command)).status).toBe(404);
    const paths = [`/t/${text}.data`, `/t/${text}/seats`, `/n/${own}.data`, `/g/${seminar.id}.data`];
    for (const path of paths) expect((await site.get(path, ada)).status).toBe(404);
    expect((await site.post(`/t/${text}/seen`, { block: "2" }, ada)).status).toBe(404);
    for (const { room } of rooms) {
      const again = await tap(site, ada, room);
      await expect.poll(again.code).toBe(4404);
    }
    expect(site.contents()).toBe(before);
    // She can go on elsewhere: it is her membership that ended, not her session.
    expect(await outcomeOf(await site.get("/groups.data", ada))).toBe("done");
  });
});

describe("Z5: a right that ends before the commit has ended", () => {
  type Change = (seminar: Seminar, person: Person) => Promise<unknown>;
  const removed: Change = ({ id, owner }, person) => site.site.groups.removeMember(owner.viewer, id, person.id);
  const demoted: Change = ({ id, owner }, person) => site.site.groups.setRole(owner.viewer, id, person.id, "observer");
  const archived: Change = ({ id, owner }) => site.site.groups.archive(owner.viewer, id, true);
  const closed: Change = ({ text, owner }) => site.site.documents.archive(owner.viewer, text.id, true);

  type Verb = (seminar: Seminar, by: Person, target: { member: Person; note: string; own: string }) => Promise<unknown>;
  const run =
    (
      command: (seminar: Seminar, target: { note: string; own: string }) => Parameters<Site["annotations"]["run"]>[1],
    ): Verb =>
    (seminar, by, target) =>
      site.site.annotations.run(by.viewer, command(seminar, target));
  const publish = run(({ text }) => publishCommand(text, site.newId()));
  const edit = run(({ text }, { own }) => ({ verb: "edit", id: own, document: text.id, body: "x", version: 1 }));
  const hide = run(({ text }, { note }) => act(text, "hide", note));
  const propose: Verb = ({ id }, { viewer }) =>
    site.site.documents.propose(viewer, id, { bytes: new TextEncoder().encode("One."), fileName: null });
  const invite: Verb = ({ id }, { viewer }) =>
    site.site.groups.invite(viewer, id, { role: "member", email: null, days: 7, maxUses: null });
  const promote: Verb = ({ id }, { viewer }, { member }) =>
    site.site.groups.setRole(viewer, id, member.id, "moderator");
  const remove: Verb = ({ id }, { viewer }, { member }) => site.site.groups.removeMember(viewer, id, member.id);
  const shelve: Verb = ({ text }, { viewer }) => site.site.documents.archive(viewer, text.id, true);
  const read: Verb = ({ text }, { viewer }) => site.site.reading.seen(viewer, text.id, { block: 2 });
  type Site = AttackSite["site"];

  it.each<readonly [string, Change, Verb, string]>([
    ["removed, publish", removed, publish, "not-found"],
    ["removed, edit", removed, edit, "not-found"],
    ["removed, hide", removed, hide, "not-found"],
    ["removed, propose a text", removed, propose, "not-found"],
    ["removed, invite", removed, invite, "not-found"],
    ["removed, promote", removed, promote, "not-found"],
    ["removed, remove", removed, remove, "not-found"],
    ["removed, archive a text", removed, shelve, "not-found"],
    ["removed, read on", removed, read, "not-found"],
    ["demoted, publish", demoted, publish, "forbidden"],
    ["demoted, edit", demoted, edit, "forbidden"],
    ["demoted, hide", demoted, hide, "forbidden"],
    ["demoted, propose a text", demoted, propose, "forbidden"],
    ["demoted, invite", demoted, invite, "forbidden"],
    ["demoted, promote", demoted, promote, "forbidden"],
    ["demoted, remove", demoted, remove, "forbidden"],
    ["demoted, archive a text", demoted, shelve, "forbidden"],
    ["group archived, publish", archived, publish, "forbidden"],
    ["group archived, propose a text", archived, propose, "forbidden"],
    ["text archived, publish", closed, publish, "forbidden"],
    ["text archived, edit", closed, edit, "forbidden"],
  ])("%s", async (_, change, verb, code) => {
    const seminar = await site.seminar();
    const teacher = await site.enter(seminar, "teacher");
    const member = await site.enter(seminar, "member");
    const target = { member, note: await site.note(seminar, member), own: await site.note(seminar, teacher) };
    // Asked in one turn, the change first: both pass the door with the old right and are decided one after the other.
    const changing = change(seminar, teacher);
    const asking = problemOf(verb(seminar, teacher, target));
    await changing;
    const before = site.contents();
    expect((await asking).code).toBe(code);
    expect(site.contents()).toBe(before);
  });

  it("a note that is committed with the removal does not reach the one who was removed", async () => {
    const seminar = await site.seminar();
    const ada = await site.enter(seminar, "member");
    const socket = await tap(site, ada, `reading/${seminar.text.id}/${seminar.audience}`);
    await settled(site, [socket]);
    await Promise.all([
      removed(seminar, ada),
      site.note(seminar, seminar.owner, { body: "in the turn of her removal" }),
      site.note(seminar, seminar.owner, { body: "in the same batch" }),
    ]);
    await expect.poll(socket.code).toBe(4403);
    expect(wordsOf(socket)).not.toMatch(/in the (turn|same)/);
  });
});
