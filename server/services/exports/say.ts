/** What several writers say of a note in the same words. */

import { takingWords } from "#app/words/taking.ts";
import { timeWords } from "#app/words/time.ts";
import type { FileHead, TakenNote, TakenText } from "./taken.ts";

const words = takingWords.file;

/** The number that a seminar cites for a place, or null where it has none. */
export function paragraphOf({ blocks }: Pick<TakenText, "blocks">, start: number | null): number | null {
  return start === null ? null : (blocks.findLast((block) => block.start <= start)?.number ?? null);
}

/** A day in the zone of whoever takes the file along. */
export function dayOf(at: number, { zone }: Pick<FileHead, "zone">): string {
  return new Intl.DateTimeFormat(timeWords.locale, { dateStyle: "medium", timeZone: zone }).format(at);
}

/** What stands where a note was. */
export function tombstoneOf({ status }: Pick<TakenNote, "status">): string {
  switch (status) {
    case "deleted":
    case "hidden":
    case "removed":
      return words.tombstone[status];
    default:
      return words.tombstone.gone;
  }
}

/** Who wrote it. */
export function nameOf({ by }: Pick<TakenNote, "by">): string {
  return by?.name ?? words.someone;
}

/** The line beside a name: role, day, kind, and who sees it, as far as there is something to say. */
export function factsOf(note: TakenNote, head: Pick<FileHead, "zone">): readonly string[] {
  const role = note.by?.role ?? null;
  return [
    role === null ? "" : words.roles[role],
    dayOf(note.created, head),
    note.edited === null ? "" : words.edited(dayOf(note.edited, head)),
    note.kind ?? (note.motivation === "questioning" ? words.question : ""),
    note.isPrivate ? words.onlyMe : "",
    note.status === "hidden" || note.status === "removed" ? words.hidden : "",
    note.status === "held" || note.status === "spam" ? words.held : "",
  ].filter((fact) => fact !== "");
}
