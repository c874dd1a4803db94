import { expect, it } from "vitest";
import { dateLine, rightsIn } from "./facts.ts";

it.each([
  ["1819", "1819"],
  [" March\n 2021 ", "March 2021"],
  ["2021-03-04T10:00:00+01:00", "2021-03-04"],
  ["2021-03-04T10:00:00.000Z", "2021-03-04"],
  ["x".repeat(1_000), "x".repeat(300)],
])("%.30j is published %.30j", (said, published) => expect(dateLine(said)).toBe(published));

const licence = (words: string) => ({ words, isLicence: true });
const rights = (words: string) => ({ words, isLicence: false });

it.each([
  ["nothing", [], "", ""],
  ["a licence by its address", [licence("https://creativecommons.org/licenses/by/4.0/")], "CC-BY-4.0", ""],
  ["a licence where rights stand", [rights("Public domain")], "public-domain", ""],
  ["both", [rights("© Ada Field"), licence("CC BY 4.0")], "CC-BY-4.0", "© Ada Field"],
  ["a licence in words of its own", [licence("Read it, and pass it on.")], "Read it, and pass it on.", ""],
  ["words before a name", [licence("Free to read"), licence("CC BY 4.0")], "CC-BY-4.0", ""],
] as const)("%s", (_, said, licence, rights) => expect(rightsIn(said)).toEqual({ licence, rights }));
