import { expect, it } from "vitest";
import { isSettled, type Marks, ownMarking, seesMarks } from "./marking.ts";

const by = (markerId: string | null) => ({ markerId });

it.each<[string, Marks, boolean, string, boolean, boolean]>([
  ["alone", {}, false, "final", true, true],
  ["after oneself, alone", { final: by("me") }, false, "final", true, true],
  ["as the first of two", {}, true, "first", false, false],
  ["as the first again", { first: by("me"), second: by("you") }, true, "first", true, true],
  ["after the first", { first: by("you") }, true, "second", false, false],
  ["after one who is gone", { first: by(null) }, true, "second", false, false],
  ["as the second again", { first: by("you"), second: by("me") }, true, "second", true, true],
  ["as a third", { first: by("you"), second: by("other") }, true, "final", true, true],
])("somebody marks %s", (_, marks, hasSecond, own, sees, settled) => {
  expect(ownMarking(marks, "me", hasSecond)).toBe(own);
  expect(seesMarks(marks, "me", hasSecond)).toBe(sees);
  expect(isSettled(marks, hasSecond)).toBe(settled);
});
