import { describe, expect, it } from "vitest";
import { type PendingNews, sortNews } from "./due.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** A Tuesday noon in Berlin. */
const now = Date.parse("2026-03-31T10:00:00Z");

const news = (change: Partial<PendingNews> = {}): PendingNews => ({
  ...{ id: "n", member: "ada", timeZone: "Europe/Berlin", kind: "mention", frequency: "at-once", root: "t" },
  ...{ created: now - 5 * MINUTE, isRead: false },
  ...change,
});

describe("sortNews", () => {
  it.each<[string, Partial<PendingNews>, "due" | "over" | "waits"]>([
    ["at once, two minutes old", { created: now - 2 * MINUTE }, "due"],
    ["at once, younger", { created: now - 2 * MINUTE + 1 }, "waits"],
    ["read meanwhile", { isRead: true }, "over"],
    ["not wanted", { frequency: "never" }, "over"],
    ["from longer ago than any digest", { created: now - 9 * 24 * HOUR }, "over"],
    ["daily, of this morning before seven", { frequency: "daily", created: now - 5 * HOUR - 1 }, "due"],
    ["daily, of this morning after seven", { frequency: "daily", created: now - 5 * HOUR }, "waits"],
    ["weekly, of Sunday", { frequency: "weekly", created: now - 40 * HOUR }, "due"],
    ["weekly, of yesterday", { frequency: "weekly", created: now - 20 * HOUR }, "waits"],
  ])("%s: %3$s", (_, change, fate) => {
    const { over, due } = sortNews([news(change)], now);
    expect(over.length > 0 ? "over" : due.length > 0 ? "due" : "waits").toBe(fate);
  });

  it("gathers what is at once by thread, from its first on, and digests by rhythm", () => {
    const { due } = sortNews(
      [
        news({ id: "1" }),
        news({ id: "2", created: now }),
        news({ id: "3", root: "u" }),
        news({ id: "4", member: "ben" }),
        news({ id: "5", frequency: "daily", root: "u", created: now - 20 * HOUR }),
        news({ id: "6", frequency: "daily", root: "v", created: now - 20 * HOUR }),
      ],
      now,
    );
    expect(due).toEqual([
      { member: "ada", frequency: "at-once", root: "t", ids: ["1", "2"] },
      { member: "ada", frequency: "at-once", root: "u", ids: ["3"] },
      { member: "ben", frequency: "at-once", root: "t", ids: ["4"] },
      { member: "ada", frequency: "daily", root: null, ids: ["5", "6"] },
    ]);
  });
});
