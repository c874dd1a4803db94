import { describe, expect, it } from "vitest";
import { isReservedName, tidyName } from "./name.ts";

describe("isReservedName", () => {
  it.each([
    "admin",
    "Admin",
    "ADMINISTRATOR",
    "Moderator",
    "system",
    "Glossa",
    "Glossa Team",
    "The Admin",
    "ad min",
    "a.d.m.i.n",
    "admin-1",
    "аdmin",
    "аԁmіn",
    "adm1n",
    "ａｄｍｉｎ",
    "ad\u200bmin",
    "ádmin",
    "g10ssa",
    "gIossa",
    "GLOSSΑ",
    "rnoderator",
    "𝐚𝐝𝐦𝐢𝐧",
    "s\u0443stem",
  ])("A1: refuses %s", (name) => {
    expect(isReservedName(name)).toBe(true);
  });

  it.each(["Adam", "Ines Glossner", "Admir", "Systematic Reader", "Мария Админова", "Σοφία", "李明", "Modesta"])(
    "welcomes %s",
    (name) => {
      expect(isReservedName(name)).toBe(false);
    },
  );
});

describe("tidyName", () => {
  it.each([
    ["  Ada   Lovelace ", "Ada Lovelace"],
    ["Ada\r\nBcc: all@example.org", "Ada Bcc: all@example.org"],
    ["\u202eadA", "adA"],
    ["Zoe\u0308", "Zo\u00eb"],
    ["\u200b\u200b", ""],
    ["محمد", "محمد"],
  ])("shows %j as %j", (name, tidy) => {
    expect(tidyName(name)).toBe(tidy);
  });
});
