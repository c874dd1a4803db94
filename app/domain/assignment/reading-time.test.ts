import { describe, expect, it } from "vitest";
import { acted, beginWatch, believed, passed, STILL_READS, TELL_EVERY, turned } from "./reading-time.ts";

const SECOND = 1_000;

describe("reading", () => {
  it("counts while the page is shown and something was done lately", () => {
    const watch = passed(acted(beginWatch(0, true), 10 * SECOND), 30 * SECOND);
    expect(watch.sum).toBe(30 * SECOND);
  });

  it("ends when nothing is done any more, and begins again", () => {
    const left = passed(beginWatch(0, true), STILL_READS + 600 * SECOND);
    expect(left.sum).toBe(STILL_READS);
    const back = acted(left, STILL_READS + 700 * SECOND);
    expect(back.sum).toBe(STILL_READS);
    expect(passed(back, STILL_READS + 705 * SECOND).sum).toBe(STILL_READS + 5 * SECOND);
  });

  it("does not count on a page that is not shown, whatever is done elsewhere", () => {
    const hidden = turned(beginWatch(0, true), 5 * SECOND, false);
    expect(passed(hidden, 300 * SECOND).sum).toBe(5 * SECOND);
    const shown = turned(hidden, 300 * SECOND, true);
    expect(passed(shown, 301 * SECOND).sum).toBe(6 * SECOND);
    expect(passed(beginWatch(0, false), 9 * SECOND).sum).toBe(0);
  });

  it("takes nothing off when a clock is set back", () => {
    expect(passed(beginWatch(100 * SECOND, true), 40 * SECOND).sum).toBe(0);
  });
});

describe("what a browser tells", () => {
  it.each([
    ["is believed", 20 * SECOND, 30 * SECOND, 20 * SECOND],
    ["is no more than went by", 30 * SECOND, 2 * SECOND, 2 * SECOND],
    ["is no more than one telling at first", 3_600 * SECOND, null, TELL_EVERY],
    ["is no more than two after a long time", 3_600 * SECOND, 86_400 * SECOND, 2 * TELL_EVERY],
    ["is nothing where it is less than nothing", -5, 30 * SECOND, 0],
    ["is nothing before the last telling", 30 * SECOND, -9 * SECOND, 0],
  ])("%s", (_, told, since, expected) => {
    expect(believed(told, since)).toBe(expected);
  });
});
