import { describe, expect, it } from "vitest";
import { reasons } from "#app/domain/moderation/reason.ts";
import { keyOfReason, queueKeyOf, reasonOf } from "./keys.ts";

const press = (key: string, changed: Partial<Parameters<typeof queueKeyOf>[0]> = {}) => ({
  key,
  hasShift: false,
  hasModifier: false,
  isComposing: false,
  isTyping: false,
  isOnControl: false,
  ...changed,
});

describe("queueKeyOf", () => {
  it.each([
    ["J moves on", press("j"), true, "next"],
    ["K moves back", press("k"), true, "previous"],
    ["A publishes", press("a"), true, "publish"],
    ["H hides", press("h"), true, "hide"],
    ["X removes", press("x"), true, "remove"],
    ["E asks to revise", press("e"), true, "revise"],
    ["Space selects", press(" "), true, "select"],
    ["Shift and Space select up to here", press(" ", { hasShift: true }), true, "range"],
    ["Space stays with a button", press(" ", { isOnControl: true }), true, null],
    ["letters work on a button", press("a", { isOnControl: true }), true, "publish"],
    ["caps lock changes nothing", press("X"), true, "remove"],
    ["a dot repeats", press("."), true, "repeat"],
    ["not while typing", press("x", { isTyping: true }), true, null],
    ["not inside an input method", press("a", { isComposing: true }), true, null],
    ["not with Ctrl, which is the browser's", press("c", { hasModifier: true }), true, null],
    ["not when turned off", press("x"), false, null],
    ["Esc also then", press("Escape"), false, "leave"],
    ["other letters are nothing", press("z"), true, null],
    ["nor are names on objects", press("constructor"), true, null],
  ])("%s", (_, given, singleKeys, expected) => {
    expect(queueKeyOf(given, singleKeys)).toBe(expected);
  });
});

describe("the keys of reasons", () => {
  it("lead to each reason and back, with no key twice", () => {
    expect(reasons.map((reason) => reasonOf(press(keyOfReason(reason)), true))).toEqual([...reasons]);
  });

  it.each([
    ["letters", press("a"), true],
    ["digits while typing", press("1", { isTyping: true }), true],
    ["digits when turned off", press("1"), false],
  ])("are not %s", (_, given, singleKeys) => {
    expect(reasonOf(given, singleKeys)).toBeNull();
  });
});
