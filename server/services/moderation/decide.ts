/**
 * The one path of every decision about a note, whoever makes it: moderators in the queue or in the margin, rules, reports
 * that add up, appeals. Runs inside a transaction, and leaves exactly one row in the record.
 */
import type { AnnotationStatus } from "#app/domain/annotation/annotation.ts";
import { tagKey } from "#app/domain/annotation/tag.ts";
import type { Reason } from "#app/domain/moderation/reason.ts";
import type { ChainedEntry } from "#app/domain/moderation/record.ts";
import { arrivedAt, needingReason, statusAfter } from "#app/domain/moderation/transition.ts";
import type { NoteVerb } from "#app/domain/moderation/verb.ts";
import type { Action } from "#app/domain/policy/policy.ts";
import { Problem } from "#app/domain/problem.ts";
import { annotationWords } from "#app/words/annotations.ts";
import { moderationWords as words } from "#app/words/moderation.ts";
import type { NoteRow } from "#db/repositories/annotations.ts";
import { type DecisionWords, sha256 } from "#db/repositories/moderation/record.ts";
import type { Store } from "#db/store.ts";
import type { NoteEvent } from "../annotations/events.ts";
import { reproject } from "../annotations/reproject.ts";
import { takeBack } from "../letters/still-goes.ts";
import { eraseSummariesCiting } from "../summaries.ts";
import { decideEdit, editDecidedBy } from "./pending-edit.ts";
import { settleTarget } from "./settle.ts";

/** What a decision needs of the command around it. */
export type Bench = {
  readonly store: Store;
  readonly now: number;
  readonly newId: () => string;
  readonly heed: (event: NoteEvent) => Promise<void>;
  /** Null: a rule or a job. */
  readonly judge: { readonly id: string; readonly role: string } | null;
};

export type NoteDecision = {
  readonly verb: NoteVerb;
  readonly reason?: Reason | null;
  readonly words?: DecisionWords;
  /** The version of the note that the judge has read; absent where nobody has read it. */
  readonly version?: number;
  readonly batch?: string;
};

/** Who may: everything that keeps the words follows rank, erasing them for good is for owners. */
export const actionFor = (verb: NoteVerb): Extract<Action, `annotation.${string}`> =>
  verb === "redact" ? "annotation.redact" : verb === "restore" ? "annotation.restore" : "annotation.hide";

/**
 * Decides about a note as it is in this transaction. Rights are the caller's. Null: the same was decided already. Throws
 * Problem("conflict") when the note is no longer what the judge has read, Problem("held", "gone" or "invalid") where the
 * verb leads nowhere or lacks its reason.
 */
export async function decideNote(bench: Bench, note: NoteRow, decision: NoteDecision): Promise<ChainedEntry | null> {
  const { verb } = decision;
  const latest = await bench.store.record.latest("note", note.id);
  const status = statusAfter(note.status, verb);
  if (isRepetition(note, latest, verb)) return null;
  if (decision.version !== undefined && decision.version !== note.version) throw await conflict(bench, note, latest);
  if (status === null && note.status === arrivedAt[verb]) return null;
  if (status === null) throw leadsNowhere(note.status);
  if (needingReason.has(verb) && decision.reason == null) {
    throw new Problem("invalid", words.needsReason, { fields: { reason: words.needsReason } });
  }
  const edit = await editDecidedBy(bench.store, note, decision);
  if (edit !== null) return decideEdit(bench, note, { edit, decision });
  const entry = await record(bench, note, decision, status);
  if (status === "redacted") await eraseWords(bench.store, note);
  await setStatus(bench, note, status);
  await settleTarget(bench, { kind: "note", id: note.id }, { verb, seq: entry.seq });
  if (isTold(note, status, verb)) await tellAuthor(bench, note.id);
  return entry;
}

/** Tags that nobody else uses and that are not of the group's vocabulary are words of this note. */
async function dropFreeTags(store: Store, { group, tags }: NoteRow): Promise<void> {
  const known = await store.tags.known(group, tags.map(tagKey));
  for (const { key, isListed } of known.values()) {
    if (!isListed && !(await store.tags.isUsed(group, key))) await store.tags.drop(group, key);
  }
}

