import { expect, it } from "vitest";
import { areSiteSettings, readSiteSetting } from "./site-settings.ts";

it.each([
  [true, true],
  [false, false],
  [undefined, false],
  ["true", false],
  [null, false],
])("reads %j as %j", (stored, read) => expect(readSiteSetting("secondFactorForStaff", stored)).toBe(read));

it.each([
  [{}, true],
  [{ secondFactorForStaff: true }, true],
  [{ secondFactorForStaff: "yes" }, false],
  [{ isAdmin: true }, false],
])("takes %j: %j", (given, taken) => expect(areSiteSettings(given)).toBe(taken));
