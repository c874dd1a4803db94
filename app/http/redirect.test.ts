import { describe, expect, it } from "vitest";
import { safeRedirect } from "./redirect.ts";

const kept = [
  "/",
  "/groups",
  "/t/01ARZ3NDEKTSV4RRFFQ69G5FAV#p3",
  "/g/x/search?q=a%20b&next=https%3A%2F%2Fevil.example",
  "/join/abc?x=//y",
  "/g/%20x",
];

const refused = [
  null,
  undefined,
  "",
  "groups",
  "https://evil.example",
  "javascript:alert(1)",
  "//evil.example",
  "///evil.example",
  "/\\evil.example",
  "\\/evil.example",
  "/%2fevil.example",
  "/%2Fevil.example",
  "/%5cevil.example",
  "/%255cevil.example",
  "/%252fevil.example",
  "/\t/evil.example",
  "/\n/evil.example",
  "/%09/evil.example",
  "/%0a/evil.example",
  "/%00",
  " //evil.example",
  "/ /evil.example",
  "/%20/evil.example",
  "/\u200b/evil.example",
  "/%",
];

describe("S7: a redirect never leaves the site", () => {
  it.each(kept)("keeps %s", (target) => {
    expect(safeRedirect(target)).toBe(target);
  });

  it.each(refused)("goes home for %j", (target) => {
    expect(safeRedirect(target)).toBe("/");
  });
});
