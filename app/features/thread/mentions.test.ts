import { describe, expect, it } from "vitest";
import { parseMarkup } from "#app/domain/markup/parse.ts";
import { mentionOf, shownMentions, storedMentions } from "./mentions.ts";

const seat = (n: number) => `01ARZ3NDEKTSV4RRFFQ69G5FA${n}`;
const jonas = mentionOf("Jonas Keller", seat(1));
const ann = mentionOf("Ann", seat(2));
const annLee = mentionOf("Ann Lee", seat(3));
const strange = "Ann [B] *C* `d` \\ $e$ <f> (g.h+)";

describe("a body in a field", () => {
  it.each([
    ["a mention is a name", `So ${jonas}, why?`, "So @Jonas Keller, why?"],
    ["twice the same person", `${jonas} and ${jonas}`, "@Jonas Keller and @Jonas Keller"],
    ["a name that begins another", `${annLee}, not ${ann}`, "@Ann Lee, not @Ann"],
    ["in brackets and before a genitive", `(${jonas}’s)`, "(@Jonas Keller’s)"],
    ["whatever is in a name", `Ask ${mentionOf(strange, seat(4))}.`, `Ask @${strange}.`],
    [
      "a second person of that name keeps the source",
      `${ann} ${mentionOf("Ann", seat(5))}`,
      `@Ann ${mentionOf("Ann", seat(5))}`,
    ],
    ["no mention", "me@example.org, @nobody", "me@example.org, @nobody"],
    [
      "a plain name beside a mention of it stays plain, so all keeps the source",
      `@Ann is not ${ann}`,
      `@Ann is not ${ann}`,
    ],
    ["what would not come back keeps the source", `${ann}e`, `${ann}e`],
  ])("%s", (_, body, shown) => {
    const { words, named } = shownMentions(body);
    expect(words).toBe(shown);
    expect(storedMentions(words, named)).toBe(body);
  });
});

describe("what was written", () => {
  const named = new Map([
    ["Jonas Keller", seat(1)],
    ["Ann", seat(2)],
  ]);
  it.each([
    ["a known name", "So @Jonas Keller!", `So ${jonas}!`],
    ["at the beginning of a line", "So\n@Ann", `So\n${ann}`],
    ["an unknown name is a plain word", "@Hana Veselý", "@Hana Veselý"],
    ["a part of a name is a plain word", "@Jonas", "@Jonas"],
    ["a longer word is another name", "@Anna @Ann2", "@Anna @Ann2"],
    ["within a word there is no name", "me@Ann @@Ann", "me@Ann @@Ann"],
  ])("%s", (_, words, body) => {
    expect(storedMentions(words, named)).toBe(body);
  });

  it("is what the parser reads as that person, whatever is in the name", () => {
    const body = storedMentions(`@${strange}`, new Map([[strange, seat(4)]]));
    expect(parseMarkup(body, { origin: "" })).toMatchObject([
      { content: [{ kind: "mention", seat: seat(4), name: strange }] },
    ]);
  });
});
