/** Items of the queue as rows of a list: as much of their notes as staff see, who has them, and what ended them. */

import type { QueueDocument, QueueRow } from "#app/context/queue.ts";
import type { Decided } from "#app/context/queue-card.ts";
import { annotationStatuses } from "#app/domain/annotation/annotation.ts";
import type { Profile } from "#app/domain/member/member.ts";
import { isOverdue } from "#app/domain/moderation/queue.ts";
import type { ChainedEntry } from "#app/domain/moderation/record.ts";
import type { SubjectKind } from "#app/domain/moderation/verb.ts";
import { kindsOf } from "#app/domain/moderation/view.ts";
import type { NoteRow } from "#db/repositories/annotations.ts";
import type { QueueItem } from "#db/repositories/moderation/queue.ts";
import type { Store } from "#db/store.ts";
import { excerptOf } from "../excerpt.ts";
import { type Standing, sightFor, standingIn } from "../rights.ts";
import { type Desk, mayDecide } from "./desk.ts";

/** What the rows of a page share, each read once. */
type Shelf = {
  readonly notes: ReadonlyMap<string, NoteRow>;
  readonly documents: ReadonlyMap<string, { readonly shown: QueueDocument; readonly standing: Standing | null }>;
  readonly people: ReadonlyMap<string, Profile>;
  readonly reasons: Awaited<ReturnType<Store["queueList"]["reasons"]>>;
};

/** Rows in the order of the items. */
export async function rowsOf(store: Store, desk: Desk, items: readonly QueueItem[]): Promise<readonly QueueRow[]> {
  const shelf = await shelfFor(store, desk, items);
  const rows: QueueRow[] = [];
  for (const item of items) rows.push({ ...rowOf(item, desk, shelf), decided: await endOf(store, item) });
  return rows;
}

async function shelfFor(store: Store, { who }: Desk, items: readonly QueueItem[]): Promise<Shelf> {
  const notes = await store.annotations.many(
    items.flatMap(({ targetKind, targetId }) => (targetKind === "note" ? targetId : [])),
  );
  const documents = new Map<string, { shown: QueueDocument; standing: Standing | null }>();
  for (const id of new Set(items.flatMap(({ documentId }) => documentId ?? []))) {
    const document = await store.documents.find(id);
    if (document === null) continue;
    const { title, language, dir } = document;
    const standing = await standingIn(store, { memberId: who.id, documentId: id, now: who.now });
    documents.set(id, { shown: { id, title, language, dir }, standing });
  }
  const named = items.flatMap(({ memberId, assignedTo, claimedBy }) => [memberId, assignedTo, claimedBy]);
  return {
    notes: new Map(notes.map((note) => [note.id, note])),
    documents,
    people: await store.members.profiles(named.flatMap((id) => id ?? [])),
    reasons: await store.queueList.reasons(items.map(({ id }) => id)),
  };
}

function rowOf(item: QueueItem, desk: Desk, { notes, documents, people, reasons }: Shelf): Omit<QueueRow, "decided"> {
  const note = item.targetKind === "note" ? notes.get(item.targetId) : undefined;
  const document = documents.get(item.documentId ?? "");
  const by = people.get(item.memberId ?? "") ?? null;
  const { now } = desk.who;
  return {
    id: item.id,
    group: item.groupId,
    state: item.state,
    version: item.version,
    target: { kind: item.targetKind, id: item.targetId },
    document: document?.shown ?? null,
    root: note?.root ?? null,
    by,
    excerpt: item.targetKind === "member" ? (by?.name ?? "") : wordsOf(note, document?.standing ?? null),
    noteVersion: note?.version ?? null,
    status: note?.status ?? null,
    isHeld: note?.status === "held" || note?.status === "hidden",
    kinds: kindsOf(item.kinds),
    reasons: reasons.flatMap(({ item: id, reason, count }) => (id === item.id ? { reason, count } : [])),
    priority: item.priority,
    openedAt: item.openedAt,
    dueAt: item.dueAt,
    isOverdue: isOverdue(item, now),
    isEscalated: item.isEscalated,
    assignedTo: people.get(item.assignedTo ?? "") ?? null,
    claim: claimOf(item, desk, people),
    mayDecide: mayDecide(desk, item),
  };
}

/** Nothing of what staff do not see either: deleted, erased, or on a desk. */
function wordsOf(note: NoteRow | undefined, standing: Standing | null): string {
  if (note === undefined || standing === null || sightFor(standing, note, "public") !== "body") return "";
  return excerptOf(note.body);
}

function claimOf(item: QueueItem, { who }: Desk, people: Shelf["people"]): QueueRow["claim"] {
  const { claimedBy, claimUntil } = item;
  const by = people.get(claimedBy ?? "");
  if (by === undefined || claimUntil === null || claimUntil <= who.now) return null;
  return { by, until: claimUntil, isMine: by.id === who.id };
}

/** What ended a done item; null while it is open, and where its reports were withdrawn. */
async function endOf(store: Store, item: QueueItem): Promise<Decided | null> {
  if (item.state !== "done") return null;
  for (const kind of item.targetKind === "note" ? (["item", "note"] as const) : (["item"] as const)) {
    const subject = { kind, id: kind === "item" ? item.id : item.targetId };
    const last = (await decidedAbout(store, subject)).find(({ entry }) => entry.item === item.id && !entry.undoes);
    if (last !== undefined) return last.decided;
  }
  return null;
}

/** The newest decisions about a subject as moderators read them, newest first. */
export async function decidedAbout(
  store: Store,
  subject: { readonly kind: SubjectKind; readonly id: string },
): Promise<readonly { readonly entry: ChainedEntry; readonly decided: Decided }[]> {
  return decidedBy(store, await store.record.list({ subject }, 50));
}

/** These rows of the record as moderators read them. */
export async function decidedBy(
  store: Store,
  entries: readonly ChainedEntry[],
): Promise<readonly { readonly entry: ChainedEntry; readonly decided: Decided }[]> {
  const people = await store.members.profiles(entries.flatMap(({ actor }) => actor ?? []));
  const undone = new Set(entries.map(({ undoes }) => undoes));
  const found: { entry: ChainedEntry; decided: Decided }[] = [];
  for (const entry of entries) {
    const said = entry.wordsHash === null ? null : await store.record.words(entry.id);
    found.push({
      entry,
      decided: {
        decision: entry.seq,
        verb: entry.verb,
        reason: entry.reason,
        toAuthor: said?.toAuthor ?? "",
        toStaff: said?.toStaff ?? "",
        by: people.get(entry.actor ?? "") ?? null,
        at: entry.at,
        status: annotationStatuses.find((status) => status === entry.after.status) ?? null,
        isUndo: entry.undoes !== null,
        isUndone: undone.has(entry.seq),
        batch: entry.batch,
      },
    });
  }
  return found;
}
