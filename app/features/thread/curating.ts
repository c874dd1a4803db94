/** What threads ask of the page around them about pins, locks and the like. */
import { barOf, type Curation, type TextCuration, untouched } from "#app/domain/moderation/curation.ts";
import type { NoteCurationCommand } from "#app/domain/moderation/curation-command.ts";
import type { Note } from "#app/live/note.ts";
import type { Thread } from "#app/live/thread-index.ts";

/** What asks for more than a press. */
export type CurateForm = "pin" | "slow" | "aside" | "split" | "merge" | "move" | "lift";

/** Verbs that a press of a menu's entry is enough for. */
export type PlainVerb = Exclude<NoteCurationCommand["verb"], "slow" | "aside">;

export type Curating = {
  readonly canCurate: boolean;
  /** Of the whole text. */
  readonly text: TextCuration;
  /** Does it at once, says so, and offers to take it back. */
  readonly give: (verb: PlainVerb, note: Note) => void;
  readonly ask: (form: CurateForm, note: Note) => void;
  /** First notes of the threads that were split from this one. */
  readonly splitOff: (root: string) => readonly string[];
  /** Time of the reader's newest note in a thread, or in the text where it is null; null for none. */
  readonly lastOwn: (root: string | null) => number | null;
};

/** What staff made of a note, also where they made nothing of it. */
export function curationOf({ curation }: Pick<Note, "curation">): Curation {
  return curation ?? untouched;
}

/** True where nobody but staff answers: the note is locked, or what it answers. */
export function isLocked(note: Note, { root, replies }: Pick<Thread, "root" | "replies">): boolean {
  let above: Note | undefined = note;
  // As many steps as there are notes end also where notes answer each other in a circle.
  for (let steps = replies.length + 1; above !== undefined && steps > 0; steps -= 1) {
    if (curationOf(above).locked) return true;
    const parent: string | null = above.parent;
    above = parent === root.id ? root : replies.find(({ id }) => id === parent);
  }
  return curationOf(root).locked;
}

/** Why nobody but staff writes in the text now, or null. */
export function barOfText({ text }: Pick<Curating, "text">, now: number): "text" | "early" | "late" | null {
  const bar = barOf({ text, above: [] }, now);
  return bar === "thread" ? null : bar;
}
