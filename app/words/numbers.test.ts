import { expect, it } from "vitest";
import { numbersIn } from "./numbers.ts";

const MB = 1024 * 1024;

it.each([
  ["en", 0, "up", "0 MB"],
  ["en", 1, "up", "0.1 MB"],
  ["en", 1, "down", "0 MB"],
  ["de", 1.21 * MB, "up", "1,3 MB"],
  ["en", 12.5 * MB, "up", "13 MB"],
  ["en", 12.5 * MB, "down", "12 MB"],
  ["en", 1024 * 500 * MB, "up", "512,000 MB"],
] as const)("in %s %d bytes, rounded %s, are %s", (locale, bytes, round, said) => {
  expect(numbersIn(locale).megabytes(bytes, round)).toBe(said);
});
