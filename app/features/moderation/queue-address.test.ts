import { describe, expect, it } from "vitest";
import { addressOf, readAsked } from "./queue-address.ts";

const read = (search: string) => readAsked(new URLSearchParams(search));

describe("an address of the queue", () => {
  it.each([
    [""],
    ["?view=reported"],
    ["?view=done&sort=oldest"],
    [
      "?view=rule&text=T1&author=M1&reason=spam&rule=R1&language=de&claim=free&assigned=nobody&escalated=yes&age=day&from=x",
    ],
  ])("%s says the same after it was read", (search) => {
    expect(addressOf(read(search))).toBe(search);
  });

  it("leaves out what it does not know", () => {
    expect(addressOf(read("?view=nonsense&sort=up&reason=because&claim=all&age=toString&text=%20"))).toBe("");
  });
});
