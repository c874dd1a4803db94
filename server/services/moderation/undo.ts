/** Takes a decision back: what it changed is as it was before, and the record has one more row that says so. */
import { annotationStatuses } from "#app/domain/annotation/annotation.ts";
import { type Curation, type TextCuration, untouched } from "#app/domain/moderation/curation.ts";
import { positionOf } from "#app/domain/moderation/note-position.ts";
import type { ChainedEntry, Facts } from "#app/domain/moderation/record.ts";
import { Problem } from "#app/domain/problem.ts";
import { curationWords } from "#app/words/curation.ts";
import { moderationWords as words } from "#app/words/moderation.ts";
import type { QueueItem } from "#db/repositories/moderation/queue.ts";
import type { Store } from "#db/store.ts";
import { reposition } from "../annotations/reposition.ts";
import { reprojectAlone } from "../annotations/reproject.ts";
import { forgetOutcomes } from "../news/outcomes.ts";
import { takeBackSummary } from "../summaries.ts";
import { type Bench, setStatus } from "./decide.ts";
import { changeItem } from "./item.ts";
import { takeBackLift } from "./lift.ts";
import { takeBackEdit } from "./pending-edit.ts";
import { takeBackPerson } from "./undo-person.ts";
import { takeBackPolicy, takeBackRule } from "./undo-rules.ts";

/**
 * Rights are the caller's. Throws Problem("not-found") for a number that is none, Problem("conflict") where the decision was
 * taken back already, was followed by another one about the same subject, or cannot be taken back.
 */
export async function undoDecision(bench: Bench, seq: number, batch: string | null = null): Promise<ChainedEntry> {
  const { store, now, newId, judge } = bench;
  const done = await store.record.find(seq);
  if (done === null) throw new Problem("not-found", words.unknownDecision);
  if (done.undoes !== null) throw new Problem("conflict", words.cannotUndo);
  if ((await store.record.undoing(seq)) !== null) throw new Problem("conflict", words.undoneAlready);
  const latest = await store.record.latest(done.subject.kind, done.subject.id);
  // What is decided about a person stands side by side; each line below looks at the one thing that it takes back.
  const isBeside = done.subject.kind === "member" || isPolicy(done);
  if (!isBeside && latest?.seq !== seq) throw new Problem("conflict", words.decidedSince);
  const after = await takeBack(bench, done);
  const { group, document, verb, subject, revision, revisionHash, item, reason } = done;
  return store.record.append({
    ...{ group, document, verb, subject, revision, revisionHash, item, reason },
    id: newId(),
    at: now,
    actor: judge?.id ?? null,
    actorRole: judge?.role ?? "system",
    before: done.after,
    after,
    undoes: seq,
    batch,
  });
}

/** One line for each kind of subject whose decisions can be taken back; gives what holds afterwards. */
async function takeBack(bench: Bench, done: ChainedEntry): Promise<Facts> {
  // Policies are recorded under what they hold for.
  if (isPolicy(done)) return takeBackPolicy(bench, done);
  switch (done.subject.kind) {
    case "note":
      return takeBackNote(bench, done);
    case "thread":
      if (done.verb.startsWith("summary.")) return takeBackSummary(bench.store, done.subject.id, done.before);
      if (done.verb === "thread.lift") return takeBackLift(bench.store, done);
      return isArranged(done) ? takeBackArrangement(bench, done) : takeBackCuration(bench, done);
    case "text":
      return takeBackText(bench, done);
    case "member":
      return takeBackPerson(bench, done);
    case "item":
      return takeBackItem(bench, done);
    case "rule":
      return takeBackRule(bench, done);
    default:
      throw new Problem("conflict", words.cannotUndo);
  }
}

/** True for what decides which notes wait. */
export function isPolicy({ verb }: Pick<ChainedEntry, "verb">): boolean {
  return verb === "policy.set" || verb === "policy.end";
}

function isArranged({ verb }: ChainedEntry): boolean {
  return verb === "thread.split" || verb === "thread.merge" || verb === "thread.move";
}

