import type { LibraryText } from "#app/context/documents.ts";
import { isStaff, type Role } from "#app/domain/group/group.ts";

/** What a reader could do next in a library that has texts. */
export type NextStep = "firstOfAll" | "look" | "open" | "write";

type Known = Pick<LibraryText, "notes" | "own" | "readTo">;

/**
 * The next step of somebody who has not found it yet, else null: the first note of all, opening a text on a first visit
 * (an observer looks, others may write), and the first note of one's own. Staff know their way.
 */
export function nextStep(role: Role, texts: readonly Known[]): NextStep | null {
  if (texts.length === 0) return null;
  const observes = role === "observer";
  if (!observes && texts.every(({ notes }) => notes === 0)) return "firstOfAll";
  if (isStaff(role)) return null;
  if (texts.every(({ readTo }) => readTo === null)) return observes ? "look" : "open";
  return !observes && texts.every(({ own }) => own === 0) ? "write" : null;
}
