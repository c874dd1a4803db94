import { describe, expect, it } from "vitest";
import type { RosterSeat } from "#app/context/reading.ts";
import { parseMarkup } from "#app/domain/markup/parse.ts";
import { type Audience, askedAt, offersFor, type Suggestions } from "./suggestions.ts";

const seat = (n: number) => `01ARZ3NDEKTSV4RRFFQ69G5FA${n}`;
const person = (n: number, name: string, role: RosterSeat["role"] = "member"): RosterSeat => ({
  ...{ id: `member ${n}`, seat: seat(n), room: "reading", audience: "group", name, role, pronouns: "" },
  ...{ hue: 1, picture: null, veil: null },
});
const from: Suggestions = {
  people: () => [
    ...[person(1, "Amina Musa"), person(2, "Jonas Keller"), person(3, "Prof. Ingrid Dahl", "teacher")],
    { ...person(4, "Heron 472"), room: "among", audience: "cohort" },
  ],
  paragraphs: () => [
    { number: 1, words: "The first stone" },
    { number: 12, words: "Whoever leans" },
  ],
  tags: () => [],
  notes: () => [{ id: seat(7), name: "Jonas Keller", words: "Why [not] *her*?" }],
};

describe("askedAt", () => {
  it.each([
    ["@", { kind: "person", query: "", start: 0 }],
    ["so @Jo", { kind: "person", query: "Jo", start: 3 }],
    ["so @Jonas Ke", { kind: "person", query: "Jonas Ke", start: 3 }],
    ["(@jo", { kind: "person", query: "jo", start: 1 }],
    ["me@example", null],
    ["see ¶1", { kind: "paragraph", query: "1", start: 4 }],
    ["see #1", { kind: "paragraph", query: "1", start: 4 }],
    ["see #", { kind: "paragraph", query: "", start: 4 }],
    ["C#", null],
    ["as [[wh", { kind: "note", query: "wh", start: 3 }],
    ["as [[x]] so", null],
    ["@ so", null],
    ["@jo\nnext", null],
  ])("%j", (text, asked) => {
    expect(askedAt(text, text.length)).toEqual(asked);
  });
});

describe("offersFor", () => {
  const names = (query: string, audience: Audience = "everyone") =>
    offersFor({ kind: "person", query, start: 0 }, from, audience).map(({ label }) => label);
  it.each<[string, string, Audience, readonly string[]]>([
    ["everybody", "", "everyone", ["Amina Musa", "Jonas Keller", "Prof. Ingrid Dahl"]],
    ["the beginning of any name", "ke", "everyone", ["Jonas Keller"]],
    ["behind a title", "ing", "everyone", ["Prof. Ingrid Dahl"]],
    ["who reads in an assignment, by the name that they have there", "", { among: "cohort" }, ["Heron 472"]],
    ["nobody under a private note", "", "nobody", []],
    ["staff and one member under a private reply", "", { staffAnd: "member 2" }, ["Jonas Keller", "Prof. Ingrid Dahl"]],
  ])("%s", (_, query, audience, found) => {
    expect(names(query, audience)).toEqual(found);
  });

  it.each([
    ["1", ["¶1", "¶12"]],
    ["12", ["¶12"]],
    ["LEANS", ["¶12"]],
  ])("paragraphs for %j", (query, found) => {
    expect(offersFor({ kind: "paragraph", query, start: 0 }, from, "nobody").map(({ label }) => label)).toEqual(found);
  });

  it("writes what the parser reads as that note, whatever is in its words", () => {
    const [note] = offersFor({ kind: "note", query: "not", start: 0 }, from, "everyone");
    expect(parseMarkup(note?.insert ?? "", { origin: "" })).toMatchObject([
      { content: [{ kind: "noteLink", note: seat(7), label: "Jonas Keller: Why [not] *her*?" }] },
    ]);
  });
});
