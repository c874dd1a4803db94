/** Z3: fields that nobody was asked for are dropped: who wrote, when, and in which state is never the client's to say. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { publishCommand } from "#server/services/test-site.ts";
import { type AttackSite, type Form, openAttackSite, type Person, type Seminar } from "./attack-site.ts";

let site: AttackSite;
let seminar: Seminar;
let ada: Person;
let bert: Person;

beforeAll(async () => {
  site = await openAttackSite();
  seminar = await site.seminar();
  [ada, bert] = [await site.enter(seminar, "member"), await site.enter(seminar, "member")];
}, 180_000);

afterAll(() => site.close());

/** Whatever a row of a note has, said otherwise. */
const wishes = () => ({
  ...{ creator: bert.id, creatorId: bert.id, author: bert.id, authorId: bert.id, seat: "seat", role: "owner" },
  ...{
    status: "hidden",
    pinned: true,
    created: 1,
    createdAt: 1,
    edited: 1,
    deletedAt: 1,
    version: 1,
    priorStatus: "held",
  },
  ...{ root: "root", rootId: "root", parentId: bert.id, group: "group", groupId: "group", audienceId: "audience" },
  ...{ isAdmin: true, extra: { a: 1 }, placements: [{ kind: "staff" }], constructor: 1, toString: 1 },
});

/** As JSON.parse makes it: an own key that an assignment would turn into a prototype. */
const withProto = (command: object) =>
  JSON.parse(`{"__proto__":{"status":"hidden","isAdmin":true},${JSON.stringify(command).slice(1)}`);

describe("Z3: a command", () => {
  it("publishes for the session, now, in the state that the service gives", async () => {
    const id = site.newId();
    const answer = await site.send(
      seminar.text.id,
      withProto({ ...wishes(), ...publishCommand(seminar.text, id) }),
      ada,
    );
    expect([answer.status, await answer.json()]).toEqual([200, { id, version: 1 }]);
    expect(await site.site.read.annotations.find(id)).toMatchObject({
      ...{ id, creator: ada.id, status: "published", created: site.time.now, edited: null, version: 1 },
      ...{ root: id, parent: null, document: seminar.text.id, group: seminar.id },
      placements: [{ kind: "group", audience: seminar.audience }],
    });
    expect(({} as { isAdmin?: boolean }).isAdmin).toBeUndefined();
  });

  it("reaches no audience by its id but that of an assignment in which one reads", async () => {
    const { sqlite } = site.database;
    const audiences = sqlite
      .prepare<[string], string>("SELECT id FROM audiences WHERE group_id = ?")
      .pluck()
      .all(seminar.id);
    expect(audiences.length).toBeGreaterThan(3);
    for (const audience of audiences) {
      const answer = await site.send(seminar.text.id, publishCommand(seminar.text, site.newId(), { audience }), ada);
      expect(answer.status).toBe(404);
    }
  });

  it("answers in its thread, without a place or a colour of its own", async () => {
    const parent = await site.note(seminar, bert, {});
    const id = site.newId();
    const reply = { verb: "reply", id, document: seminar.text.id, parent, body: "An answer" };
    const place = { colour: "rose", motivation: "highlighting", target: { source: "x" }, placement: "me" };
    expect((await site.send(seminar.text.id, { ...wishes(), ...place, ...reply }, ada)).status).toBe(200);
    expect(await site.site.read.annotations.find(id)).toMatchObject({
      ...{ creator: ada.id, root: parent, parent, motivation: "replying", colour: null, target: null },
      placements: [{ kind: "group" }],
    });
  });

  it("edits words and colour, nothing else", async () => {
    const id = await site.note(seminar, ada);
    const before = await site.site.read.annotations.find(id);
    const edit = { verb: "edit", id, document: seminar.text.id, body: "Other words", version: 1 };
    const place = { motivation: "questioning", target: null, placement: "me" };
    expect((await site.send(seminar.text.id, { ...wishes(), ...place, ...edit }, ada)).status).toBe(200);
    const edited = { body: "Other words", version: 2, edited: site.time.now };
    expect(await site.site.read.annotations.find(id)).toEqual({ ...before, ...edited });
  });

  it.each([
    null,
    [],
    "publish",
    1,
    { verb: "publish" },
    { verb: ["publish"] },
    { verb: "redact" },
    { verb: "__proto__" },
  ])("that is %j is refused", async (command) => {
    const before = site.contents();
    const sent = typeof command === "object" && command !== null ? { ...command, document: seminar.text.id } : command;
    expect((await site.send(seminar.text.id, sent as object, ada)).status).toBe(422);
    expect(site.contents()).toBe(before);
  });
});

