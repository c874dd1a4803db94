import { expect, it } from "vitest";
import { urlOf } from "./url.ts";

it.each([
  ["https://müller.example/é", "https://xn--mller-kva.example/%C3%A9"],
  ["mailto:me@a.example", "mailto:me@a.example"],
  ["/n/1", undefined],
  ["no address", undefined],
  ["https://", undefined],
])("%s is %s", (address, expected) => expect(urlOf(address)?.href).toBe(expected));

it("says the same of letters beyond ASCII however often it is asked", () => {
  // As a request brings it: one byte for each character.
  const address = Buffer.from("https://m\u00fcller.example", "latin1").toString("latin1");
  let missed = 0;
  for (let n = 0; n < 50_000; n += 1) if (urlOf(address) === null) missed += 1;
  expect(missed).toBe(0);
});
