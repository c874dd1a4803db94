/** Where a note stands: its thread, its text, its passages. */
import type { Motivation, Target } from "#app/domain/annotation/annotation.ts";

/** All of a note that splitting, merging and moving change. */
export type NotePosition = {
  readonly id: string;
  readonly root: string;
  readonly parent: string | null;
  readonly document: string;
  readonly motivation: Motivation;
  readonly target: Target | null;
  readonly more: readonly Target[];
};

/** The position of a note, without anything else of it. */
export function positionOf({ id, root, parent, document, motivation, target, more }: NotePosition): NotePosition {
  return { id, root, parent, document, motivation, target, more };
}
