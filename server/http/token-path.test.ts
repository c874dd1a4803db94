import { expect, it } from "vitest";
import { carriesToken, isOnePress, loggedPath } from "./token-path.ts";

it.each([
  ["/reset/abc", "/reset/…", true],
  ["/reset/abc.data", "/reset/…", true],
  ["/confirm/abc", "/confirm/…", true],
  ["/join/abc", "/join/…", true],
  ["/setup/abc", "/setup/…", true],
  ["/email/abc/more", "/email/…/more", true],
  ["/letters/abc", "/letters/…", true],
  ["/settings/letters", "/settings/letters", false],
  ["/portfolio/shared/abc", "/portfolio/shared/…", true],
  ["/collections/shared/abc", "/collections/shared/…", true],
  ["/portfolio", "/portfolio", false],
  ["/reset", "/reset", false],
  ["/g/abc", "/g/abc", false],
  [`/${"x".repeat(500)}`, `/${"x".repeat(199)}`, false],
])("%s is logged as %s", (path, logged, secret) => {
  expect(loggedPath(path)).toBe(logged);
  expect(carriesToken(path)).toBe(secret);
});

const token = "t".repeat(43);
it.each([
  [`/letters/${token}`, true],
  [`/letters/${token}.data`, false],
  [`/letters/${token}/more`, false],
  ["/letters/short", false],
  [`/reset/${token}`, false],
  [`/x/letters/${token}`, false],
])("%s is one press: %s", (path, isOne) => {
  expect(isOnePress(path)).toBe(isOne);
});
