/** What a decision about a target ends: the reports about it and its item in the queue. */
import type { TargetKind } from "#app/domain/moderation/queue.ts";
import type { ReportState } from "#app/domain/moderation/report.ts";
import { closing, upholding } from "#app/domain/moderation/transition.ts";
import type { ItemVerb, NoteVerb } from "#app/domain/moderation/verb.ts";
import type { Store } from "#db/store.ts";
import { tellOutcome } from "../news/outcomes.ts";
import { changeItem } from "./item.ts";

/** `group` where the same person can be reported in several. */
type Target = { readonly kind: TargetKind; readonly id: string; readonly group?: string };
type Verb = NoteVerb | ItemVerb | "delete";

/**
 * `seq` is the number of the decision in the record, so that taking it back opens what it had settled. Without `newId`
 * nobody is told: the words are gone, and with them what there was to report.
 */
export async function settleTarget(
  { store, now, newId }: { readonly store: Store; readonly now: number; readonly newId?: () => string },
  target: Target,
  { verb, seq }: { readonly verb: Verb; readonly seq: number },
): Promise<void> {
  const outcome = outcomeOf(verb);
  const settled = outcome === null ? [] : await store.reports.settle(target, outcome, { seq, now });
  const { group, kind, id } = target;
  const item = await (group === undefined ? store.queue.openOf(kind, id) : store.queue.openIn(group, kind, id));
  const free = { claimedBy: null, claimUntil: null };
  if (item !== null && ends(verb)) await changeItem(store, item.id, { ...free, state: "done", doneAt: now });
  // Whoever asked for a revision is done with it; a rule that hides does not end what somebody looks at.
  else if (item !== null) await changeItem(store, item.id, verb === "revise" ? free : {});
  const note = settled.length > 0 && kind === "note" ? await store.annotations.find(id) : null;
  if (note === null || newId === undefined) return;
  const reporters = settled.map(({ reporterId }) => reporterId);
  await tellOutcome({ store, now, newId }, note, reporters);
}

function ends(verb: Verb): boolean {
  return verb === "delete" || verb === "uphold" || verb === "dismiss" || closing.has(verb);
}

/** What the reports about a target become; null: they stay open. */
function outcomeOf(verb: Verb): ReportState | null {
  if (verb === "delete") return "gone";
  if (verb === "uphold") return "upheld";
  if (verb === "dismiss") return "dismissed";
  if (upholding.has(verb)) return "upheld";
  return closing.has(verb) ? "dismissed" : null;
}

/** A sanction settles what was reported of the person, and the item about them. */
export async function settlePerson(
  { store, now }: { readonly store: Store; readonly now: number },
  member: string,
  seq: number,
): Promise<void> {
  await store.reports.settle({ kind: "member", id: member }, "upheld", { seq, now });
  const item = await store.queue.openOf("member", member);
  if (item === null) return;
  await store.queue.update(item.id, { claimedBy: null, claimUntil: null, state: "done", doneAt: now });
}
