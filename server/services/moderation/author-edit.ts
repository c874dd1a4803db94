/** What an author's new words mean to moderators: an item is looked at again, and what was removed may be sent again. */
import type { AnnotationStatus } from "#app/domain/annotation/annotation.ts";
import { MOST_TRIES, weights } from "#app/domain/moderation/reason.ts";
import { Problem } from "#app/domain/problem.ts";
import { triageWords as words } from "#app/words/triage.ts";
import type { NoteRow } from "#db/repositories/annotations.ts";
import type { Store } from "#db/store.ts";
import { raise } from "./raise.ts";
import { standing } from "./reporting.ts";

/** What one edit adds to the priority of an item. */
const WEIGHT = 1;

/**
 * The status in which a removed note waits once it is sent again. Throws Problem("conflict") where its reason is none that
 * can be mended, or it was sent again too often.
 */
export async function statusOnceResent(store: Store, note: NoteRow): Promise<AnnotationStatus> {
  const rows = standing(await store.record.list({ subject: { kind: "note", id: note.id } }, 200));
  const removal = rows.find(({ verb }) => verb === "note.remove");
  if (removal === undefined || removal.reason === null || !weights[removal.reason].isMendable) {
    throw new Problem("conflict", words.notMendable);
  }
  if (rows.filter(({ verb }) => verb === "note.resubmit").length >= MOST_TRIES) {
    throw new Problem("conflict", words.tooOften(MOST_TRIES));
  }
  return removal.before.status === "held" ? "held" : "hidden";
}

/** After the words of a note changed: whoever looks at it has to read again, and what nobody sees comes back into the queue. */
export async function raiseEdit(
  hands: { readonly store: Store; readonly now: number; readonly newId: () => string },
  note: NoteRow,
): Promise<void> {
  const { store } = hands;
  const isHeld = note.status === "held" || note.status === "hidden";
  if (!isHeld && (await store.queue.openOf("note", note.id)) === null) return;
  const source = (await store.annotations.newestBody(note.id)) ?? note.id;
  await raise(hands, {
    group: note.group,
    document: note.document,
    target: { kind: "note", id: note.id },
    member: note.creator,
    signal: { kind: "edit", source, reason: null, weight: WEIGHT },
    isHeld,
  });
}
