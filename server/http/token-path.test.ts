import { expect, it } from "vitest";
import { carriesToken, loggedPath } from "./token-path.ts";

it.each([
  ["/reset/abc", "/reset/…", true],
  ["/reset/abc.data", "/reset/…", true],
  ["/confirm/abc", "/confirm/…", true],
  ["/join/abc", "/join/…", true],
  ["/setup/abc", "/setup/…", true],
  ["/email/abc/more", "/email/…/more", true],
  ["/reset", "/reset", false],
  ["/g/abc", "/g/abc", false],
  [`/${"x".repeat(500)}`, `/${"x".repeat(199)}`, false],
])("%s is logged as %s", (path, logged, secret) => {
  expect(loggedPath(path)).toBe(logged);
  expect(carriesToken(path)).toBe(secret);
});
