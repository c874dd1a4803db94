/** Promise: an expression that cannot be read is told before it is kept. */
import { expect, it } from "vitest";
import { troubleOf } from "./expressions.ts";

it.each([
  ["\\bbuy\\s+now\\b", null],
  ["(a+)+$", null],
  ["", "empty"],
  ["  ", "empty"],
  ["(", "syntax"],
  ["a{2,1}", "syntax"],
  ["\\p{Nonsense}", "syntax"],
  ["x".repeat(301), "long"],
])("%j", (source, trouble) => expect(troubleOf(source)).toBe(trouble));
