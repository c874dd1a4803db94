import { expect, it } from "vitest";
import { putAway, putAwayCookie } from "./put-away.ts";

const one = "01J0000000000000000000000A";
const two = "01J0000000000000000000000B";

it.each([
  [null, []],
  ["glossa=x", []],
  [`glossa=x; put-away=${one}.${two}`, [one, two]],
  [`put-away=${one}.<script>`, [one]],
  [`not-put-away=${one}`, []],
])("reads %j", (header, ids) => expect(putAway(header)).toEqual(ids));

it("adds one, once, and forgets the oldest of many", () => {
  expect(putAwayCookie(`put-away=${one}`, two)).toContain(`put-away=${one}.${two};`);
  expect(putAwayCookie(`put-away=${one}`, one)).toContain(`put-away=${one};`);
  const many = Array.from({ length: 20 }, (_, n) => `01J0000000000000000000${String(1000 + n)}`).join(".");
  expect(putAway(putAwayCookie(`put-away=${many}`, two))).toHaveLength(20);
  expect(putAway(putAwayCookie(`put-away=${many}`, two)).at(-1)).toBe(two);
});

it("takes nothing that is no id", () => expect(putAwayCookie(null, "a; Path=/admin")).toBeNull());
