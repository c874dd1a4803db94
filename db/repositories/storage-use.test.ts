import { afterEach, beforeEach, expect, it } from "vitest";
import { makeReadStore } from "#db/store.ts";
import { openTestDatabase, type TestDatabase } from "#db/test-database.ts";
import { documentsRepository } from "./documents.ts";

let database: TestDatabase;

beforeEach(() => {
  database = openTestDatabase();
  database.write.sqlite.exec(`
    INSERT INTO groups (id, name, colour_names, created_at) VALUES ('g', 'G', '{}', 1), ('h', 'H', '{}', 1);
    INSERT INTO members (id, name, email, email_key, pronouns, time_zone, hue, settings, created_at)
    VALUES ('m', 'M', 'm@example.org', 'm@example.org', '', 'UTC', 1, '{}', 1);
    INSERT INTO imports (id, group_id, member_id, format, pieces, title, author, language, bytes, created_at)
    VALUES ('i', 'g', 'm', 'plain', '[]', '', '', '', 1000, 1);`);
});
afterEach(() => database.close());

const used = (group: string) => makeReadStore(database.read.db).storageUse.ofGroup(group);

it("adds up texts and proposals of one group, in bytes", async () => {
  const row = { id: "d", groupId: "g", title: "T", dir: "ltr", format: "plain", words: 1, revisionId: "r" } as const;
  const words = { html: "<p>é</p>", text: "é", blocks: [], pages: [] };
  await documentsRepository(database.write.db).insert({ ...row, addedBy: "m", createdAt: 1 }, words);
  expect(await used("g")).toBe(1000 + 9 + 2);
  expect(await used("h")).toBe(0);
});

it("reads nothing but indexes", () => {
  const plan = (sql: string) =>
    database.read.sqlite.prepare<[], { readonly detail: string }>(`EXPLAIN QUERY PLAN ${sql}`).all();
  const steps = [
    ...plan(
      "SELECT sum(r.bytes) FROM documents d JOIN document_revisions r ON r.document_id = d.id WHERE d.group_id = 'g'",
    ),
    ...plan("SELECT sum(bytes) FROM imports WHERE group_id = 'g'"),
  ];
  expect(steps.map(({ detail }) => detail)).toEqual([
    expect.stringMatching(/^SEARCH d USING (COVERING )?INDEX documents_group/),
    expect.stringContaining("USING COVERING INDEX document_revisions_bytes"),
    expect.stringContaining("USING COVERING INDEX imports_bytes"),
  ]);
});
