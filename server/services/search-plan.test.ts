/** No statement of the search reads a row about what the viewer may not see, however common the words are. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { SearchService } from "#app/context/search.ts";
import { flags, sorts } from "#app/domain/search/query.ts";
import { countSql } from "#db/repositories/search/count-notes.ts";
import { pageSql } from "#db/repositories/search/find-notes.ts";
import { passagesSql } from "#db/repositories/search/find-passages.ts";
import { openSeminar, type Seminar } from "./annotations/test-seminar.ts";

let s: Seminar;

beforeEach(async () => {
  s = await openSeminar();
});
afterEach(() => s.site.close());

/** Rows of these tables tell about notes; each is read through a view that says which note was looked at. */
const watched = {
  annotations: "id",
  search_notes: "annotation_id",
  placements: "annotation_id",
  annotation_revisions: "annotation_id",
  annotation_reactions: "annotation_id",
  annotation_tags: "annotation_id",
  thread_states: "root_id",
  thread_reads: "root_id",
} as const;

/** Ids of the notes of which any row was read while `work` ran. */
async function readBy(work: (search: SearchService) => Promise<unknown>): Promise<Set<string>> {
  const { sqlite } = s.site.database.read;
  const touched = new Set<string>();
  sqlite.function("touched", { deterministic: false }, (id) => {
    touched.add(String(id));
    return 1;
  });
  for (const [table, id] of Object.entries(watched)) {
    sqlite.exec(`CREATE TEMP VIEW ${table} AS SELECT * FROM main.${table} WHERE touched(${id})`);
  }
  try {
    await work(s.site.search);
  } finally {
    for (const table of Object.keys(watched)) sqlite.exec(`DROP VIEW temp.${table}`);
  }
  return touched;
}

const ask = { sort: "time", show: "all", everywhere: true, after: null } as const;

describe("rows", () => {
  let mine: Set<string>;

  beforeEach(async () => {
    const words = "the same words for everybody";
    const elsewhere = await s.site.addGroup("Elsewhere");
    const eve = await s.site.addMember(elsewhere, "Eve", "owner");
    const foreign = await s.site.addText(elsewhere, eve);
    for (let n = 0; n < 5; n += 1) {
      await s.publish(s.teacher, { body: words, placement: "me" });
      await s.publish(s.ben, { body: words, placement: "me", motivation: "questioning" });
      await s.publish(eve, { body: words, document: foreign.id, target: null, motivation: "questioning" });
    }
    const open = await s.publish(s.ben, { body: words, motivation: "questioning" });
    mine = new Set([open, await s.reply(s.ada, open), await s.publish(s.ada, { body: words, placement: "me" })]);
  });

  const lines = ["words", '"same words"', "w", "-nothing", "by:ben", "by:eve", "tag:x", "kind:note", "¶1", "in:wall"];
  it.each([...lines, ...flags, ...flags.map((flag) => `-${flag}`)])("%j reads of nothing else", async (line) => {
    for (const sort of sorts) {
      const touched = await readBy((search) => search.find(s.ada, s.group, { ...ask, line, sort }));
      for (const id of touched) expect(mine).toContain(id);
    }
  });

  it("reads of what is found, or the watch would see nothing", async () => {
    const touched = await readBy((search) => search.find(s.ada, s.group, { ...ask, line: "words is:unread" }));
    expect(touched.size).toBeGreaterThan(1);
  });

  it.each(["by", "tag", "kind", "colour", "in"] as const)("completing %s reads of nothing else", async (facet) => {
    const add = "INSERT INTO tags (group_id, key, name, is_listed, created_at) VALUES (?, 'x', 'x', 0, 1)";
    s.site.database.write.sqlite.prepare(add).run(s.group);
    const touched = await readBy((search) => search.complete(s.ada, s.group, { facet, typed: "", everywhere: true }));
    for (const id of touched) expect(mine).toContain(id);
  });
});

describe("plans", () => {
  const every = flags.filter((flag) => flag !== "is:mine").map((flag) => ({ flag, holds: true }));
  const statements = [
    ...sorts.flatMap((sort) => [
      { name: `a first page by ${sort}`, sql: pageSql({ flags: every }, sort, true) },
      { name: `a further page by ${sort}`, sql: pageSql({ flags: every }, sort, false) },
    ]),
    { name: "counts of states", sql: countSql({ flags: every }) },
    { name: "counts", sql: countSql({ flags: [] }) },
    { name: "passages", sql: passagesSql },
  ];
  const names = { match: "a", viewer: "v", audiences: "[]", gated: "[]", low: 0, high: 1 };
  const page = { most: 1, key: 0, id: 0, document: "", after: 0 };

  it.each(statements)("$name: begins with the MATCH and looks all else up", ({ sql }) => {
    const steps = s.site.database.read.sqlite
      .prepare<[object], { readonly detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
      .all({ ...names, ...page })
      .map(({ detail }) => detail);
    const reads = steps.filter((detail) => /^(?:SCAN|SEARCH)/.test(detail));
    expect(reads[0]).toMatch(/^SCAN (?:w|note_words) VIRTUAL TABLE INDEX \d+:.*M/);
    for (const read of reads.slice(1)) {
      expect(read).toMatch(/^SEARCH|^SCAN (?:c|candidates|found|json_each)\b|VIRTUAL TABLE/);
    }
  });

  it("counts and lists newest first without sorting", () => {
    for (const sql of [countSql({ flags: every }), pageSql({ flags: every }, "time", true)]) {
      const steps = s.site.database.read.sqlite
        .prepare<[object], { readonly detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
        .all({ ...names, ...page });
      expect(steps.map(({ detail }) => detail).join("\n")).not.toMatch(/TEMP B-TREE|MATERIALIZE/);
    }
  });
});
