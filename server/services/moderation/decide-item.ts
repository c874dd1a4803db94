/** Decisions from the queue: compared with the item that was read as well as with the note. */
import type { ItemDecision } from "#app/context/queue.ts";
import type { Viewer } from "#app/context/viewer.ts";
import { type ItemVerb, itemVerbs, type NoteVerb } from "#app/domain/moderation/verb.ts";
import { Problem } from "#app/domain/problem.ts";
import { annotationWords } from "#app/words/annotations.ts";
import { moderationWords } from "#app/words/moderation.ts";
import { triageWords as words } from "#app/words/triage.ts";
import type { QueueItem } from "#db/repositories/moderation/queue.ts";
import type { Store } from "#db/store.ts";
import { type Hands, sit } from "../moderation.ts";
import { requireFree } from "./claims.ts";
import { actionFor, conflict, decideNote, isRepetition } from "./decide.ts";
import { type Desk, itemFor, mayDecide } from "./desk.ts";
import { settleTarget } from "./settle.ts";
import { undoDecision } from "./undo.ts";

type Decision = { readonly decision: number | null };

/** `noteVersion` is absent in batches: the version of the item says enough, since an edit raises it. */
export type Asked = Omit<ItemDecision, "noteVersion"> & {
  readonly noteVersion?: number | null;
  readonly batch?: string;
};

/** True for verbs that end an item and leave its note or person alone. */
export const isItemVerb = (verb: NoteVerb | ItemVerb): verb is ItemVerb => itemVerbs.some((known) => known === verb);

/**
 * Null: the same was decided already. Throws Problem("conflict") when somebody was faster or has claimed it, or when there is
 * more to read than was read.
 */
export async function decideItem(store: Store, hands: Hands, viewer: Viewer, asked: Asked): Promise<Decision> {
  const { desk, item } = await itemFor(store, { viewer, item: asked.item, now: hands.clock() });
  const { verb } = asked;
  if (isItemVerb(verb)) return endItem(store, hands, { viewer, desk, item, asked: { ...asked, verb } });
  if (item.targetKind !== "note") throw new Problem("invalid", words.notForNotes);
  const { bench, note } = await sit(store, hands, { viewer, id: item.targetId, action: actionFor(verb) });
  const latest = await store.record.latest("note", note.id);
  if (isRepetition(note, latest, verb)) return { decision: null };
  const { noteVersion } = asked;
  if (noteVersion === null) throw new Problem("invalid", words.needsNoteVersion);
  if (noteVersion !== undefined && noteVersion !== note.version) throw await conflict(bench, note, latest);
  await requireCurrent(store, item, { viewer, asked, now: bench.now });
  const entry = await decideNote(bench, note, {
    verb,
    reason: asked.reason,
    words: { toAuthor: asked.toAuthor, toStaff: asked.toStaff },
    version: note.version,
    ...(asked.batch === undefined ? {} : { batch: asked.batch }),
  });
  return { decision: entry?.seq ?? null };
}

type Ending = {
  readonly viewer: Viewer;
  readonly desk: Desk;
  readonly item: QueueItem;
  readonly asked: Asked & { readonly verb: ItemVerb };
};

/** The reports were right, or wrong, and that is all there is to do. */
async function endItem(store: Store, { newId }: Hands, { viewer, desk, item, asked }: Ending): Promise<Decision> {
  if (!mayDecide(desk, item)) throw new Problem("forbidden", annotationWords.notForYou);
  if (item.targetKind === "appeal") throw new Problem("invalid", words.notForNotes);
  const verb = `report.${asked.verb}` as const;
  const latest = await store.record.latest("item", item.id);
  if (item.state === "done" && latest?.verb === verb && latest.undoes === null) return { decision: null };
  const { actor, who } = desk;
  await requireCurrent(store, item, { viewer, asked, now: who.now });
  const note = item.targetKind === "note" ? await store.annotations.find(item.targetId) : null;
  const { seq } = await store.record.append({
    ...{ id: newId(), at: who.now, group: item.groupId, document: item.documentId, item: item.id },
    ...{ actor: actor.id, actorRole: actor.role ?? "", verb, subject: { kind: "item", id: item.id } },
    revision: note === null ? null : await store.annotations.newestBody(note.id),
    revisionHash: null,
    ...{ reason: asked.reason, words: { toAuthor: "", toStaff: asked.toStaff } },
    ...{ before: { state: "open" }, after: { state: "done" }, undoes: null, batch: asked.batch ?? null },
  });
  const target = { kind: item.targetKind, id: item.targetId, group: item.groupId };
  await settleTarget({ store, now: who.now, newId }, target, { verb: asked.verb, seq });
  return { decision: seq };
}

type Read = { readonly viewer: Viewer; readonly asked: Asked; readonly now: number };

/** Throws Problem("conflict") with what happened since the item was read, or who has it. */
async function requireCurrent(store: Store, item: QueueItem, { viewer, asked, now }: Read): Promise<void> {
  if (item.state === "done") throw await endedMeanwhile(store, item);
  await requireFree(store, item, { viewer, now });
  if (item.version !== asked.itemVersion) throw new Problem("conflict", words.changedMeanwhile);
}

async function endedMeanwhile(store: Store, item: QueueItem): Promise<Problem> {
  const ended = await store.record.latest("item", item.id);
  const decided = item.targetKind === "note" ? await store.record.latest("note", item.targetId) : null;
  const last = [ended, decided].filter((row) => row !== null).sort((a, b) => b.seq - a.seq)[0];
  if (last === undefined) return new Problem("gone", words.lookedAtAlready);
  const name = last.actor === null ? moderationWords.aRule : (await store.members.byId(last.actor))?.name;
  const by = name ?? moderationWords.somebody;
  return new Problem("conflict", moderationWords.decidedMeanwhile(by, moderationWords.verbs[last.verb]));
}

/** Takes a decision about a note or an item back. Throws as `undoDecision`, and Problem("not-found") for what is not theirs. */
export async function undoItem(
  store: Store,
  hands: Hands,
  {
    viewer,
    decision,
    batch = null,
  }: { readonly viewer: Viewer; readonly decision: number; readonly batch?: string | null },
): Promise<{ readonly decision: number }> {
  const done = await store.record.find(decision);
  if (done?.subject.kind === "note") {
    const { bench } = await sit(store, hands, { viewer, id: done.subject.id, action: "annotation.restore" });
    return { decision: (await undoDecision(bench, decision, batch)).seq };
  }
  if (done?.subject.kind !== "item") throw new Problem("not-found", moderationWords.unknownDecision);
  const { desk, item } = await itemFor(store, { viewer, item: done.subject.id, now: hands.clock() });
  if (!mayDecide(desk, item)) throw new Problem("forbidden", annotationWords.notForYou);
  const judge = { id: viewer.id, role: desk.actor.role ?? "" };
  const bench = { store, now: desk.who.now, newId: hands.newId, heed: async () => {}, judge };
  return { decision: (await undoDecision(bench, decision, batch)).seq };
}
