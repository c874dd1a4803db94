import { randomBytes } from "node:crypto";
import { expect, it } from "vitest";
import { makeRecoveryCodes, tidyRecoveryCode } from "./recovery-codes.ts";

it("makes codes that differ, in four groups", () => {
  const codes = makeRecoveryCodes(10, randomBytes);
  expect(new Set(codes).size).toBe(10);
  for (const code of codes) expect(code).toMatch(/^([a-z0-9]{4}-){3}[a-z0-9]{4}$/);
});

it("uses all five bits of every letter", () => {
  const letters = makeRecoveryCodes(2, (n) => Uint8Array.from({ length: n }, (_, i) => i + 16));
  expect(letters).toEqual(["tuvw-xyz0-2345-6789", "tuvw-xyz0-2345-6789"]);
});

it.each([
  ["k3f9-abcd-2345-wxyz", "k3f9abcd2345wxyz"],
  [" K3F9 ABCD 2345 WXYZ ", "k3f9abcd2345wxyz"],
  ["k3f9–abcd—2345wxyz", "k3f9abcd2345wxyz"],
  ["k3f9-abcd-2345", null],
  ["k3f9-abcd-2345-wxyl", null],
  ["", null],
  ["x".repeat(200), null],
])("reads %j", (typed, code) => expect(tidyRecoveryCode(typed)).toBe(code));