/** Spam hears nothing, and who had nothing taken or given back has nothing to hear. */
function isTold(note: NoteRow, status: AnnotationStatus, verb: NoteVerb): boolean {
  return verb !== "spam" && status !== "redacted" && (status !== note.status || verb === "revise");
}

async function tellAuthor({ store, heed }: Bench, id: string): Promise<void> {
  const note = await store.annotations.find(id);
  if (note !== null) await heed({ kind: "decided", note });
}

/** Gives a note another status, and everybody what they may now see of it. */
export async function setStatus({ store, heed }: Bench, note: NoteRow, status: AnnotationStatus): Promise<void> {
  if (status === note.status) return;
  await store.annotations.update(note.id, { status, priorStatus: null });
  await reproject(store, note.id);
  const changed = await store.annotations.find(note.id);
  if (changed === null) return;
  if (status !== "published") return heed({ kind: "withdrawn", note: changed });
  // What was held is news to everybody, above all to those whom it names; what was hidden was told before.
  if (note.status !== "held") return heed({ kind: "returned", note: changed });
  return heed({ kind: "published", note: changed, mentioned: await store.notifications.named(note.id) });
}

/** Two moderators who decide the same, or one who clicks twice, agree. */
export function isRepetition(note: NoteRow, latest: ChainedEntry | null, verb: NoteVerb): boolean {
  return latest?.verb === `note.${verb}` && latest.undoes === null && latest.after.version === note.version;
}

async function record(
  bench: Bench,
  note: NoteRow,
  decision: NoteDecision,
  status: AnnotationStatus,
): Promise<ChainedEntry> {
  const { store, now, newId, judge } = bench;
  const item = await store.queue.openOf("note", note.id);
  const version = status === note.status ? note.version : note.version + 1;
  return store.record.append({
    id: newId(),
    at: now,
    group: note.group,
    document: note.document,
    actor: judge?.id ?? null,
    actorRole: judge?.role ?? "system",
    verb: `note.${decision.verb}`,
    subject: { kind: "note", id: note.id },
    revision: await store.annotations.newestBody(note.id),
    revisionHash: sha256(note.body),
    item: item?.id ?? null,
    reason: decision.reason ?? null,
    before: { status: note.status, version: note.version },
    after: { status, version },
    ...(decision.words === undefined ? {} : { words: decision.words }),
    undoes: null,
    batch: decision.batch ?? null,
  });
}

/** Every copy that is kept of a note's words: its bodies, its labels, letters that wait, and what the file's journal holds. */
async function eraseWords(store: Store, note: NoteRow): Promise<void> {
  const { id } = note;
  await store.annotations.eraseBodies(id);
  await eraseSummariesCiting(store, id);
  await store.annotations.eraseLabels(id);
  await store.tags.setOfNote(id, []);
  await dropFreeTags(store, note);
  await store.threads.mention(id, []);
  const told = (await store.notifications.ofNote(id)).map((row) => row.id);
  for (const letter of await store.letters.tellingOf(told)) await takeBack(store, letter);
  store.effect({ kind: "erased" });
}

/** Says who was faster, and with what. */
export async function conflict(
  { store }: Pick<Bench, "store">,
  note: NoteRow,
  latest: ChainedEntry | null,
): Promise<Problem> {
  if (latest === null || latest.after.version !== note.version) return new Problem("conflict", words.changedMeanwhile);
  const name = latest.actor === null ? words.aRule : ((await store.members.byId(latest.actor))?.name ?? words.somebody);
  return new Problem("conflict", words.decidedMeanwhile(name, words.verbs[latest.verb]));
}

function leadsNowhere(status: AnnotationStatus): Problem {
  if (status === "deleted" || status === "redacted") return new Problem("gone", annotationWords.gone);
  if (status === "held") return new Problem("held", annotationWords.underReview);
  return new Problem("conflict", words.notFrom);
}