/** Every note stands where it stood, unless somebody wrote or arranged something there since. */
async function takeBackArrangement(
  { store, now }: Bench,
  { seq, verb, subject, before, after }: ChainedEntry,
): Promise<Facts> {
  const change = await store.arrange.find(seq);
  if (change === null) throw new Problem("conflict", words.cannotUndo);
  for (const { document } of change.before) {
    if ((await store.documents.find(document)) === null) throw new Problem("conflict", words.cannotUndo);
  }
  const moved = change.after.filter(({ root }, i) => root !== change.before[i]?.root || verb === "thread.move");
  for (const position of change.after) {
    const note = await store.annotations.find(position.id);
    if (note === null || JSON.stringify(positionOf(note)) !== JSON.stringify(position)) {
      throw new Problem("conflict", words.decidedSince);
    }
  }
  const isText = verb === "thread.move" && before.thread !== after.thread;
  const isWritten =
    (verb !== "thread.move" || isText) && (await store.arrange.isAnsweredElsewhere(moved.map(({ id }) => id)));
  if (isWritten) throw new Problem("conflict", curationWords.writtenSince);
  const curated = verb === "thread.split" ? String(after.thread) : subject.id;
  const { thread: _, ...facts } = differing(before, after);
  if (Object.keys(facts).length > 0) {
    await store.curation.put(curated, { ...(await store.curation.of(curated)), ...facts });
  }
  await reposition(store, change.before, now);
  return before;
}

/** Only what that decision changed; what others changed beside it stays. */
async function takeBackCuration({ store }: Bench, { subject, before, after }: ChainedEntry): Promise<Facts> {
  const note = await store.annotations.find(subject.id);
  if (note === null) throw new Problem("conflict", words.cannotUndo);
  const restored: Curation = { ...(note.curation ?? untouched), ...differing(before, after) };
  await store.curation.put(note.id, restored);
  await reprojectAlone(store, note.id);
  return restored;
}

async function takeBackText({ store }: Bench, { subject, before, after }: ChainedEntry): Promise<Facts> {
  const restored: TextCuration = { ...(await store.curation.text(subject.id)), ...differing(before, after) };
  await store.curation.putText(subject.id, restored);
  return restored;
}

/** The facts before that were others afterwards. */
function differing(before: Facts, after: Facts): Facts {
  return Object.fromEntries(Object.entries(before).filter(([key, value]) => after[key] !== value));
}

async function takeBackNote(bench: Bench, done: ChainedEntry): Promise<Facts> {
  const { store } = bench;
  const note = await store.annotations.find(done.subject.id);
  if (note === null || note.status === "redacted" || note.status !== done.after.status) {
    throw new Problem("conflict", words.cannotUndo);
  }
  const edit = await takeBackEdit(bench, note, done);
  if (edit !== null) return reopened(bench, done, edit);
  const status = annotationStatuses.find((known) => known === done.before.status);
  if (status === undefined) throw new Problem("conflict", words.cannotUndo);
  await setStatus(bench, note, status);
  return reopened(bench, done, { status, version: status === note.status ? note.version : note.version + 1 });
}

/** What a decision about a note had settled is open again. */
async function reopened({ store }: Bench, done: ChainedEntry, facts: Facts): Promise<Facts> {
  if ((await store.reports.unsettle(done.seq)).length > 0) await forgetOutcomes(store, done.subject.id);
  const item = done.item === null ? null : await store.queue.find(done.item);
  if (item !== null) await reopen(store, item);
  return facts;
}

/** What was done without touching note or person: the reports wait again. */
async function takeBackItem({ store }: Bench, done: ChainedEntry): Promise<Facts> {
  const item = await store.queue.find(done.subject.id);
  if (item?.state !== "done" || !done.verb.startsWith("report.")) throw new Problem("conflict", words.cannotUndo);
  const waiting = await store.reports.unsettle(done.seq);
  if (waiting.length > 0 && item.targetKind === "note") await forgetOutcomes(store, item.targetId);
  await reopen(store, item);
  return done.before;
}

/** Opens an item again, unless there is another open one about the same by now. */
async function reopen(store: Store, item: QueueItem): Promise<void> {
  if (item.state === "open") return void (await changeItem(store, item.id, {}));
  if ((await store.queue.openIn(item.groupId, item.targetKind, item.targetId)) !== null) return;
  await changeItem(store, item.id, { state: "open", doneAt: null });
}
