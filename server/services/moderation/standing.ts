/** What the author of a note is told about what became of it. */
import type { Standing } from "#app/context/moderation.ts";
import type { Viewer } from "#app/context/viewer.ts";
import { MOST_TRIES, weights } from "#app/domain/moderation/reason.ts";
import { Problem } from "#app/domain/problem.ts";
import { annotationWords } from "#app/words/annotations.ts";
import type { Store } from "#db/store.ts";
import { standing } from "./reporting.ts";

/** Rows of the record that are read for it; what was decided before them no longer counts. */
const MOST_ROWS = 50;

/** Null for a note that readers see. Throws Problem("not-found") for notes of others, existing or not. */
export async function standingOf(read: Store, viewer: Viewer, id: string): Promise<Standing | null> {
  const note = await read.annotations.find(id);
  if (note === null || note.creator !== viewer.id) throw new Problem("not-found", annotationWords.unknownNote);
  const { status } = note;
  if (status !== "held" && status !== "hidden" && status !== "removed" && status !== "spam") return null;
  const rows = standing(await read.record.list({ subject: { kind: "note", id } }, MOST_ROWS));
  const decided = rows.find(({ actorRole }) => actorRole !== "author");
  const isResent = rows[0]?.verb === "note.resubmit";
  const words = decided === undefined ? null : await read.record.words(decided.id);
  const tries = rows.filter(({ verb }) => verb === "note.resubmit").length;
  const isRemoved = status === "removed";
  const isMendable = decided?.reason != null && weights[decided.reason].isMendable;
  return {
    verb: isResent ? "note.resubmit" : (decided?.verb ?? null),
    // Spam is removed in silence: how it was found is of use to nobody but spammers.
    reason: status === "spam" ? null : (decided?.reason ?? null),
    toAuthor: status === "spam" ? "" : (words?.toAuthor ?? ""),
    mayMend: status !== "spam" && (!isRemoved || (isMendable && tries < MOST_TRIES)),
    triesLeft: isRemoved ? Math.max(0, MOST_TRIES - tries) : null,
  };
}
