import { describe, expect, it } from "vitest";
import { anonymities } from "../assignment/assignment.ts";
import { hasVeil, keepsPromise, pseudonymOf, seesThrough } from "./veil.ts";

describe("a pseudonym", () => {
  it.each([
    ["off", true, "member", false],
    ["optional", true, "member", true],
    ["optional", false, "member", false],
    ["required", false, "member", true],
    ["required", false, "observer", true],
    ["required", false, null, true],
    ["required", false, "moderator", false],
    ["required", false, "teacher", false],
    ["optional", false, "owner", false],
    ["required", true, "teacher", true],
    ["off", true, "teacher", false],
  ] as const)("%s, chosen %s, %s: %s", (anonymity, isChosen, role, expected) => {
    expect(hasVeil({ anonymity, isChosen, role })).toBe(expected);
  });

  it("is seen through by staff and by whoever wears it", () => {
    const sees = (id: string, role: "member" | "teacher" | null) => seesThrough({ id, role }, "ada");
    expect([sees("ada", "member"), sees("tea", "teacher"), sees("ben", "member"), sees("eve", null)]).toEqual([
      ...[true, true, false, false],
    ]);
  });

  it("comes from a digest alone", () => {
    const digest = Uint8Array.from([255, 255, 255, 255, 255, 255]);
    expect(pseudonymOf(digest)).toEqual(pseudonymOf(Uint8Array.from(digest)));
    const { animal, number, hue } = pseudonymOf(digest);
    expect([animal < 64, number >= 100 && number < 1000, hue >= 1 && hue <= 5]).toEqual([true, true, true]);
  });
});

it("a promise may grow and never shrink", () => {
  const allowed = anonymities.flatMap((before) =>
    anonymities.filter((after) => keepsPromise(before, after)).map((after) => `${before} ${after}`),
  );
  expect(allowed).toEqual([
    ...["off off", "off optional", "off required"],
    ...["optional optional", "optional required", "required required"],
  ]);
});
