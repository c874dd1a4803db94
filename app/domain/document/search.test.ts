import { expect, it } from "vitest";
import { withoutEmphasis } from "./search.ts";

it.each([
  ["We get to say which *reading* does more", "We get to say which reading does more"],
  ["…*we* for twenty paragraphs", "…we for twenty paragraphs"],
  ["…know*. We get to (*you*).", "…know. We get to (you)."],
  ["cut off in *the…", "cut off in the…"],
  ['**bold** and *"quoted"*', 'bold and "quoted"'],
  ["2*3 and 2 * 3", "2*3 and 2 * 3"],
  ["كلمة *مهمة*", "كلمة مهمة"],
])("%j reads %j", (typed, read) => {
  expect(withoutEmphasis(typed)).toBe(read);
});
