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

/** The passages of a thread's first note; none where it is gone. */
export function passagesOf({ n, notes }: TakenThread): readonly Passage[] {
  const [root] = notes;
  if (root === undefined || root.isTombstone) return [];
  return root.targets.map((target) => ({ n, ...span(target), colour: root.colour ?? "amber" }));
}
