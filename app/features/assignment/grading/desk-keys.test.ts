import { expect, it } from "vitest";
import { deskKeyOf } from "./desk-keys.ts";

const press = (key: string, over = {}) => ({
  ...{ key, hasShift: false, hasModifier: false, isComposing: false, isTyping: false },
  ...over,
});

it.each([
  ["1", { kind: "level", n: 1 }],
  ["9", { kind: "level", n: 9 }],
  ["0", null],
  ["j", { kind: "next" }],
  ["K", { kind: "previous" }],
  ["s", { kind: "save" }],
  ["?", { kind: "keys" }],
  ["q", null],
])("%s", (key, said) => expect(deskKeyOf(press(key), true)).toEqual(said));

it("leaves letters to those who type, to the browser, and to those who turned them off", () => {
  expect(deskKeyOf(press("1", { isTyping: true }), true)).toBe(null);
  expect(deskKeyOf(press("s", { hasModifier: true }), true)).toBe(null);
  expect(deskKeyOf(press("s"), false)).toBe(null);
});
