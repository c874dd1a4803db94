import { describe, expect, it } from "vitest";
import { isOpen, isStaff, outranks, type Role, roles } from "./group.ts";

describe("outranks", () => {
  it.each(roles.flatMap((a, i) => roles.map((b, j) => [a, b, i < j] as const)))("%s above %s: %s", (a, b, answer) => {
    expect(outranks(a, b)).toBe(answer);
  });
});

it.each<[Role, boolean]>([
  ["owner", true],
  ["teacher", true],
  ["moderator", true],
  ["member", false],
  ["observer", false],
])("%s is staff: %s", (role, answer) => {
  expect(isStaff(role)).toBe(answer);
});

it.each([
  [null, null, true],
  [1, null, false],
  [null, 1, false],
])("archived at %s, to be deleted after %s: open is %s", (archivedAt, deleteAfter, answer) => {
  expect(isOpen({ archivedAt, deleteAfter })).toBe(answer);
});
