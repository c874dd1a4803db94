/** How many threads wait above and below what is on screen, and what kind they are. */
import type { Thread } from "#app/live/thread-index.ts";

export const awayKinds = ["all", "fresh", "mine", "teacher", "unanswered"] as const;
export type AwayKind = (typeof awayKinds)[number];
export type AwayCounts = Readonly<Record<AwayKind, number>>;

/** Running sums over threads in text order, so that scrolling costs two searches, however many notes there are. */
export type AwayIndex = {
  /** Threads at a passage, in text order. */
  readonly threads: readonly Thread[];
  /** `sums[kind][i]`: how many of the first i threads are of that kind. */
  readonly sums: Readonly<Record<AwayKind, Uint32Array>>;
};

export type AwayFacts = {
  readonly isFresh: (thread: Thread) => boolean;
  readonly isOwn: (seat: string) => boolean;
  readonly isTeacher: (seat: string) => boolean;
};

/** `threads` in text order; those on the whole text are never away. */
export function indexAway(threads: readonly Thread[], { isFresh, isOwn, isTeacher }: AwayFacts): AwayIndex {
  const placed = threads.filter(({ span }) => span !== null);
  const is: Readonly<Record<AwayKind, (thread: Thread) => boolean>> = {
    all: () => true,
    fresh: isFresh,
    mine: ({ root, replies }) => isOwn(root.seat) || replies.some(({ seat }) => isOwn(seat)),
    teacher: ({ root, replies }) => isTeacher(root.seat) || replies.some(({ seat }) => isTeacher(seat)),
    unanswered: ({ isOpenQuestion }) => isOpenQuestion,
  };
  const sum = (kind: AwayKind) => {
    const sums = new Uint32Array(placed.length + 1);
    for (const [i, thread] of placed.entries()) sums[i + 1] = (sums[i] ?? 0) + (is[kind](thread) ? 1 : 0);
    return sums;
  };
  const sums = Object.fromEntries(awayKinds.map((kind) => [kind, sum(kind)])) as Record<AwayKind, Uint32Array>;
  return { threads: placed, sums };
}

/** What is above and below two places of the text (code units), and the thread that comes next on each side. */
export function awayFrom({ threads, sums }: AwayIndex, seen: { readonly start: number; readonly end: number }) {
  const first = firstFrom(threads, seen.start);
  const last = firstFrom(threads, seen.end);
  const between = (from: number, to: number) =>
    Object.fromEntries(awayKinds.map((kind) => [kind, (sums[kind][to] ?? 0) - (sums[kind][from] ?? 0)])) as AwayCounts;
  return {
    above: { counts: between(0, first), next: threads[first - 1]?.id ?? null },
    below: { counts: between(last, threads.length), next: threads[last]?.id ?? null },
  };
}

function firstFrom(threads: readonly Thread[], start: number): number {
  let [low, high] = [0, threads.length];
  while (low < high) {
    const half = (low + high) >>> 1;
    if ((threads[half]?.span?.start ?? 0) < start) low = half + 1;
    else high = half;
  }
  return low;
}
