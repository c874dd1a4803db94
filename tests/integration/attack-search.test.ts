/** S9: whatever is typed into a search is words: 200, no syntax, and nothing from outside the viewer's audiences. */
import { afterAll, beforeAll, expect, it } from "vitest";
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
] as const;

it.each(syntax)("S9: %j", async (query) => {
  const answer = await search(query.replace(/\p{Surrogate}/gu, "\ufffd"));
  expect(answer.status).toBe(200);
  const body = await answer.text();
  expect(body).not.toMatch(/of the owner|of another group|fts5|SQLITE|syntax error/i);
  // What the address cannot carry can still be typed into another client.
  const hits = await site.site.documents.search(ada.viewer, mine.id, query);
  for (const { annotation } of hits) expect(annotation).toBe(note);
});

it("S9: operators are words like others, and columns are none", async () => {
  const found = async (query: string) => (await site.site.documents.search(ada.viewer, mine.id, query)).length;
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
