import { expect, it } from "vitest";
import { plainWords } from "./plain.ts";

it.each([
  ["We get to say which *reading* does more", "We get to say which reading does more"],
  ['**bold** and *"quoted"*', 'bold and "quoted"'],
  ["2*3 and 2 * 3", "2*3 and 2 * 3"],
  ["كلمة *مهمة*", "كلمة مهمة"],
  ["[a link](https://example.org/secret)", "a link"],
  ["see ¶12", "see ¶12"],
  ["one\n\ntwo", "one\n\ntwo"],
])("%j reads %j", (typed, read) => {
  expect(plainWords(typed)).toBe(read);
});
