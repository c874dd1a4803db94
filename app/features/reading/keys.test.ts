import { describe, expect, it } from "vitest";
import type { KeyPress } from "#app/ui/key-press.ts";
import { verbOf } from "./keys.ts";

const press = (key: string, changed: Partial<KeyPress> = {}): KeyPress => ({
  key,
  hasShift: false,
  hasModifier: false,
  isComposing: false,
  isTyping: false,
  ...changed,
});

describe("verbOf", () => {
  it.each([
    ["J goes on", press("j"), true, "next"],
    ["N goes through what is new", press("n"), true, "new"],
    ["with caps lock too", press("J"), true, "next"],
    ["a question mark", press("?"), true, "keys"],
    ["not while typing", press("r", { isTyping: true }), true, null],
    ["not with Ctrl, which is the browser's", press("c", { hasModifier: true }), true, null],
    ["not inside an input method", press("h", { isComposing: true }), true, null],
    ["not when turned off", press("k"), false, null],
    ["Esc also then", press("Escape"), false, "leave"],
    ["other letters are nothing", press("x"), true, null],
    ["nor are names on objects", press("constructor"), true, null],
  ])("%s", (_, given, singleKeys, expected) => {
    expect(verbOf(given, singleKeys)).toBe(expected);
  });
});
