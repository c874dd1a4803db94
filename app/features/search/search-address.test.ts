import { expect, it } from "vitest";
import { readAddress, writeAddress } from "./search-address.ts";

const asked = { line: "", sort: "time", show: "all", everywhere: false, after: null } as const;

it.each([
  [asked, "/g/g/search"],
  [{ ...asked, line: 'by:"Ada L." ¶3-9 +&=#' }, "/g/g/search?q=by%3A%22Ada+L.%22+%C2%B63-9+%2B%26%3D%23"],
  [
    { line: "wall", sort: "place", show: "texts", everywhere: true, after: "1.2.X" } as const,
    "/g/g/search?q=wall&sort=place&show=texts&where=all&after=1.2.X",
  ],
])("%j has its address and is read from it", (search, address) => {
  expect(writeAddress("g", search)).toBe(address);
  expect(readAddress(new URL(address, "http://x").searchParams)).toEqual(search);
});

it("reads what nobody wrote as the first search", () => {
  expect(readAddress(new URLSearchParams("q=+&sort=rank&show=people&where=here"))).toEqual(asked);
});
