/** Who marks a work as what, where a second marker grades it too. */
import type { Marking } from "./grade.ts";

/** What markers gave so far: who gave it (null for somebody who is gone). */
export type Marks = Readonly<Partial<Record<Marking, { readonly markerId: string | null }>>>;

/** The marking that somebody writes next: the only one there is, their own of two, or the last word on both. */
export function ownMarking(marks: Marks, viewer: string, hasSecondMarker: boolean): Marking {
  if (!hasSecondMarker) return "final";
  if (marks.first === undefined || marks.first.markerId === viewer) return "first";
  if (marks.second === undefined || marks.second.markerId === viewer) return "second";
  return "final";
}

/** True once the last word can be said. */
export function isSettled(marks: Marks, hasSecondMarker: boolean): boolean {
  return !hasSecondMarker || (marks.first !== undefined && marks.second !== undefined);
}

/** A marker sees what the other gave once their own is there, so that neither follows the other. */
export function seesMarks(marks: Marks, viewer: string, hasSecondMarker: boolean): boolean {
  const own = ownMarking(marks, viewer, hasSecondMarker);
  return own === "final" || marks[own] !== undefined;
}
