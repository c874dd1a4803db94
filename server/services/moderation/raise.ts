/** Brings a target into the queue, or raises it there: one open item for each target, whatever speaks for looking at it. */
import { dueAt, priorityOf, type SignalKind, type TargetKind } from "#app/domain/moderation/queue.ts";
import type { Reason } from "#app/domain/moderation/reason.ts";
import { kindBits } from "#app/domain/moderation/view.ts";
import type { Store } from "#db/store.ts";
import { changeItem } from "./item.ts";

export type Raised = {
  readonly group: string;
  readonly document: string | null;
  readonly target: { readonly kind: TargetKind; readonly id: string };
  /** Author, reported person or appellant. */
  readonly member: string | null;
  readonly signal: {
    readonly kind: SignalKind;
    /** Report, rule, policy, revision or decision that it came from. */
    readonly source: string;
    readonly reason: Reason | null;
    readonly weight: number;
  };
  /** True while readers do not see the target because of this. */
  readonly isHeld: boolean;
};

type Hands = { readonly store: Store; readonly now: number; readonly newId: () => string };

/** Gives the id of the item. The same signal again changes nothing. */
export async function raise({ store, now, newId }: Hands, raised: Raised): Promise<string> {
  const { group, target, signal } = raised;
  const open = await store.queue.openIn(group, target.kind, target.id);
  const id = open?.id ?? newId();
  if (open === null) {
    const place = { groupId: group, documentId: raised.document, memberId: raised.member };
    const fresh = { priority: 0, openedAt: now, dueAt: dueAt(now, []) };
    await store.queue.insert({ id, ...place, targetKind: target.kind, targetId: target.id, ...fresh });
  }
  const { source, ...said } = signal;
  const isNew = await store.queue.signal({ id: newId(), itemId: id, sourceId: source, at: now, ...said });
  if (isNew) await weigh(store, id, raised.isHeld);
  return id;
}

/** Counts an item's priority, due time and kinds anew from its signals; its version rises, since there is something to read. */
export async function weigh(store: Store, itemId: string, isHeld: boolean): Promise<void> {
  const item = await store.queue.find(itemId);
  if (item === null) return;
  const signals = await store.queue.signals(itemId);
  const reasons = signals.flatMap(({ reason }) => reason ?? []);
  const replies = item.targetKind === "note" ? await store.annotations.countReplies(item.targetId) : 0;
  await changeItem(store, itemId, {
    priority: priorityOf({ signals, isHeld, isAppeal: item.targetKind === "appeal", replies }),
    dueAt: dueAt(item.openedAt, reasons),
    kinds: kindBits(signals.map(({ kind }) => kind)),
  });
}
