/** S9: whatever is typed into a search is words: 200, no syntax, and nothing from outside the viewer's audiences. */
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openDatabase } from "#db/client.ts";
import { type AttackSite, openAttackSite, type Person, type Seminar } from "./attack-site.ts";

let site: AttackSite;
let mine: Seminar;
let theirs: Seminar;
let ada: Person;
let note: string;

beforeAll(async () => {
  site = await openAttackSite();
  [mine, theirs] = [await site.seminar(), await site.seminar()];
  ada = await site.enter(mine, "member");
  note = await site.note(mine, ada, { body: "A near wall of words, 100% (body: none)" });
  await site.note(mine, mine.owner, { body: "secretword of the owner, words", placement: "me" });
  await site.note(theirs, theirs.owner, { body: "secretword of another group, words" });
}, 180_000);

afterAll(() => site.close());

const find = (line: string, everywhere = false) =>
  site.site.search.find(ada.viewer, mine.id, { line, sort: "time", show: "all", everywhere, after: null });
const search = (query: string) => site.get(`/g/${mine.id}/search.data?q=${encodeURIComponent(query)}`, ada);

const syntax = [
  ...['"', '""', '"""', '"words', 'words"', "'", "''; DROP TABLE annotations; --", "' OR 1=1 --", "\\", '\\"', ";"],
  ...["*", "words*", "*words", "w*rds", "**", "^words", "^", "-words", "+words", "+", "words -wall", "!", "~"],
  ...["AND", "OR", "NOT", "AND words", "words AND", "words OR", "NOT words", "words NOT wall", "words AND AND wall"],
  ...["NEAR", "NEAR(", "NEAR(words wall)", "NEAR(words wall, 5)", "NEAR/5", "words NEAR wall"],
  ...["body:words", "body : words", "{body audience} : words", "-{body} : words", "audience:x", "annotation : x"],
  ...["(", ")", "()", "(words", "words)", "((((", "{", "}", "{}", "[", "]", ":", "::", ",", "."],
  ...["%", "_", "100%", "w_rds", "[a-z]", "?", "$1", ":name", "@p", "#", "--", "/* x */", "\u0000", "words\u0000wall"],
  ...["\ud800", "\udfff words", "🙂", "é".normalize("NFD"), "\u202ewords", "\u200b", "  ", "\t\n", "ﬁ", "ß", "İ"],
  ...["x".repeat(3000), "words ".repeat(500), '"'.repeat(2000), "(".repeat(2000), "NEAR(".repeat(400)],
  ...[`"${"words ".repeat(300)}"`, "by:".repeat(900), "-".repeat(3000), "¶1-999999", "¶999999", "¶-1", "¶1-2-3"],
  ...['by:"', "by:\"' OR 1", "tag:*", 'tag:"a" OR "b"', "in:audience", "in:%", "kind:NOT", "colour:)", "is:", "has:"],
  ...["before:9999-12-31", "after:0000", "before:-1", "after:1e9", "-after:2020 -before:2020", "is:open -is:open"],
] as const;

it.each(syntax)("S9: %j", async (query) => {
  const answer = await search(query.replace(/\p{Surrogate}/gu, "\ufffd"));
  expect(answer.status).toBe(200);
  const body = await answer.text();
  expect(body).not.toMatch(/of the owner|of another group|fts5|SQLITE|syntax error/i);
  // What the address cannot carry can still be typed into another client.
  const { notes, passages } = await find(query);
  for (const { annotation } of notes) expect(annotation).toBe(note);
  for (const { text } of passages) expect(text.id).toBe(mine.text.id);
});

it("S9: operators are words like others, and columns are none", async () => {
  const found = async (query: string) => (await find(query)).notes.length;
  expect(await found("near wall")).toBe(1);
  expect(await found("NEAR(near wall)")).toBe(1);
  expect(await found("wall NOT words")).toBe(0);
  expect(await found("wall OR missing")).toBe(0);
  expect(await found("secretword")).toBe(0);
  expect(await found(`audience : "${theirs.audience}"`)).toBe(0);
  expect(await found(`words" OR audience : "${theirs.audience}`)).toBe(0);
});

