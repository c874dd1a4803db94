import { expect, it } from "vitest";
import type { Role } from "#app/domain/group/group.ts";
import { type NextStep, nextStep } from "./next-step.ts";

const blank = { notes: 0, own: 0, readTo: null };
const discussed = { notes: 5, own: 0, readTo: null };
const read = { notes: 5, own: 0, readTo: 3 };
const answered = { notes: 5, own: 1, readTo: 3 };

const cases: readonly (readonly [string, Role, (typeof blank | typeof read)[], NextStep | null])[] = [
  ["no text at all", "member", [], null],
  ["nobody has written", "member", [blank], "firstOfAll"],
  ["nobody has written", "owner", [blank, blank], "firstOfAll"],
  ["nobody has written", "observer", [blank], "look"],
  ["a first visit", "member", [discussed, blank], "open"],
  ["a first visit", "observer", [discussed], "look"],
  ["a first visit", "teacher", [discussed], null],
  ["read, not written", "member", [read, discussed], "write"],
  ["read, not written", "observer", [read], null],
  ["at home", "member", [answered, discussed], null],
];

it.each(cases)("%s: the next step of a %s", (_, role, texts, step) => {
  expect(nextStep(role, texts)).toBe(step);
});
