/** The verdict on a note, inside its transaction: what was found before it, what was before the note, and who waits. */

import { isStaff } from "#app/domain/group/group.ts";
import { historyHits } from "#app/domain/moderation/rules/check.ts";
import type { History } from "#app/domain/moderation/rules/history-rules.ts";
import { waitingOf } from "#app/domain/moderation/rules/hold-policy.ts";
import type { Hit } from "#app/domain/moderation/rules/rule.ts";
import { type Verdict, verdictOf } from "#app/domain/moderation/rules/verdict.ts";
import { Problem } from "#app/domain/problem.ts";
import { rulesWords as words } from "#app/words/rules.ts";
import type { NoteRow } from "#db/repositories/annotations.ts";
import type { Store } from "#db/store.ts";
import type { Standing } from "../rights.ts";
import { type Bench, decideNote } from "./decide.ts";
import { type Findings, stampOf } from "./gate.ts";
import { raise } from "./raise.ts";
import { personalPolicies } from "./waiting-for.ts";

/** The rules are others than those that were asked: the command begins again. */
export class Stale extends Error {
  override readonly name = "Stale";
}

/** Nothing is stored of the note; the attempt is, in a transaction of its own. */
export class Stopped extends Error {
  override readonly name = "Stopped";
  constructor(
    readonly verdict: Verdict,
    readonly attempt: { readonly group: string; readonly note: string; readonly hash: number },
  ) {
    super("The note was not taken.");
  }
}

export type Judging = {
  readonly store: Store;
  readonly standing: Standing;
  readonly now: number;
  readonly findings: Findings | null;
  /** Host of this site: links to it are no links outside. */
  readonly ownHost: string;
};

export type Subject = {
  readonly id: string;
  /** First note of its thread, null where it is that itself and new. */
  readonly thread: string | null;
  readonly isEdit: boolean;
  /** What the client says; whether it is so, the attempts tell. */
  readonly nudged: boolean;
};

const nothing: History = { own: [], group: [], times: [], approved: 0, unchallenged: [] };

/** Published or held. Throws Stopped for what is refused or sent back, Stale where the rules changed meanwhile. */
export async function judge(judging: Judging, subject: Subject): Promise<Verdict> {
  const { store, standing, now, findings, ownHost } = judging;
  const [group, member] = [standing.group.id, standing.actor.id];
  // What looked private a moment ago is not any more.
  if (findings === null) throw new Stale();
  const { rules, examined, stamp } = findings;
  const check = await store.outsideChecks.find(group);
  if (stampOf(await store.rules.stamp(group), check?.version ?? 0) !== stamp) throw new Stale();
  const { isEdit, thread } = subject;
  const place = { group, document: standing.document.id, thread };
  const policies = [...(await store.holdPolicies.ofGroup(group)), ...personalPolicies(standing, place)];
  const isPlain = rules.length === 0 && policies.length === 0;
  const history = isPlain ? nothing : await store.writing.before({ annotation: subject.id, group, creator: member });
  const isSilent = examined.body === "" && examined.tags.length === 0;
  const verdict = verdictOf({
    hits: isSilent ? [] : [...findings.hits, ...historyHits(rules, examined, { history, now, isEdit, ownHost })],
    waiting: isSilent ? { kind: "none" } : waitingOf(policies, { ...place, member }, history, now),
    isStaff: isStaff(standing.role),
    wasNudged: subject.nudged && (await store.ruleHits.wasNudged(member, group, examined.print.hash)),
  });
  if (verdict.kind === "refused" || verdict.kind === "nudged") {
    throw new Stopped(verdict, { group, note: subject.id, hash: examined.print.hash });
  }
  return verdict;
}

/** Keeps what was found in a body that is stored, and by what it is known again. */
export async function keepFindings(
  { store, findings, now }: Judging,
  note: NoteRow,
  { verdict, revision }: { readonly verdict: Verdict; readonly revision: string },
): Promise<void> {
  const held = verdict.kind === "held";
  await store.ruleHits.keep(verdict.hits, { revision, annotation: note.id, group: note.group, held, at: now });
  if (findings === null || findings.examined.body === "") return;
  const of = { annotation: note.id, group: note.group, creator: note.creator, at: now };
  await store.writing.keepPrint(findings.examined.print, of);
}

/**
 * Brings a note into the queue for what its verdict says: everything that holds it, and of what is published that which
 * a rule marks. Notes of staff are recorded only.
 */
export async function raiseFor(
  bench: Bench,
  note: NoteRow,
  {
    verdict,
    isByStaff,
    edit,
  }: { readonly verdict: Verdict; readonly isByStaff: boolean; readonly edit: string | null },
): Promise<void> {
  if (isByStaff) return;
  const isHeld = verdict.kind === "held";
  const signals = [
    ...verdict.hits.filter((hit) => isHeld || !hit.failed).map(signalOf),
    ...(verdict.waiting.kind === "none"
      ? []
      : [{ kind: "policy", source: verdict.waiting.policy, reason: null, weight: 1 } as const]),
    ...(isHeld && edit !== null ? [{ kind: "edit", source: edit, reason: null, weight: 0 } as const] : []),
  ];
  const place = { group: note.group, document: note.document, member: note.creator };
  for (const signal of signals) await raise(bench, { ...place, target: { kind: "note", id: note.id }, signal, isHeld });
}

/** What holds a note weighs as a report of a trusted reader does; a mark weighs half of that. */
function signalOf({ rule, action }: Hit) {
  return {
    kind: "rule",
    source: rule,
    reason: null,
    weight: action === "tag" || action === "nudge" ? 0.5 : 1,
  } as const;
}

/** The hold of a note that was never seen, as one row of the record. */
export async function recordHold(bench: Bench, note: NoteRow): Promise<void> {
  await decideNote({ ...bench, judge: null }, note, { verb: "hold" });
}

/** What the author of a note that was not taken is told: which kind of rule it met, never which words. */
export function problemOf({ kind, hits, retryAfter }: Verdict): Problem {
  if (kind === "nudged") {
    const met = hits.filter(({ action }) => action === "nudge");
    const isHeldThen = met.some(({ thenHold }) => thenHold) || hits.some(({ action }) => action === "hold");
    return new Problem("nudged", words.nudged(sayClasses(met), isHeldThen));
  }
  const met = sayClasses(hits.filter(({ action }) => action === "refuse"));
  if (retryAfter !== null) return new Problem("too-many", words.refused(met), { retryAfter });
  return new Problem("invalid", words.refused(met), { fields: { body: words.refused(met) } });
}

function sayClasses(hits: readonly Hit[]): string {
  return [...new Set(hits.map(({ kind }) => words.classes[kind]))].join(", ");
}
