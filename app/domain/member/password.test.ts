import { expect, it } from "vitest";
import { type PasswordFault, passwordFault } from "./password.ts";

const isCommon = (password: string): boolean => password === "password";

const cases: readonly (readonly [string, string, PasswordFault | null])[] = [
  ["seven characters", "abcdefg", "short"],
  ["eight characters", "abcdefgh", null],
  ["eight astral characters, sixteen code units", "🌱".repeat(8), null],
  ["seven astral characters, fourteen code units", "🌱".repeat(7), "short"],
  ["128 characters", "a".repeat(128), null],
  ["129 characters", "a".repeat(129), "long"],
  ["128 characters of four bytes", "🌱".repeat(128), null],
  ["more than 1 KiB", "a".repeat(1025), "long"],
  ["blanks alone", " ".repeat(12), null],
  ["a common one", "password", "common"],
  ["the own address", "Ada@Example.org", "own"],
];

it.each(cases)("A2: %s", (_, password, fault) => {
  expect(passwordFault(password, isCommon, ["Ada", "ada@example.org"])).toBe(fault);
});
