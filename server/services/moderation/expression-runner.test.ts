/** Promise: expressions find what they say; a catastrophic one is found out, and costs neither the server nor the others. */
import { afterEach, describe, expect, it } from "vitest";
import { type ExpressionRunner, makeExpressionRunner } from "./expression-runner.ts";

let runner: ExpressionRunner;
let now = 0;
afterEach(() => runner.close());

const catastrophic = "^(a+)+$";
const trap = `${"a".repeat(40)}!`;

describe("finds", () => {
  it.each([
    ["in the body as it is", "call 030-1234 now", "\\d{3}-\\d{4}", ["030-1234"]],
    ["whatever the case", "BUY NOW", "buy\\s+now", ["BUY NOW"]],
    ["through marks and look-alikes", "bυÿ nоw", "buy\\s+now", ["bυÿ nоw"]],
    ["through zero-width characters", "b\u200bu\u200by now", "buy", ["b\u200bu\u200by"]],
    ["in its own script", "скидка 50%", "скидк[аи]", ["скидка"]],
    ["every place, in order", "x1 y2 x3", "x\\d", ["x1", "x3"]],
    ["nothing where it matches nothing", "abc", "z*", []],
  ])("%s", async (_, body, source, expected) => {
    runner = makeExpressionRunner({ clock: () => now });
    const { places, failed } = await runner.run([source], body);
    expect((places.get(0) ?? []).map(({ start, end }) => body.slice(start, end))).toEqual(expected);
    expect(failed).toEqual(new Set());
  });
});

it("finds out the one that takes too long, runs the others, and lets the event loop go on meanwhile", async () => {
  runner = makeExpressionRunner({ clock: () => now, timeLimit: 100 });
  let turns = 0;
  const ticking = setInterval(() => (turns += 1), 5);
  const ran = await runner.run(["a!", catastrophic, "a{40}"], trap);
  clearInterval(ticking);
  expect(ran.failed).toEqual(new Set([1]));
  expect([...ran.places.keys()]).toEqual([0, 2]);
  expect(turns).toBeGreaterThan(10);
});

it("lets it rest for ten minutes, and tries it again then", async () => {
  runner = makeExpressionRunner({ clock: () => now, timeLimit: 100 });
  await runner.run([catastrophic], trap);
  const harmless = "aaa";
  expect((await runner.run([catastrophic], harmless)).failed).toEqual(new Set([0]));
  now += 10 * 60 * 1000;
  expect((await runner.run([catastrophic], harmless)).failed).toEqual(new Set());
});
