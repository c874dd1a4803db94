/** What staff do with a thread or a note beside its words. Runs inside a transaction; rights are the caller's. */
import {
  type Curation,
  curationAt,
  MOST_PINNED,
  MOST_PINNED_REPLIES,
  untouched,
} from "#app/domain/moderation/curation.ts";
import type { NoteCurationCommand } from "#app/domain/moderation/curation-command.ts";
import type { ChainedEntry } from "#app/domain/moderation/record.ts";
import type { Verb } from "#app/domain/moderation/verb.ts";
import { Problem } from "#app/domain/problem.ts";
import { curationWords as words } from "#app/words/curation.ts";
import type { NoteRow } from "#db/repositories/annotations.ts";
import type { Store } from "#db/store.ts";
import { reprojectAlone } from "../annotations/reproject.ts";

export type CurationHands = {
  readonly store: Store;
  readonly now: number;
  readonly newId: () => string;
  /** Null: a job. */
  readonly judge: { readonly id: string; readonly role: string } | null;
};

const verbOf: Readonly<Record<NoteCurationCommand["verb"], Verb>> = {
  pin: "thread.pin",
  raise: "thread.pin",
  unpin: "thread.unpin",
  feature: "thread.feature",
  unfeature: "thread.unfeature",
  resolve: "thread.resolve",
  unresolve: "thread.unresolve",
  lock: "thread.lock",
  unlock: "thread.unlock",
  slow: "thread.slow",
  aside: "thread.collapse",
  expand: "thread.expand",
};

/** Gives the row of the record, or null where it held already. Throws Problem("conflict") or Problem("invalid"). */
export async function curateNote(
  hands: CurationHands,
  note: NoteRow,
  command: NoteCurationCommand,
): Promise<ChainedEntry | null> {
  const before = curationAt(note.curation ?? untouched, hands.now);
  if (isShowing(command) && note.status !== "published") throw new Problem("conflict", words.notShown);
  const after = await changed(hands, note, before, command);
  return keepCuration(hands, note, { verb: verbOf[command.verb], before, after });
}

/** Stores a curation with its row in the record, and shows it. */
export async function keepCuration(
  { store, now, newId, judge }: CurationHands,
  note: NoteRow,
  { verb, before, after }: { readonly verb: Verb; readonly before: Curation; readonly after: Curation },
): Promise<ChainedEntry | null> {
  if (JSON.stringify(before) === JSON.stringify(after)) return null;
  await store.curation.put(note.id, after);
  await reprojectAlone(store, note.id);
  return store.record.append({
    ...{ id: newId(), at: now, group: note.group, document: note.document },
    ...{ actor: judge?.id ?? null, actorRole: judge?.role ?? "system", verb },
    ...{ subject: { kind: "thread", id: note.id }, revision: null, revisionHash: null, item: null, reason: null },
    ...{ before, after, undoes: null, batch: null },
  });
}

/** Pins and slow modes whose time is over, each with its row. Gives false while there may be more of them. */
export async function endLapsed(hands: Omit<CurationHands, "judge">, limit: number): Promise<boolean> {
  const { store, now } = hands;
  const ids = await store.curation.lapsed(now, limit);
  for (const id of ids) {
    const note = await store.annotations.find(id);
    if (note?.curation == null) continue;
    const after = curationAt(note.curation, now);
    const verb = after.pinned === note.curation.pinned ? "thread.slow" : "thread.unpin";
    await keepCuration({ ...hands, judge: null }, note, { verb, before: note.curation, after });
  }
  return ids.length < limit;
}

function isShowing({ verb }: NoteCurationCommand): boolean {
  return verb === "pin" || verb === "feature";
}

async function changed(
  { store }: CurationHands,
  note: NoteRow,
  before: Curation,
  command: NoteCurationCommand,
): Promise<Curation> {
  switch (command.verb) {
    case "pin":
      return { ...before, pinned: before.pinned ?? (await nextPlace(store, note)), pinnedUntil: command.until };
    case "raise":
      return raised(store, note, before);
    case "unpin":
      return { ...before, pinned: null, pinnedUntil: null };
    case "feature":
    case "unfeature":
      return { ...before, featured: command.verb === "feature" };
    case "resolve":
    case "unresolve":
      demandThread(note);
      return { ...before, resolved: command.verb === "resolve" };
    case "lock":
    case "unlock":
      return { ...before, locked: command.verb === "lock" };
    case "slow":
      demandThread(note);
      return { ...before, slow: command.seconds, slowUntil: command.seconds === null ? null : command.until };
    case "aside":
      return { ...before, aside: command.why };
    case "expand":
      return { ...before, aside: null };
  }
}

function demandThread({ parent }: NoteRow): void {
  if (parent !== null) throw new Problem("invalid", words.onlyThreads);
}

/** Behind the last one. Throws Problem("conflict") when there is no room for another. */
async function nextPlace(store: Store, note: NoteRow): Promise<number> {
  const pins = (await store.curation.pinnedBeside(note)).filter(({ id }) => id !== note.id);
  const isReply = note.parent !== null;
  if (pins.length >= (isReply ? MOST_PINNED_REPLIES : MOST_PINNED)) {
    throw new Problem("conflict", isReply ? words.onePinned : words.manyPinned(MOST_PINNED));
  }
  return Math.max(0, ...pins.map(({ pinned }) => (pinned ?? 0) + 1));
}

/** Before the first one. */
async function raised(store: Store, note: NoteRow, before: Curation): Promise<Curation> {
  if (before.pinned === null) return before;
  const places = (await store.curation.pinnedBeside(note)).map(({ pinned }) => pinned ?? 0);
  const first = Math.min(...places);
  return { ...before, pinned: before.pinned === first ? first : first - 1 };
}
