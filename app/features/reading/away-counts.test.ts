import { expect, it } from "vitest";
import type { Thread } from "#app/live/thread-index.ts";
import { awayFrom, indexAway } from "./away-counts.ts";

const thread = (id: string, start: number | null, seat: string, isOpenQuestion = false, replies: string[] = []) =>
  ({
    ...{ id, isOpenQuestion, latest: 0, span: start === null ? null : { start, end: start + 5 } },
    ...{ root: { seat }, replies: replies.map((one) => ({ seat: one })) },
  }) as unknown as Thread;

const threads = [
  thread("whole", null, "ada"),
  thread("a", 10, "ada", true),
  thread("b", 20, "ben", false, ["ada"]),
  thread("c", 30, "tea"),
  thread("d", 40, "ben", true, ["tea"]),
];
const index = indexAway(threads, {
  isFresh: ({ id }) => id === "d",
  isOwn: (seat) => seat === "ada",
  isTeacher: (seat) => seat === "tea",
});

it.each([
  ["in the middle", { start: 15, end: 35 }, [1, 0, 1, 0, 1], "a", [1, 1, 0, 1, 1], "d"],
  ["at the top", { start: 0, end: 25 }, [0, 0, 0, 0, 0], null, [2, 1, 0, 2, 1], "c"],
  ["at the end", { start: 45, end: 90 }, [4, 1, 2, 2, 2], "d", [0, 0, 0, 0, 0], null],
  ["all in view", { start: 0, end: 99 }, [0, 0, 0, 0, 0], null, [0, 0, 0, 0, 0], null],
])("counts what is away %s", (_, seen, above, up, below, down) => {
  const away = awayFrom(index, seen);
  expect([Object.values(away.above.counts), away.above.next]).toEqual([above, up]);
  expect([Object.values(away.below.counts), away.below.next]).toEqual([below, down]);
});
