import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { completed, completingAt } from "./complete.ts";
import { formatQuery, identityOf } from "./format.ts";
import { parseQuery } from "./parse.ts";
import { flags } from "./query.ts";
import { spellings } from "./spelling.ts";
import { hasTerm, withToggled } from "./terms.ts";

const { de, en } = spellings;
const identities = (line: string) => parseQuery(line).map(identityOf);

describe("a line in another language", () => {
  it.each([
    ["von:ada -schlagwort:ironie", "by:ada -tag:ironie"],
    ["art:frage farbe:blau Farbe:grün", "kind:question colour:blue colour:green"],
    ["hat:antwort ist:offen IST:MEINS", "has:reply is:open is:mine"],
    ["ist:ungelesen ist:beantwortet ist:empfohlen", "is:unread is:answered is:endorsed"],
    ["vor:2026-11-24 nach:2026 text:mauer in:fenster", "before:2026-11-24 after:2026 in:mauer in:fenster"],
    ["von:mir", "by:me"],
    ["vor:morgen ist:schön", "vor:morgen ist:schön"],
  ])("%j asks for the same as %j", (german, english) => {
    expect(identities(german)).toEqual(identities(english));
    expect(identities(formatQuery(parseQuery(german), en))).toEqual(identities(english));
  });

  it("is written in the reader's spelling, and what is no facet stays as it was typed", () => {
    const line = 'by:me kind:question colour:"amber" tag:question is:open before:2026 ¶3 wall';
    expect(formatQuery(parseQuery(line), de)).toBe(
      "von:mir art:frage farbe:bernstein schlagwort:question ist:offen vor:2026 ¶3 wall",
    );
  });

  it("and back again asks for the same", () => {
    const values = ["a b", "me", "mir", "question", "Frage", "blau", "toString", "x"];
    const facets = [...Object.values(de.facets), ...Object.values(en.facets)];
    const piece = fc.oneof(
      fc.tuple(fc.constantFrom(...facets), fc.constantFrom(...values)).map(([facet, value]) => `${facet}:"${value}"`),
      fc.constantFrom(...flags, ...Object.values(de.flags), "wall"),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), fc.constantFrom(de, en), (pieces, spelling) => {
        const line = pieces.join(" ");
        expect(identities(formatQuery(parseQuery(line), spelling))).toEqual(identities(line));
      }),
    );
  });
});

it("a facet that was typed in one language is taken back in the other", () => {
  const [question] = parseQuery("kind:question");
  if (question === undefined) throw new Error("That is a term.");
  expect(hasTerm(parseQuery("art:Frage"), question)).toBe(true);
  expect(withToggled(parseQuery("art:frage mauer"), question)).toEqual(parseQuery("mauer"));
});

it("a completion is written in the reader's spelling", () => {
  const completing = completingAt("by:a", 4);
  if (completing === null) throw new Error("Nothing to complete.");
  expect(completed("by:a", completing, { name: "Ada L.", spelling: de }).line).toBe('von:"Ada L." ');
});
