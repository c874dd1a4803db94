/**
 * New words of a note that readers see, while a person has to look at them: the words before them stay up. A decision to
 * publish takes the new ones over; one to remove them, or to ask for a revision, leaves the note as it is.
 */

import { tagKey } from "#app/domain/annotation/tag.ts";
import type { ChainedEntry, Facts } from "#app/domain/moderation/record.ts";
import { Problem } from "#app/domain/problem.ts";
import { moderationWords } from "#app/words/moderation.ts";
import type { NotePatch, NoteRow } from "#db/repositories/annotations.ts";
import { sha256 } from "#db/repositories/moderation/record.ts";
import type { PendingEdit } from "#db/repositories/rules/pending-edits.ts";
import type { Store } from "#db/store.ts";
import { keepMentions } from "../annotations/mentions.ts";
import { reproject } from "../annotations/reproject.ts";
import type { Bench, NoteDecision } from "./decide.ts";
import { changeItem } from "./item.ts";

/** The edit that a decision is about, or null where it is about the note as a whole. */
export async function editDecidedBy(store: Store, note: NoteRow, { verb }: NoteDecision): Promise<PendingEdit | null> {
  if (note.status !== "published" || (verb !== "publish" && verb !== "remove" && verb !== "revise")) return null;
  const edit = note.pending === null ? null : await store.pendingEdits.find(note.id);
  return edit?.state === "waiting" ? edit : null;
}

/** Keeps new words that wait, in the place of earlier ones. The hold is one row of the record, about the new words. */
export async function holdEdit(
  bench: Bench,
  note: NoteRow,
  edit: Omit<PendingEdit, "annotationId" | "state">,
): Promise<void> {
  await bench.store.pendingEdits.put({ ...edit, annotationId: note.id, state: "waiting" });
  await step(bench, note);
  await record({ ...bench, judge: null }, note, { edit, verb: "hold", outcome: "waiting" });
}

/** Forgets words that waited: their author has written others, or taken them back. */
export async function dropEdit(bench: Pick<Bench, "store" | "now">, note: NoteRow): Promise<void> {
  if (note.pending === null) return;
  await bench.store.pendingEdits.drop(note.id);
  if (note.pending.state === "waiting") await closeItem(bench, note);
}

/** Decides about the new words; rights and versions are the caller's. */
export async function decideEdit(
  bench: Bench,
  note: NoteRow,
  { edit, decision }: { readonly edit: PendingEdit; readonly decision: NoteDecision },
): Promise<ChainedEntry> {
  const { store, now, heed } = bench;
  if (decision.verb === "publish") {
    await takeOver(bench, note, edit);
    await step(bench, note, { colour: edit.colour, kind: edit.kind, editedAt: now });
    const changed = await store.annotations.find(note.id);
    if (changed !== null) await heed({ kind: "edited", note: changed, mentioned: await keepMentions(store, changed) });
  } else {
    await store.pendingEdits.put({ ...edit, state: "declined" });
    await step(bench, note);
  }
  const outcome = decision.verb === "publish" ? "taken" : "declined";
  const entry = await record(bench, note, { edit, verb: decision.verb, outcome, decision });
  await closeItem(bench, note);
  const told = await store.annotations.find(note.id);
  if (told !== null) await heed({ kind: "decided", note: told });
  return entry;
}

/** Takes back what `decideEdit` did; null for decisions that were not about an edit. */
export async function takeBackEdit(bench: Bench, note: NoteRow, done: ChainedEntry): Promise<Facts | null> {
  const { store, now } = bench;
  const { edit: outcome } = done.after;
  if (outcome === undefined) return null;
  const { revision } = done;
  const known = await store.pendingEdits.find(note.id);
  const isNewest = revision !== null && (await store.annotations.newestBody(note.id)) === revision;
  if (outcome === "declined" && known !== null && known.revisionId === revision) {
    await store.pendingEdits.put({ ...known, state: "waiting" });
  } else if (outcome === "taken" && known === null && isNewest) {
    const { body, tags, colour, kind } = note;
    await store.annotations.dropBody(revision);
    const words = { revisionId: revision, body, tags, colour, kind };
    await store.pendingEdits.put({ ...words, annotationId: note.id, state: "waiting", at: now });
  } else {
    throw new Problem("conflict", moderationWords.cannotUndo);
  }
  await step(bench, note);
  return { status: note.status, version: note.version + 1, edit: "waiting" };
}

async function takeOver({ store, now }: Bench, note: NoteRow, edit: PendingEdit): Promise<void> {
  const { revisionId, body, tags } = edit;
  await store.annotations.addBody(note.id, { id: revisionId, text: body, now });
  await store.pendingEdits.drop(note.id);
  await store.tags.setOfNote(note.id, tags);
  const known = await store.tags.known(note.group, tags.map(tagKey));
  for (const name of tags) {
    const key = tagKey(name);
    if (!known.has(key))
      await store.tags.put(note.group, { key, name, colour: null, meaning: "", isListed: false }, now);
  }
}

/** One version on, in every room. */
async function step({ store }: Bench, note: NoteRow, patch: NotePatch = {}): Promise<void> {
  await store.annotations.update(note.id, patch);
  await reproject(store, note.id);
}

type About = {
  readonly edit: Pick<PendingEdit, "revisionId" | "body">;
  readonly verb: NoteDecision["verb"];
  readonly outcome: "waiting" | "taken" | "declined";
  readonly decision?: NoteDecision;
};

async function record(bench: Bench, note: NoteRow, { edit, verb, outcome, decision }: About): Promise<ChainedEntry> {
  const { store, now, newId, judge } = bench;
  const item = await store.queue.openOf("note", note.id);
  return store.record.append({
    id: newId(),
    at: now,
    group: note.group,
    document: note.document,
    actor: judge?.id ?? null,
    actorRole: judge?.role ?? "system",
    verb: `note.${verb}`,
    subject: { kind: "note", id: note.id },
    revision: edit.revisionId,
    revisionHash: sha256(edit.body),
    item: item?.id ?? null,
    reason: decision?.reason ?? null,
    before: { status: note.status, version: note.version },
    after: { status: note.status, version: note.version + 1, edit: outcome },
    ...(decision?.words === undefined ? {} : { words: decision.words }),
    undoes: null,
    batch: decision?.batch ?? null,
  });
}

/** The item is done unless readers reported the note that they see. */
async function closeItem({ store, now }: Pick<Bench, "store" | "now">, note: NoteRow): Promise<void> {
  const item = await store.queue.openOf("note", note.id);
  if (item === null) return;
  const isReported = (await store.reports.about("note", note.id)).some(({ state }) => state === "open");
  const claim = { claimedBy: null, claimUntil: null };
  await changeItem(store, item.id, isReported ? claim : { ...claim, state: "done", doneAt: now });
}
