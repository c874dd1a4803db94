import { afterEach, beforeEach, describe, expect, it } from "vitest";
import * as Y from "yjs";
import { PAGE } from "#app/rooms/shared-page.ts";
import { openSeminar, type Seminar } from "./annotations/test-seminar.ts";
import { makePageStore } from "./shared-notes/page-store.ts";
import { verify } from "./verification.ts";

let s: Seminar;
let root: string;

beforeEach(async () => {
  s = await openSeminar();
  root = await s.publish(s.ada);
  await s.reply(s.ben, root);
  await s.edit(s.ada, root, "Better words", 1);
  await s.publish(s.ada, { placement: "me" });
  await writePage();
});
afterEach(() => s.site.close());

/** A page with a version, and two changes since: rows 2 to 4. */
async function writePage(): Promise<void> {
  const [seat] = await s.site.read.audiences.openSeats(s.ada.id, s.group);
  const page = { document: s.text.id, audience: seat?.audience ?? "" };
  const { transact } = s.site.writer;
  const store = makePageStore({ read: s.site.read, transact, clock: () => s.site.time.now, newId: s.site.newId });
  const doc = new Y.Doc();
  const write = async (words: string) => {
    const before = Y.encodeStateVector(doc);
    const paragraph = new Y.XmlElement("paragraph");
    paragraph.insert(0, [new Y.XmlText(words)]);
    doc.getXmlFragment(PAGE).push([paragraph]);
    const update = Y.encodeStateAsUpdate(doc, before);
    await store.append(page, [{ member: s.ada.id, update, clients: [doc.clientID] }]);
  };
  await write("First");
  const content = { type: "doc", content: [{ type: "paragraph", content: [{ type: "text", text: "First" }] }] };
  await store.keepVersion(page, { content, members: [s.ada.id], update: Y.encodeStateAsUpdate(doc) });
  s.site.time.now += 1;
  await write("Second");
  await write("Third");
}

const found = async () => (await verify(s.site.database.read)).findings.join("\n");

describe("verification", () => {
  it("is content with what services leave behind", async () => {
    expect(await verify(s.site.database.read)).toEqual({ ok: true, findings: [] });
  });

  it.each([
    {
      name: "a changed note",
      sql: "UPDATE annotations SET status = 'hidden' WHERE id = @root",
      says: "otherwise than it is stored",
    },
    {
      name: "a changed body",
      sql: "UPDATE annotation_revisions SET body = 'forged' WHERE annotation_id = @root",
      says: "otherwise than it is stored",
    },
    {
      name: "a forged row",
      sql: "UPDATE changes SET value = replace(value, 'Better', 'Worse') WHERE key = @root",
      says: "otherwise than it is stored",
    },
    {
      name: "a note that is nowhere",
      sql: "UPDATE changes SET key = 'x' WHERE key = @root",
      says: "does not stand there",
    },
    { name: "a missing row", sql: "DELETE FROM changes WHERE seq = 2", says: "jumps from row 1 to row 3" },
    { name: "a cut tail", sql: "DELETE FROM changes WHERE seq = 3", says: "ends at row 2, its head says 3" },
    { name: "a wrong predecessor", sql: "UPDATE changes SET prev = 0 WHERE seq = 3", says: "supersedes 1, says 0" },
    {
      name: "a superseded value",
      sql: "UPDATE changes SET value = '\"old\"' WHERE seq = 1 AND key = @root",
      says: "not blanked",
    },
    { name: "rows without a room", sql: "DELETE FROM rooms WHERE name LIKE 'desk/%'", says: "has changes but no head" },
    { name: "a room of no text", sql: "INSERT INTO rooms VALUES ('reading/x/y', 1, 0)", says: "which is not there" },
    {
      name: "a lost index row",
      sql: "DELETE FROM note_words WHERE note_words MATCH 'better'",
      says: "does not know note",
    },
    {
      name: "a stale index row",
      sql: "UPDATE note_words SET words = 'old' WHERE note_words MATCH 'better'",
      says: "otherwise",
    },
    {
      name: "an index row under another audience",
      sql: "UPDATE note_words SET audience = 'x' WHERE note_words MATCH 'better'",
      says: "otherwise",
    },
    {
      name: "a stray index row",
      sql: "INSERT INTO note_words SELECT * FROM note_words LIMIT 1",
      says: "of a note that is not there",
    },
    {
      name: "an indexed note that is hidden",
      sql: "INSERT INTO search_notes SELECT 7, 'x', 'x', audience_id, document_id, seat_id, 0, 0 FROM search_notes LIMIT 1",
      says: "knows note x where it does not stand",
    },
    {
      name: "a stale passage",
      sql: "UPDATE block_words SET words = 'old' WHERE rowid = 1",
      says: "other passages of text",
    },
    {
      name: "a lost passage",
      sql: "DELETE FROM search_blocks WHERE id = 2",
      says: "other passages of text",
    },
    {
      name: "a letter that was sent and still says something",
      sql: `INSERT INTO letters (id, address, subject, text, html, headers, created_at, due_at, state)
            VALUES ('01', 'a@example.org', '', 'a link', '', '{}', 1, 1, 'sent')`,
      says: "1 letters were sent and still hold",
    },
    {
      name: "a torn row of a shared page",
      sql: 'UPDATE shared_note_updates SET "update" = substr("update", 1, 20) WHERE seq = 2',
      says: "row 2 of its log cannot be read",
    },
    {
      name: "a lost row of a shared page",
      sql: "DELETE FROM shared_note_updates WHERE seq = 3",
      says: "its log has holes",
    },
    {
      name: "a forged version of a shared page",
      sql: "UPDATE shared_note_versions SET page = replace(page, 'First', 'Worst')",
      says: "otherwise than version",
    },
    {
      name: "a version that is no page",
      sql: "UPDATE shared_note_versions SET page = replace(page, 'paragraph', 'script')",
      says: "is no page",
    },
    {
      name: "a shared page without its first row",
      sql: "DELETE FROM shared_note_updates WHERE seq = 2",
      says: "does not begin with version",
    },
    {
      name: "a shared page without its log",
      sql: "DELETE FROM shared_note_updates",
      says: "has versions, but no log",
    },
    {
      name: "a dangling reference",
      sql: "UPDATE annotations SET creator_id = 'nobody' WHERE id = @root",
      says: "points to nothing in members",
    },
  ])("finds $name", async ({ sql, says }) => {
    const { sqlite } = s.site.database.write;
    sqlite.pragma("foreign_keys = OFF");
    sqlite.prepare(sql).run(sql.includes("@root") ? { root } : {});
    expect(await found()).toContain(says);
  });

  it("stops telling after a hundred findings", async () => {
    const { sqlite } = s.site.database.write;
    const add = sqlite.prepare("INSERT INTO rooms VALUES (?, 1, 0)");
    for (let room = 0; room < 150; room += 1) add.run(`stray/${room}`);
    expect((await verify(s.site.database.read)).findings).toHaveLength(100);
  });
});
