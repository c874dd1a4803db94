/** Making an appeal, and talking about it. */
import type { Viewer } from "#app/context/viewer.ts";
import { bodyLength, cleanBody, isBlank, isHopelesslyLong } from "#app/domain/annotation/body.ts";
import { appealBar, MAX_APPEAL_WORDS, MOST_OPEN_APPEALS } from "#app/domain/moderation/appeal.ts";
import { weights } from "#app/domain/moderation/reason.ts";
import type { ChainedEntry } from "#app/domain/moderation/record.ts";
import { Problem } from "#app/domain/problem.ts";
import { appealWords as words } from "#app/words/appeals.ts";
import type { Store } from "#db/store.ts";
import { seatAt } from "./appeal-sight.ts";
import { raise } from "./raise.ts";

type Hands = { readonly store: Store; readonly now: number; readonly newId: () => string };

/** By the one whom the decision concerns, once; it comes into the queue like everything that waits for a moderator. */
export async function openAppeal(
  hands: Hands,
  {
    viewer,
    decision: seq,
    words: typed,
  }: { readonly viewer: Viewer; readonly decision: number; readonly words: string },
): Promise<{ readonly id: string }> {
  const { store, now, newId } = hands;
  const said = saidIn(typed);
  const decision = await store.record.find(seq);
  const group = decision?.group ?? null;
  if (decision === null || group === null || !(await concerns(store, decision, viewer.id))) {
    throw new Problem("not-found", words.unknownDecision);
  }
  const isUndone = (await store.record.undoing(seq)) !== null;
  const bar = appealBar(decision, { now, isUndone });
  if (bar !== null) throw new Problem("conflict", words.bars[bar]);
  if ((await store.appeals.ofDecision(seq)) !== null) throw new Problem("conflict", words.once);
  if ((await store.appeals.countOpen(group, viewer.id)) >= MOST_OPEN_APPEALS) {
    throw new Problem("too-many", words.tooMany(MOST_OPEN_APPEALS));
  }
  const id = newId();
  const state = { state: "open", createdAt: now, decidedAt: null } as const;
  await store.appeals.insert({ id, groupId: group, decision: seq, appellantId: viewer.id, ...state });
  await store.appeals.say({ id: newId(), appealId: id, authorId: viewer.id, isStaff: false, words: said, at: now });
  const item = await raise(hands, {
    group,
    document: decision.document,
    target: { kind: "appeal", id },
    member: viewer.id,
    signal: {
      kind: "appeal",
      source: decision.id,
      reason: decision.reason,
      weight: decision.reason === null ? 1 : weights[decision.reason].severity,
    },
    isHeld: true,
  });
  await store.record.append({
    ...{ id: newId(), at: now, group, document: decision.document, actor: viewer.id, actorRole: "author" },
    ...{ verb: "appeal.open", subject: { kind: "appeal", id }, revision: null, revisionHash: null, item },
    ...{ reason: decision.reason, before: {}, after: { decision: seq }, undoes: null, batch: null },
  });
  return { id };
}

/** A message on an open appeal, by either side. */
export async function sayOn(
  { store, now, newId }: Hands,
  { viewer, appealId, words: typed }: { readonly viewer: Viewer; readonly appealId: string; readonly words: string },
): Promise<void> {
  const said = saidIn(typed);
  const { appeal, isAppellant } = await seatAt(store, viewer, { id: appealId, as: "either", now });
  if (appeal.state !== "open") throw new Problem("conflict", words.closed);
  await store.appeals.say({ id: newId(), appealId, authorId: viewer.id, isStaff: !isAppellant, words: said, at: now });
}

/** Cleaned words. Throws Problem("invalid") for none, Problem("too-large") for too many. */
export function saidIn(typed: string): string {
  if (isHopelesslyLong(typed)) throw new Problem("too-large", words.tooLong(MAX_APPEAL_WORDS));
  const said = cleanBody(typed);
  if (isBlank(said)) throw new Problem("invalid", words.empty, { fields: { words: words.empty } });
  if (bodyLength(said) > MAX_APPEAL_WORDS) throw new Problem("too-large", words.tooLong(MAX_APPEAL_WORDS));
  return said;
}

async function concerns(store: Store, { subject }: ChainedEntry, member: string): Promise<boolean> {
  if (subject.kind === "member") return subject.id === member;
  return subject.kind === "note" && (await store.annotations.find(subject.id))?.creator === member;
}
