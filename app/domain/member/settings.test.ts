import { expect, it } from "vitest";
import { defaultSettings } from "./member.ts";
import { areSettings } from "./settings.ts";

it.each([
  [{}, true],
  [defaultSettings, true],
  [{ theme: "dark", size: 24 }, true],
  [{ theme: "sepia" }, false],
  [{ language: "de" }, true],
  [{ language: "xx" }, false],
  [{ size: 18.5 }, false],
  [{ size: "18" }, false],
  [{ isAdmin: true }, false],
  [{ toString: "dark" }, false],
])("%j are settings: %s", (given, answer) => {
  expect(areSettings(given)).toBe(answer);
});
