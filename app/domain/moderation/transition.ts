/** The status machine of a note: which verb leads from which status to which (reference: moderation §2.2). */
import type { AnnotationStatus } from "#app/domain/annotation/annotation.ts";
import type { NoteVerb } from "./verb.ts";

/** `held` was never seen, `hidden` was: a verb that takes a note out of sight says which of them it becomes. */
const table: Readonly<Record<NoteVerb, Partial<Readonly<Record<AnnotationStatus, AnnotationStatus>>>>> = {
  publish: { published: "published", held: "published", hidden: "published" },
  hold: { published: "hidden", held: "held", hidden: "hidden" },
  hide: { published: "hidden" },
  restore: { hidden: "published", removed: "published", spam: "published" },
  remove: { published: "removed", held: "removed", hidden: "removed" },
  spam: { published: "spam", held: "spam", hidden: "spam", removed: "spam" },
  revise: { published: "hidden", held: "held", hidden: "hidden" },
  redact: {
    published: "redacted",
    held: "redacted",
    hidden: "redacted",
    removed: "redacted",
    spam: "redacted",
    deleted: "redacted",
  },
};

/** The status to which the verb leads, or null where it leads nowhere. The same status is a decision too: it was looked at. */
export function statusAfter(status: AnnotationStatus, verb: NoteVerb): AnnotationStatus | null {
  return table[verb][status] ?? null;
}

/** The status in which that verb has nothing left to do; null for verbs that say something every time. */
export const arrivedAt = {
  publish: null,
  hold: null,
  hide: "hidden",
  restore: "published",
  remove: "removed",
  spam: "spam",
  revise: null,
  redact: "redacted",
} as const satisfies Readonly<Record<NoteVerb, AnnotationStatus | null>>;

/** The verbs that lead somewhere from that status. */
export function verbsFrom(status: AnnotationStatus): readonly NoteVerb[] {
  return (Object.keys(table) as NoteVerb[]).filter((verb) => statusAfter(status, verb) !== null);
}

/** Verbs after which the item about the note is done; `hold` and `revise` leave it to somebody. */
export const closing: ReadonlySet<NoteVerb> = new Set(["publish", "restore", "hide", "remove", "spam", "redact"]);

/** Verbs that find a report right; `publish` and `restore` find it wrong. */
export const upholding: ReadonlySet<NoteVerb> = new Set(["hide", "remove", "spam", "redact", "revise"]);

/** Verbs that say nothing without a reason. */
export const needingReason: ReadonlySet<NoteVerb> = new Set(["remove", "revise", "redact"]);
