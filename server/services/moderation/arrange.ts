/** Threads split, merged and moved: one transaction, one row in the record. Rights are the caller's. */
import { MAX_MORE } from "#app/domain/annotation/annotation.ts";
import { type Arranged, joined, type Refused, splitOff } from "#app/domain/moderation/arrange.ts";
import { type Curation, untouched } from "#app/domain/moderation/curation.ts";
import type { ArrangeCommand } from "#app/domain/moderation/curation-command.ts";
import { type NotePosition, positionOf } from "#app/domain/moderation/note-position.ts";
import type { ChainedEntry, Facts } from "#app/domain/moderation/record.ts";
import type { Verb } from "#app/domain/moderation/verb.ts";
import { Problem } from "#app/domain/problem.ts";
import { isPrivateReply } from "#app/rooms/projection.ts";
import { annotationWords } from "#app/words/annotations.ts";
import { curationWords as words } from "#app/words/curation.ts";
import type { NoteRow } from "#db/repositories/annotations.ts";
import { reposition } from "../annotations/reposition.ts";
import type { CurationHands } from "./curate-note.ts";
import { lift } from "./lift.ts";
import { passageOf } from "./passage.ts";

type Of<V extends ArrangeCommand["verb"]> = Extract<ArrangeCommand, { readonly verb: V }>;

/** Gives the row of the record, or null where the thread stands there already. Throws Problem("conflict") and ("invalid"). */
export async function arrange(hands: CurationHands, root: NoteRow, command: ArrangeCommand) {
  if (command.verb === "lift") return lift(hands, root);
  demandThread(root);
  switch (command.verb) {
    case "split":
      return split(hands, root, command);
    case "merge":
      return merge(hands, root, command);
    case "move":
      return move(hands, root, command);
  }
}

async function split(hands: CurationHands, root: NoteRow, command: Of<"split">): Promise<ChainedEntry | null> {
  const { store } = hands;
  const notes = await store.annotations.threads([root.id]);
  const target = await passageOf(store, { document: root.document, same: root.target }, command);
  const after = accepted(splitOff(notes.map(arranged), command.notes, target));
  const first = notes.find(({ id }) => id === after[0]?.id);
  if (first?.status !== "published") throw new Problem("conflict", words.notShown);
  // A pin among replies is none among threads.
  const made = { ...(first.curation ?? untouched), pinned: null, pinnedUntil: null, splitFrom: root.id };
  await store.arrange.share(root.id, first.id);
  const change = { verb: "thread.split", from: root.id, to: first.id, notes, after } as const;
  return keep(hands, root, change, { note: first, made });
}

async function merge(hands: CurationHands, root: NoteRow, { into: id }: Of<"merge">): Promise<ChainedEntry | null> {
  const { store } = hands;
  const into = await store.annotations.find(id);
  if (into === null || into.document !== root.document) throw new Problem("not-found", annotationWords.unknownNote);
  if (id === root.id) throw new Problem("invalid", words.sameThread);
  demandThread(into);
  const notes = await store.annotations.threads([root.id]);
  const after = accepted(joined(notes.map(arranged), arranged(into)));
  const { featured, locked, aside } = root.curation ?? untouched;
  await store.arrange.share(root.id, into.id);
  const change = { verb: "thread.merge", from: root.id, to: into.id, notes: [...notes, into], after } as const;
  return keep(hands, root, change, { note: root, made: { ...untouched, featured, locked, aside } });
}

async function move(hands: CurationHands, root: NoteRow, command: Of<"move">): Promise<ChainedEntry | null> {
  const { store } = hands;
  const isHere = command.text === root.document;
  const target = await passageOf(store, { document: command.text, same: isHere ? root.target : null }, command);
  const notes = isHere ? [root] : await store.annotations.threads([root.id]);
  const after = notes.map((note) => ({
    ...positionOf(note),
    document: command.text,
    ...(note.id === root.id ? { target, more: [] } : {}),
  }));
  if (JSON.stringify(after) === JSON.stringify(notes.map(positionOf))) return null;
  const change = { verb: "thread.move", from: root.document, to: command.text, notes, after } as const;
  const { curation } = root;
  // Places among the pins of one text are none in another.
  const made = curation === null || isHere ? null : { ...curation, pinned: null, pinnedUntil: null };
  return keep(hands, root, change, made === null ? null : { note: root, made });
}

type Change = {
  readonly verb: Verb;
  readonly from: string;
  readonly to: string;
  readonly notes: readonly NoteRow[];
  readonly after: readonly NotePosition[];
};

async function keep(
  { store, now, newId, judge }: CurationHands,
  root: NoteRow,
  { verb, from, to, notes, after }: Change,
  curated: { readonly note: NoteRow; readonly made: Curation } | null,
): Promise<ChainedEntry> {
  const changed = new Set(after.map(({ id }) => id));
  const before = notes.filter(({ id }) => changed.has(id)).map(positionOf);
  if (curated !== null) await store.curation.put(curated.note.id, curated.made);
  await reposition(store, after, now);
  const said = (thread: string, curation: Curation | undefined): Facts => ({ ...curation, thread });
  const entry = await store.record.append({
    ...{ id: newId(), at: now, group: root.group, document: root.document },
    ...{ actor: judge?.id ?? null, actorRole: judge?.role ?? "system", verb },
    ...{ subject: { kind: "thread", id: root.id }, revision: null, revisionHash: null, item: null, reason: null },
    before: said(from, curated === null ? undefined : (curated.note.curation ?? untouched)),
    after: said(to, curated?.made),
    ...{ undoes: null, batch: null },
  });
  await store.arrange.keep(entry.seq, before, after);
  return entry;
}

/** First notes that everybody in the group sees: what stands on a desk or with staff goes nowhere, or more would see it. */
function demandThread({ parent, placements, status }: NoteRow): void {
  if (parent !== null) throw new Problem("conflict", words.alreadyMerged);
  if (placements.some(({ kind }) => kind !== "group")) throw new Problem("forbidden", words.notForAll);
  if (status !== "published") throw new Problem("conflict", words.notShown);
}

function arranged(note: NoteRow): Arranged {
  return { ...positionOf(note), created: note.created, isPrivate: isPrivateReply(note) };
}

function accepted(after: readonly NotePosition[] | Refused): readonly NotePosition[] {
  if (after === "no-replies") throw new Problem("invalid", words.noReplies);
  if (after === "private-first") throw new Problem("invalid", words.privateFirst);
  if (after === "too-many-passages") throw new Problem("invalid", words.tooManyPassages(MAX_MORE + 1));
  return after;
}