it("S9: LIKE's own signs find themselves only, in the members of a site too", async () => {
  const admin = await site.person({ isAdmin: true });
  const people = async (query: string) => {
    const answer = await site.get(`/admin/members.data?q=${encodeURIComponent(query)}`, admin);
    expect(answer.status).toBe(200);
    return (await site.site.admin.members(admin.viewer, { query })).length;
  };
  expect(await people("example")).toBeGreaterThan(2);
  for (const query of ["%", "_", "p_@example", "\\", "\\%", "' OR '1'='1", "p%example"]) {
    expect([query, await people(query)]).toEqual([query, 0]);
  }
});

it("S9: ten thousand terms are answered as the first of them are", async () => {
  const words = Array.from({ length: 10_000 }, (_, n) => `term${n}`).join(" ");
  expect((await find(words)).notes).toEqual([]);
  expect((await find(`near wall by:me ${words}`)).query.length).toBeLessThan(30);
});

it("S9: what others are called, tag and write is in no facet, count or completion", async () => {
  const zed = await site.enter(theirs, "member");
  const { sqlite } = openDatabase(join(site.dataDir, "glossa.sqlite"), "write");
  sqlite.prepare("UPDATE members SET name = 'Zedword Zeta' WHERE id = ?").run(zed.id);
  sqlite.prepare("UPDATE documents SET title = 'Zedword text' WHERE id = ?").run(theirs.text.id);
  const hidden = await site.note(mine, mine.owner, { body: "zedword", placement: "me" });
  const foreign = await site.note(theirs, zed, { body: "zedword" });
  for (const [id, group] of [
    [hidden, mine.id],
    [foreign, theirs.id],
  ] as const) {
    sqlite.prepare("UPDATE annotations SET tags = '[\"zedword\"]' WHERE id = ?").run(id);
    const tag = "INSERT INTO tags (group_id, key, name, is_listed, created_at) VALUES (?, 'zedword', 'zedword', 0, 1)";
    sqlite.prepare(tag).run(group);
    sqlite.prepare("INSERT INTO kinds (id, group_id, name, created_at) VALUES (?, ?, 'zedword', 1)").run(id, theirs.id);
    await site.site.transact((store) => store.search.index({ id }));
  }
  sqlite.close();
  for (const line of ["zedword", "tag:zedword", "by:zedword", "in:zedword", "kind:zedword", `in:${theirs.text.id}`]) {
    for (const everywhere of [false, true]) {
      const { notes, passages, facets, noteCount } = await find(line, everywhere);
      expect([line, notes, passages, facets, noteCount.count]).toEqual([line, [], [], [], 0]);
    }
  }
  for (const facet of ["by", "tag", "kind", "colour", "in"] as const) {
    for (const everywhere of [false, true]) {
      const values = await site.site.search.complete(ada.viewer, mine.id, { facet, typed: "zed", everywhere });
      expect([facet, values]).toEqual([facet, []]);
    }
  }
  const values = await site.site.search.complete(mine.owner.viewer, mine.id, {
    ...{ facet: "tag", typed: "ZED", everywhere: false },
  });
  expect(values).toEqual([{ value: "zedword", label: "zedword" }]);
});

it("S9: a place from another search shows nothing that this one may not", async () => {
  const id = await site.note(mine, mine.owner, { body: "words behind a desk", placement: "me" });
  const row = site.database.sqlite
    .prepare<[string], number>("SELECT id FROM search_notes WHERE annotation_id = ?")
    .pluck()
    .get(id);
  const after = `${((row ?? 0) + 1).toString(36)}.0.${theirs.text.id}`;
  for (const sort of ["time", "place", "activity"] as const) {
    const { notes } = await site.site.search.find(ada.viewer, mine.id, {
      ...{ line: "words", sort, show: "all", everywhere: true, after },
    });
    for (const { annotation } of notes) expect(annotation).toBe(note);
  }
});
