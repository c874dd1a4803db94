/** What a decision about a target ends: the reports about it and its item in the queue. */
import type { TargetKind } from "#app/domain/moderation/queue.ts";
import { closing, upholding } from "#app/domain/moderation/transition.ts";
import type { NoteVerb } from "#app/domain/moderation/verb.ts";
import type { Store } from "#db/store.ts";

type Target = { readonly kind: TargetKind; readonly id: string };

/** `seq` is the number of the decision in the record, so that taking it back opens what it had settled. */
export async function settleTarget(
  { store, now }: { readonly store: Store; readonly now: number },
  target: Target,
  { verb, seq }: { readonly verb: NoteVerb | "delete"; readonly seq: number },
): Promise<void> {
  const isDone = verb === "delete" || closing.has(verb);
  if (verb === "delete" || (isDone && !upholding.has(verb))) {
    await store.reports.settle(target, "dismissed", { seq, now });
  } else if (upholding.has(verb)) {
    await store.reports.settle(target, "upheld", { seq, now });
  }
  const item = await store.queue.openOf(target.kind, target.id);
  if (item === null) return;
  const claim = { claimedBy: null, claimUntil: null };
  await store.queue.update(item.id, isDone ? { ...claim, state: "done", doneAt: now } : claim);
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
