import { expect, it } from "vitest";
import { factsOfText } from "./say.ts";
import { text } from "./test-notes.ts";

it("says what is known of a text and leaves out the rest", () => {
  const facts = { author: "Ada Field", published: "1819", source: "p. 7", rights: "© Ada" };
  expect(factsOfText({ ...text, ...facts, licence: "CC-BY-SA-3.0" })).toEqual([
    ...["by Ada Field", "1819", "p. 7", "CC BY-SA 3.0", "© Ada"],
  ]);
  expect(factsOfText({ ...text, licence: "public-domain" })).toEqual(["Public domain"]);
});
