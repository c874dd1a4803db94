/** The record of what authors do to their own notes, so that every change of a status has its row. */
import type { ChainedEntry } from "#app/domain/moderation/record.ts";
import type { Verb } from "#app/domain/moderation/verb.ts";
import type { NoteRow } from "#db/repositories/annotations.ts";
import { sha256 } from "#db/repositories/moderation/record.ts";
import type { Store } from "#db/store.ts";

type Hands = { readonly store: Store; readonly now: number; readonly newId: () => string };

/** `before` and `after` are the note around its change. */
export async function recordOwnAct(
  { store, now, newId }: Hands,
  verb: Extract<Verb, "note.delete" | "note.undelete" | "note.resubmit">,
  { before, after }: { readonly before: NoteRow; readonly after: NoteRow },
): Promise<ChainedEntry> {
  const item = await store.queue.openOf("note", after.id);
  return store.record.append({
    id: newId(),
    at: now,
    group: after.group,
    document: after.document,
    actor: after.creator,
    actorRole: "author",
    verb,
    subject: { kind: "note", id: after.id },
    revision: await store.annotations.newestBody(after.id),
    revisionHash: sha256(after.body),
    item: item?.id ?? null,
    reason: null,
    before: { status: before.status, version: before.version },
    after: { status: after.status, version: after.version },
    undoes: null,
    batch: null,
  });
}