describe("Z3: a form", () => {
  const member = async ({ id }: Person) => site.site.read.members.byId(id);

  it("of the profile changes name, pronouns, zone and hue", async () => {
    const before = await member(ada);
    const fields = { name: "Ada", pronouns: "she", timeZone: "Europe/Berlin", hue: "3" };
    const extra = {
      id: bert.id,
      isAdmin: "true",
      email: "eve@example.org",
      passwordHash: "x",
      isDemo: "1",
      picture: "x",
    };
    expect((await site.post("/settings.data?index", { ...extra, ...fields }, ada)).status).toBe(200);
    expect(await member(ada)).toEqual({ ...before, ...fields, hue: 3 });
    expect((await member(bert))?.name).not.toBe("Ada");
  });

  it("of reader settings keeps known settings only", async () => {
    await site.post(
      "/settings/reading.data",
      { theme: "dark", isAdmin: "true", __proto__: "x", constructor: "x" },
      ada,
    );
    expect((await member(ada))?.settings).toEqual({ theme: "dark" });
  });

  it("of a group changes its name, description and colour names", async () => {
    const before = await site.site.read.groups.byId(seminar.id);
    const extra = { id: site.newId(), archivedAt: "1", deleteAfter: "1", createdAt: "1", red: "Red", owner: bert.id };
    const form = { ...extra, name: "Renamed", description: "", amber: "Gold" };
    expect((await site.post(`/g/${seminar.id}/settings.data`, form, seminar.owner)).status).toBe(200);
    const after = { ...before, name: "Renamed", description: "", colourNames: { amber: "Gold" } };
    expect(await site.site.read.groups.byId(seminar.id)).toEqual(after);
  });

  it("of a sign-up makes a member like any other", async () => {
    const fields = { name: "Mallory", email: "mallory@example.org", password: "seven quiet gardens", timeZone: "UTC" };
    const extra = {
      id: ada.id,
      isAdmin: "true",
      isDemo: "1",
      hue: "99",
      createdAt: "1",
      role: "owner",
      group: seminar.id,
    };
    await site.post("/sign-up.data", { ...extra, ...fields }, null);
    const made = await site.site.read.members.byEmailKey("mallory@example.org");
    expect(made).toMatchObject({ name: "Mallory", isAdmin: false, isDemo: false, createdAt: site.time.now });
    expect(made?.id).not.toBe(ada.id);
    expect(await site.site.read.memberships.ofMember(made?.id ?? "")).toEqual([]);
  });

  it("of an invitation is the session's, unused and open", async () => {
    const extra = {
      createdBy: bert.id,
      uses: "-5",
      createdAt: "1",
      expiresAt: "99999999999999",
      groupId: "x",
      days: "7",
    };
    const form: Form = { ...extra, role: "member", email: "", maxUses: "" };
    expect((await site.post(`/g/${seminar.id}/invitations.data`, form, seminar.owner)).status).toBe(200);
    const [made] = await site.site.groups.invitations(seminar.owner.viewer, seminar.id);
    expect(made).toMatchObject({ createdAt: site.time.now, uses: 0, state: "open", role: "member" });
    expect(made?.expiresAt).toBe(site.time.now + 7 * 24 * 60 * 60 * 1000);
    expect(made?.createdBy).not.toContain(bert.viewer.name);
  });

  it("that joins gives the role of the invitation", async () => {
    const terms = { role: "observer", email: null, days: 7, maxUses: null } as const;
    const { link } = await site.site.groups.invite(seminar.owner.viewer, seminar.id, terms);
    const carl = await site.person();
    const form = { role: "owner", member: bert.id, group: site.newId() };
    await site.post(`/join/${link.split("/").at(-1)}.data`, form, carl);
    expect(await site.site.read.memberships.roleOf(seminar.id, carl.id)).toBe("observer");
    expect(await site.site.read.memberships.roleOf(seminar.id, bert.id)).toBe("member");
  });

  it("that adds a text adds it for the session to the group of the proposal", async () => {
    const bytes = new TextEncoder().encode("One.\n\nTwo.");
    const { id } = await site.site.documents.propose(seminar.owner.viewer, seminar.id, { bytes, fileName: null });
    const extra = { addedBy: bert.id, groupId: site.newId(), id: ada.id, html: "<script>", createdAt: "1", words: "9" };
    await site.post(
      `/import/${id}.data`,
      { ...extra, author: "A", source: "", language: "en", rights: "" },
      seminar.owner,
    );
    expect(await site.site.read.documents.find(id)).toMatchObject({
      ...{ id, groupId: seminar.id, addedBy: seminar.owner.id, author: "A", words: 2, createdAt: site.time.now },
    });
  });
});
