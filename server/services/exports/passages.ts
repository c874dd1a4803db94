/** Which passages of a text carry which note, so that marks can be drawn before the notes themselves are read. */
import { type Colour, span } from "#app/domain/annotation/annotation.ts";
import type { TakenThread } from "./taken.ts";

/** A passage with the number of its note. UTF-16 code units into the plain text, end exclusive. */
export type Passage = {
  readonly n: number;
  readonly start: number;
  readonly end: number;
  readonly colour: Colour;
};

/** Gives of things in order of a place, call by call, those up to a place that were not given yet. */
export function inTurn<T>(things: readonly T[], placeOf: (thing: T) => number): (upTo: number) => readonly T[] {
  let next = 0;
  return (upTo) => {
    const from = next;
    for (let thing = things[next]; thing !== undefined && placeOf(thing) <= upTo; thing = things[next]) next += 1;
    return things.slice(from, next);
  };
}

/** The passages of a thread's first note; none where it is gone. */
export function passagesOf({ n, notes }: TakenThread): readonly Passage[] {
  const [root] = notes;
  if (root === undefined || root.isTombstone) return [];
  return root.targets.map((target) => ({ n, ...span(target), colour: root.colour ?? "amber" }));
}
