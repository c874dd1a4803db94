import { expect, it } from "vitest";
import { isColour, tidyParagraphs } from "./fields.ts";

it.each([
  [" one\r\ntwo ", "one\ntwo"],
  ["one\n\n\n\ntwo", "one\n\ntwo"],
  ["\u202etwo\u0000", "two"],
  ["tab\there", "tab here"],
])("tidies %j to %j", (text, tidy) => {
  expect(tidyParagraphs(text)).toBe(tidy);
});

it.each([
  ["amber", true],
  ["red", false],
  ["__proto__", false],
])("%s is a colour: %s", (key, answer) => {
  expect(isColour(key)).toBe(answer);
});
