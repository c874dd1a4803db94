import { describe, expect, it } from "vitest";
import type { Thread } from "#app/live/thread-index.ts";
import { countBySection, densityOf } from "./density.ts";

const at = (start: number | null, replies = 0) =>
  ({
    span: start === null ? null : { start, end: start + 1 },
    replies: new Array(replies).fill({}),
  }) as unknown as Thread;
const threads = [at(null), at(0), at(49, 2), at(50), at(99), at(120)];

describe("along the text", () => {
  it("counts notes with their replies by part, the last part taking what lies beyond", () => {
    expect(densityOf(threads, 100, 4)).toEqual([1, 3, 1, 2]);
    expect(densityOf([], 0, 2)).toEqual([0, 0]);
  });

  it("counts by section, the whole text with the opening", () => {
    const sections = [50, 100].map((start, n) => ({ n, level: 2, title: "", start }));
    expect(countBySection(threads, sections)).toEqual([5, 2, 1]);
    expect(countBySection(threads, [])).toEqual([8]);
  });
});
