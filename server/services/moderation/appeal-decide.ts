/** Deciding an appeal: the decision stands, or it is taken back with all its effects. */
import type { Viewer } from "#app/context/viewer.ts";
import { APPEAL_EXPIRES_AFTER, type AppealOutcome, type AppealState } from "#app/domain/moderation/appeal.ts";
import type { ChainedEntry } from "#app/domain/moderation/record.ts";
import type { Verb } from "#app/domain/moderation/verb.ts";
import { Problem } from "#app/domain/problem.ts";
import { appealWords as words } from "#app/words/appeals.ts";
import type { AppealRow } from "#db/repositories/moderation/appeals.ts";
import type { Store } from "#db/store.ts";
import type { Heed } from "../annotations/events.ts";
import { saidIn } from "./appeal-open.ts";
import { isForOthers, seatAt } from "./appeal-sight.ts";
import { type Bench, decideNote } from "./decide.ts";
import { changeItem } from "./item.ts";
import { undoDecision } from "./undo.ts";

type Hands = { readonly store: Store; readonly now: number; readonly newId: () => string; readonly heed: Heed };

const ends: Readonly<Record<AppealOutcome, { readonly state: AppealState; readonly verb: Verb }>> = {
  uphold: { state: "upheld", verb: "appeal.uphold" },
  overturn: { state: "overturned", verb: "appeal.overturn" },
  modify: { state: "modified", verb: "appeal.modify" },
};

/** By a moderator who did not make the decision, unless nobody else is there to look at it. */
export async function decideAppeal(
  hands: Hands,
  given: {
    readonly viewer: Viewer;
    readonly appealId: string;
    readonly outcome: AppealOutcome;
    readonly words: string;
  },
): Promise<void> {
  const { store, now, newId, heed } = hands;
  const { viewer, appealId, outcome } = given;
  const said = saidIn(given.words);
  const { appeal, decision, role } = await seatAt(store, viewer, { id: appealId, as: "staff", now });
  const end = ends[outcome];
  if (appeal.state === end.state) return;
  if (appeal.state !== "open") throw new Problem("conflict", words.closed);
  if (await isForOthers(store, viewer, { appeal, decision })) throw new Problem("forbidden", words.forOthers);
  const by = { member: viewer.id, seat: "", now };
  const judge = { id: viewer.id, role: role ?? "" };
  const bench: Bench = { store, now, newId, heed: (event) => heed(store, event, by), judge };
  if (outcome !== "uphold") await takeBack(bench, decision);
  if (outcome === "modify") await askToRevise(bench, decision);
  await store.appeals.say({ id: newId(), appealId, authorId: viewer.id, isStaff: true, words: said, at: now });
  await close(hands, { appeal, decision }, { ...end, judge });
}

/** Appeals that nobody decided for two months: the decision stands, and its author is free to know. */
export async function expireAppeals(hands: Omit<Hands, "heed">, limit: number): Promise<boolean> {
  const { store, now } = hands;
  const due = await store.appeals.openBefore(now - APPEAL_EXPIRES_AFTER, limit);
  for (const appeal of due) {
    const decision = await store.record.find(appeal.decision);
    if (decision !== null) {
      await close(hands, { appeal, decision }, { state: "expired", verb: "appeal.expire", judge: null });
    }
  }
  return due.length < limit;
}

/** Where a later decision stands on top of it, the note is simply shown again. */
async function takeBack(bench: Bench, decision: ChainedEntry): Promise<void> {
  const { store } = bench;
  if ((await store.record.undoing(decision.seq)) !== null) return;
  const latest = await store.record.latest(decision.subject.kind, decision.subject.id);
  // What is decided about a person stands side by side, and takes itself back whatever came after it.
  const isAlone = decision.subject.kind === "member" || latest?.seq === decision.seq;
  if (isAlone) return void (await undoDecision(bench, decision.seq));
  const note = decision.subject.kind === "note" ? await store.annotations.find(decision.subject.id) : null;
  if (note === null) throw new Problem("conflict", words.decidedSince);
  await decideNote(bench, note, { verb: note.status === "held" ? "publish" : "restore" });
}

async function askToRevise(bench: Bench, { subject, reason }: ChainedEntry): Promise<void> {
  const note = subject.kind === "note" ? await bench.store.annotations.find(subject.id) : null;
  if (note === null) throw new Problem("invalid", words.onlyNotes);
  await decideNote(bench, note, { verb: "revise", reason: reason ?? "other" });
}

async function close(
  { store, now, newId }: Omit<Hands, "heed">,
  { appeal, decision }: { readonly appeal: AppealRow; readonly decision: ChainedEntry },
  end: { readonly state: AppealState; readonly verb: Verb; readonly judge: Bench["judge"] },
): Promise<void> {
  await store.appeals.close(appeal.id, end.state, now);
  const item = await store.queue.openOf("appeal", appeal.id);
  if (item !== null)
    await changeItem(store, item.id, { state: "done", doneAt: now, claimedBy: null, claimUntil: null });
  await store.record.append({
    ...{ id: newId(), at: now, group: appeal.groupId, document: decision.document },
    ...{ actor: end.judge?.id ?? null, actorRole: end.judge?.role ?? "system", verb: end.verb },
    ...{ subject: { kind: "appeal", id: appeal.id }, revision: decision.revision, revisionHash: decision.revisionHash },
    ...{ item: item?.id ?? null, reason: decision.reason, before: { state: appeal.state, decision: decision.seq } },
    ...{ after: { state: end.state, decision: decision.seq }, undoes: null, batch: null },
  });
}
