import { expect, it } from "vitest";
import { addressMark } from "./address-mark.ts";

it.each([
  ["the same address", "192.0.2.7", "192.0.2.7", true],
  ["a neighbour", "192.0.2.7", "192.0.2.8", false],
  ["another device of the household", "2001:db8:1:2:aaaa::1", "2001:db8:1:2::77", true],
  ["the same prefix, written otherwise", "2001:0db8::1", "2001:db8:0:0:5::", true],
  ["another household", "2001:db8:1:2::1", "2001:db8:1:3::1", false],
])("%s", (_, a, b, same) => {
  expect(addressMark(a) === addressMark(b)).toBe(same);
});
