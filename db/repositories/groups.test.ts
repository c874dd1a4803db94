import { afterEach, beforeEach, expect, it } from "vitest";
import { openTestDatabase, type TestDatabase } from "../test-database.ts";
import { type GroupsRepository, groupsRepository } from "./groups.ts";
import { membersRepository } from "./members.ts";
import { membershipsRepository } from "./memberships.ts";

let database: TestDatabase;
let groups: GroupsRepository;

beforeEach(async () => {
  database = openTestDatabase();
  groups = groupsRepository(database.write.db);
  const members = membersRepository(database.write.db);
  const memberships = membershipsRepository(database.write.db);
  for (const id of ["ada", "bea", "cleo"]) {
    await members.insert({ id, email: id, emailKey: id, name: id, hue: 1, settings: {}, createdAt: 0 });
  }
  await groups.insert({ id: "wolf", name: "Wolf", colourNames: {}, createdAt: 0 });
  await groups.insert({ id: "ant", name: "Ant", colourNames: {}, createdAt: 0 });
  for (const [groupId, memberId] of [
    ["wolf", "ada"],
    ["wolf", "bea"],
    ["wolf", "cleo"],
    ["ant", "ada"],
  ] as const) {
    await memberships.admit({ groupId, memberId, role: "member", joinedAt: 1 });
  }
  await memberships.leave("wolf", "cleo", 2);
});

afterEach(() => {
  database.close();
});

/** A text in a group with notes: one published to the group, one deleted, one private. */
function addText(groupId: string, id: string): void {
  const { sqlite } = database.write;
  sqlite.exec(`
    INSERT INTO documents (id, group_id, title, dir, format, words, revision_id, added_by, created_at)
      VALUES ('${id}', '${groupId}', 't', 'ltr', 'plain', 1, 'r', 'ada', 0);
    INSERT OR IGNORE INTO audiences (id, kind, group_id, member_id, gate, created_at)
      VALUES ('${groupId}-all', 'group', '${groupId}', NULL, '{"kind":"open"}', 0),
             ('${groupId}-desk', 'desk', '${groupId}', 'ada', '{"kind":"open"}', 0);
    INSERT OR IGNORE INTO seats (id, audience_id, member_id, created_at)
      VALUES ('${groupId}-s', '${groupId}-all', 'ada', 0), ('${groupId}-d', '${groupId}-desk', 'ada', 0);`);
  const notes = [
    ["note", "published", "all", "s"],
    ["gone", "deleted", "all", "s"],
    ["own", "published", "desk", "d"],
  ] as const;
  for (const [name, status, audience, seat] of notes) {
    sqlite.exec(`
      INSERT INTO annotations (id, document_id, root_id, creator_id, motivation, status, version, revision_id, created_at)
        VALUES ('${id}-${name}', '${id}', '${id}-${name}', 'ada', 'commenting', '${status}', 1, 'r', 0);
      INSERT INTO placements (annotation_id, audience_id, seat_id)
        VALUES ('${id}-${name}', '${groupId}-${audience}', '${groupId}-${seat}');`);
  }
}

it("counts active members, texts, and notes that the whole group sees", async () => {
  addText("wolf", "one");
  addText("wolf", "two");
  const cards = await groups.cardsOf("ada");
  expect(cards.map(({ name, members, texts, notes }) => ({ name, members, texts, notes }))).toEqual([
    { name: "Ant", members: 1, texts: 0, notes: 0 },
    { name: "Wolf", members: 2, texts: 2, notes: 2 },
  ]);
});

it("shows no card to those who left or were never in it", async () => {
  expect(await groups.cardOf("cleo", "wolf")).toBeNull();
  expect(await groups.cardOf("bea", "ant")).toBeNull();
  expect(await groups.cardsOf("nobody")).toEqual([]);
});

it("finds groups whose grace period is over", async () => {
  await groups.update("wolf", { deleteAfter: 100 });
  expect(await groups.due(99)).toEqual([]);
  expect(await groups.due(100)).toEqual(["wolf"]);
  await groups.delete("wolf");
  expect(await groups.cardsOf("bea")).toEqual([]);
});
