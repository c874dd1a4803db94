/** Groups: who may do what to whom, ways in and out, and what open sockets are told. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { GroupService } from "#app/context/groups.ts";
import type { Viewer } from "#app/context/viewer.ts";
import { DELETION_GRACE, type Role } from "#app/domain/group/group.ts";
import { openSite, problemOf, type TestSite, tokenIn } from "./accounts-site.ts";

const DAY = 24 * 60 * 60 * 1000;
let site: TestSite;
let olga: Viewer;
let tom: Viewer;
let mia: Viewer;
let eve: Viewer;
let group: string;
const groups = () => site.services.groups;
type Terms = Parameters<GroupService["invite"]>[2];
const terms: Terms = { role: "member", email: null, days: 7, maxUses: null };
const codeOf = async (promise: Promise<unknown>): Promise<string> => (await problemOf(promise)).code;
const join = async (who: Viewer, role: Role, by = olga): Promise<void> => {
  const { link } = await groups().invite(by, group, { ...terms, role });
  await groups().join(who, tokenIn(link));
};
const roleOf = (who: Viewer) => site.read.memberships.roleOf(group, who.id);
const openSeats = async (who: Viewer): Promise<string[]> =>
  (await site.read.audiences.openSeats(who.id, group)).map(({ kind }) => kind).sort();

beforeAll(async () => {
  site = await openSite();
  olga = (await site.person("Olga")).viewer;
  tom = (await site.person("Tom")).viewer;
  mia = (await site.person("Mia")).viewer;
  eve = (await site.person("Eve")).viewer;
});

afterAll(() => site.close());

beforeEach(async () => {
  site.time.now = Date.UTC(2026, 0, 5, 9); // Some let days pass, and a change of roles wants a fresh proof.
  group = (await groups().create(olga, { name: " Reading  Wolf ", description: "On Mondays." })).id;
  await join(tom, "teacher");
  await join(mia, "member");
  site.effects.length = 0;
});

describe("a group", () => {
  it("begins with its maker as owner and everybody in their rooms", async () => {
    expect(await groups().open(olga, group)).toMatchObject({
      name: "Reading Wolf",
      role: "owner",
      members: 3,
      texts: 0,
      notes: 0,
      abilities: { "group.edit": true, "group.invite": true, "document.add": true },
    });
    expect(await openSeats(olga)).toEqual(["desk", "group", "staff"]);
    expect(await openSeats(tom)).toEqual(["desk", "group", "staff"]);
    expect(await openSeats(mia)).toEqual(["desk", "group"]);
    expect((await groups().list(mia)).map(({ id }) => id)).toContain(group);
  });

  it.each([
    [{ name: " ", description: "" }, ["name"]],
    [{ name: "x".repeat(101), description: "y".repeat(501) }, ["name", "description"]],
  ])("is not made from %j", async (input, fields) => {
    expect(await problemOf(groups().create(olga, input))).toEqual({ code: "invalid", fields });
  });

  it("names its colours", async () => {
    const input = { name: "Wolf", description: "", colourNames: { amber: " Image ", green: "" } };
    await groups().edit(olga, group, input);
    expect((await groups().open(mia, group)).colourNames).toEqual({ amber: "Image" });
    expect(await codeOf(groups().edit(olga, group, { ...input, colourNames: { red: "x" } }))).toBe("invalid");
  });

  it("is read-only while archived, and its sockets hear of it", async () => {
    await groups().archive(olga, group, true);
    expect(site.effects).toEqual([{ kind: "rights", groups: [group] }]);
    expect((await groups().open(olga, group)).abilities).toMatchObject({
      "group.invite": false,
      "document.add": false,
    });
    expect(await codeOf(groups().invite(olga, group, terms))).toBe("forbidden");
    await groups().archive(olga, group, false);
    expect((await groups().open(olga, group)).archivedAt).toBeNull();
  });

  it("can be had back for two weeks after its deletion was asked for", async () => {
    await groups().remove(olga, group, true);
    const first = (await groups().open(olga, group)).deleteAfter;
    expect(first).toBe(site.time.now + DELETION_GRACE);
    site.time.now += DAY;
    await groups().remove(olga, group, true);
    expect((await groups().open(olga, group)).deleteAfter).toBe(first);
    await groups().remove(olga, group, false);
    expect((await groups().open(olga, group)).deleteAfter).toBeNull();
  });
});

describe("Z2: strangers find nothing", () => {
  const doors: readonly (readonly [string, () => Promise<unknown>])[] = [
    ["open", () => groups().open(eve, group)],
    ["edit", () => groups().edit(eve, group, { name: "Mine", description: "", colourNames: {} })],
    ["archive", () => groups().archive(eve, group, true)],
    ["remove", () => groups().remove(eve, group, true)],
    ["roster", () => groups().roster(eve, group)],
    ["setRole", () => groups().setRole(eve, group, mia.id, "owner")],
    ["removeMember", () => groups().removeMember(eve, group, mia.id)],
    ["transfer", () => groups().transfer(eve, group, eve.id)],
    ["leave", () => groups().leave(eve, group, { erase: true })],
    ["invitations", () => groups().invitations(eve, group)],
    ["invite", () => groups().invite(eve, group, terms)],
    ["revoke", () => groups().revoke(eve, group, "x")],
  ];

  it.each(doors)("%s answers as if the group did not exist", async (_, door) => {
    const real = await problemOf(door());
    const known = group;
    group = "01ARZ3NDEKTSV4RRFFQ69G5FAV";
    const made = await problemOf(door());
    group = known;
    expect(real).toEqual({ code: "not-found", fields: [] });
    expect(made).toEqual(real);
    expect(site.effects).toEqual([]);
  });

  it("A12: and a member who was removed is a stranger", async () => {
    await groups().removeMember(olga, group, mia.id);
    expect(await codeOf(groups().open(mia, group))).toBe("not-found");
    expect(await groups().list(mia)).not.toContainEqual(expect.objectContaining({ id: group }));
  });

  it("revokes no invitation of another group", async () => {
    const other = await groups().create(eve, { name: "Eve’s", description: "" });
    const { link } = await groups().invite(olga, group, terms);
    const [invitation] = await groups().invitations(olga, group);
    expect(await codeOf(groups().revoke(eve, other.id, invitation?.id ?? ""))).toBe("not-found");
    expect(await codeOf(groups().invitation(tokenIn(link)))).toBe("none");
  });
});

describe("Z4: rank", () => {
  const acts: readonly (readonly [string, () => Promise<unknown>])[] = [
    ["a member promotes", () => groups().setRole(mia, group, mia.id, "teacher")],
    ["a member invites", () => groups().invite(mia, group, terms)],
    ["a member removes", () => groups().removeMember(mia, group, tom.id)],
    ["a teacher removes the owner", () => groups().removeMember(tom, group, olga.id)],
    ["a teacher makes a teacher", () => groups().setRole(tom, group, mia.id, "teacher")],
    ["a teacher invites a teacher", () => groups().invite(tom, group, { ...terms, role: "teacher" })],
    ["a teacher promotes themselves", () => groups().setRole(tom, group, tom.id, "owner")],
    ["a teacher takes the group", () => groups().transfer(tom, group, tom.id)],
    ["a teacher deletes the group", () => groups().remove(tom, group, true)],
    ["the owner demotes themselves", () => groups().setRole(olga, group, olga.id, "member")],
  ];
  it.each(acts)("%s: refused", async (_, act) => {
    expect(await codeOf(act())).toBe("forbidden");
    expect(site.effects).toEqual([]);
  });

  it("A12: a new role reaches rooms and sockets at once", async () => {
    await groups().setRole(olga, group, mia.id, "moderator");
    expect(await openSeats(mia)).toEqual(["desk", "group", "staff"]);
    expect(site.effects).toEqual([{ kind: "rights", members: [mia.id] }]);
    await groups().setRole(olga, group, mia.id, "observer");
    expect(await openSeats(mia)).toEqual(["desk", "group"]);
  });

  it("Z5: rights are read when the change is made, not when the page was", async () => {
    const changes = [groups().setRole(olga, group, tom.id, "member"), groups().removeMember(tom, group, mia.id)];
    expect(await Promise.all(changes.map(codeOf))).toEqual(["none", "forbidden"]);
  });

  it("shows addresses to those who may invite, and nothing secret to anybody", async () => {
    const [forTeacher, forMember] = [await groups().roster(tom, group), await groups().roster(mia, group)];
    expect(forTeacher.map(({ email }) => email)).toContain("mia@example.org");
    expect(forMember.map(({ email }) => email)).toEqual([null, null, null]);
    expect(Object.keys(forMember[0] ?? {}).sort()).toEqual(
      ["abilities", "email", "hue", "id", "joinedAt", "leftAt", "name", "picture", "pronouns", "role"].sort(),
    );
    const row = forTeacher.find(({ id }) => id === mia.id);
    expect(row?.abilities).toEqual({ "member.promote": true, "member.remove": true });
  });
});

describe("leaving", () => {
  it("keeps the last owner until the group is handed over", async () => {
    expect(await codeOf(groups().leave(olga, group, { erase: false }))).toBe("conflict");
    expect(await codeOf(groups().transfer(olga, group, olga.id))).toBe("conflict");
    expect(await codeOf(groups().transfer(olga, group, eve.id))).toBe("not-found");
    await groups().transfer(olga, group, mia.id);
    expect([await roleOf(olga), await roleOf(mia)]).toEqual(["teacher", "owner"]);
    await groups().leave(olga, group, { erase: false });
    expect(await roleOf(olga)).toBeNull();
  });

  it("never leaves a group without an owner, also when two owners leave at once", async () => {
    await groups().setRole(olga, group, tom.id, "owner");
    const both = [olga, tom].map((who) => codeOf(groups().leave(who, group, { erase: false })));
    expect((await Promise.all(both)).sort()).toEqual(["conflict", "none"]);
    expect(await site.read.memberships.owners(group)).toBe(1);
  });

  it("closes seats and sockets, and keeps a name for what was written", async () => {
    await groups().leave(mia, group, { erase: true });
    expect(await openSeats(mia)).toEqual([]);
    expect(site.effects).toContainEqual({ kind: "rights", members: [mia.id] });
    const row = (await groups().roster(olga, group)).find(({ id }) => id === mia.id);
    expect(row).toMatchObject({ name: "Mia", leftAt: site.time.now, email: null });
    expect(row?.abilities).toEqual({ "member.promote": false, "member.remove": false });
  });

  it("can be undone by a new invitation, with the seat of old", async () => {
    const before = await site.read.audiences.openSeats(mia.id, group);
    await groups().leave(mia, group, { erase: false });
    await join(mia, "observer");
    expect(await roleOf(mia)).toBe("observer");
    const seats = (await site.read.audiences.openSeats(mia.id, group)).map(({ seat }) => seat).sort();
    expect(seats).toEqual(before.map(({ seat }) => seat).sort());
  });
});

describe("A4: invitations", () => {
  const invite = async (change: Partial<Terms> = {}) =>
    tokenIn((await groups().invite(olga, group, { ...terms, ...change })).link);

  it("say what they offer before they are accepted, and store only a digest", async () => {
    const token = await invite();
    expect(await groups().invitation(token)).toEqual({
      groupId: group,
      groupName: "Reading Wolf",
      role: "member",
      invitedBy: "Olga",
    });
    const rows = site.storage.reader.sqlite.prepare("SELECT * FROM invitations").all();
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  it("are good for as many as they say, and a second click is no second use", async () => {
    const token = await invite({ maxUses: 1 });
    expect(await groups().join(eve, token)).toEqual({ groupId: group });
    expect(await groups().join(eve, token)).toEqual({ groupId: group });
    const late = (await site.person("Late", `late${Math.random()}@example.org`)).viewer;
    expect(await codeOf(groups().join(late, token))).toBe("gone");
    expect((await groups().invitations(olga, group))[0]).toMatchObject({ state: "used", uses: 1 });
  });

  it("let one in when two come through a single-use link at once", async () => {
    const token = await invite({ maxUses: 1 });
    const [one, two] = [await site.person("One", "one1@example.org"), await site.person("Two", "two2@example.org")];
    const codes = await Promise.all([one, two].map(({ viewer }) => codeOf(groups().join(viewer, token))));
    expect(codes.sort()).toEqual(["gone", "none"]);
  });

  it("end by time and by revocation", async () => {
    const token = await invite({ days: 1 });
    site.time.now += DAY;
    expect(await codeOf(groups().join(eve, token))).toBe("gone");
    expect((await groups().invitations(olga, group))[0]?.state).toBe("expired");

    const other = await invite();
    const [row] = await groups().invitations(olga, group);
    await groups().revoke(olga, group, row?.id ?? "");
    expect(await codeOf(groups().invitation(other))).toBe("gone");
    expect(await codeOf(groups().revoke(olga, group, row?.id ?? ""))).toBe("not-found");
  });

  it("end with the right of whoever made them", async () => {
    const token = tokenIn((await groups().invite(tom, group, terms)).link);
    await groups().setRole(olga, group, tom.id, "member");
    expect(await codeOf(groups().join(eve, token))).toBe("gone");
  });

  it("end while the group is archived", async () => {
    const token = await invite();
    await groups().archive(olga, group, true);
    expect(await codeOf(groups().join(eve, token))).toBe("gone");
  });

  it("by mail are for one person, and so are those that make somebody staff", async () => {
    await invite({ email: "Guest@example.org", maxUses: 50 });
    await invite({ role: "moderator", maxUses: 50 });
    const rows = await groups().invitations(olga, group);
    expect(rows.slice(0, 2).map(({ maxUses }) => maxUses)).toEqual([1, 1]);
    await expect.poll(() => site.mailsTo("Guest@example.org")).toHaveLength(1);
    expect(site.linkTo("Guest@example.org")).toMatch(/^http:\/\/localhost:3000\/join\//);
  });

  it.each<[Partial<Terms>, string[]]>([
    [{ days: 0 }, ["days"]],
    [{ days: 1.5 }, ["days"]],
    [{ maxUses: 0 }, ["maxUses"]],
    [{ email: "a@b\r\nBcc: c@d" }, ["email"]],
    [{ role: "king" as Role }, ["role"]],
  ])("are not made from %j", async (change, fields) => {
    expect(await problemOf(invite(change))).toEqual({ code: "invalid", fields });
  });

  it.each(["", "x", "__proto__", "' OR 1=1 --", "x".repeat(10_000)])("A10: %j is one answer for all", async (token) => {
    expect(await codeOf(groups().invitation(token))).toBe("gone");
  });
});
