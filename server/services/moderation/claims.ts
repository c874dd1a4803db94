/** Who has an item: claims that run out, assignments, the call for owners, and words among moderators. */
import type { Claimed } from "#app/context/queue.ts";
import type { Viewer } from "#app/context/viewer.ts";
import { CLAIM_LEASE } from "#app/domain/moderation/queue.ts";
import { Problem } from "#app/domain/problem.ts";
import { moderationWords } from "#app/words/moderation.ts";
import { triageWords as words } from "#app/words/triage.ts";
import type { QueueItem } from "#db/repositories/moderation/queue.ts";
import type { Store } from "#db/store.ts";
import { canBeGiven, type Desk, itemFor } from "./desk.ts";
import { changeItem, renewClaim } from "./item.ts";

/** Characters (code points) of a note among moderators. */
const MAX_STAFF_NOTE = 2_000;

type Asked = { readonly viewer: Viewer; readonly item: string; readonly now: number };

/** Throws Problem("conflict") with the name of who has it, Problem("gone") once it is done. */
export async function claim(store: Store, { takeOver, ...asked }: Asked & { takeOver: boolean }): Promise<Claimed> {
  const { item } = await openItem(store, asked);
  const { viewer, now } = asked;
  if (!takeOver) await requireFree(store, item, { viewer, now });
  const until = now + CLAIM_LEASE;
  const isMine = item.claimedBy === viewer.id && (item.claimUntil ?? 0) > now;
  const claimed = isMine
    ? await renewClaim(store, item.id, until)
    : await changeItem(store, item.id, { claimedBy: viewer.id, claimUntil: until });
  return claimedAs(claimed ?? item);
}

/** Nothing happens where another one has it. */
export async function release(store: Store, asked: Asked): Promise<Claimed> {
  const { item } = await itemFor(store, asked);
  if (item.claimedBy !== asked.viewer.id) return claimedAs(item);
  return claimedAs((await changeItem(store, item.id, { claimedBy: null, claimUntil: null })) ?? item);
}

/** Throws Problem("conflict") where another moderator has a claim that has not run out. */
export async function requireFree(
  store: Store,
  { claimedBy, claimUntil }: Pick<QueueItem, "claimedBy" | "claimUntil">,
  { viewer, now }: { readonly viewer: Viewer; readonly now: number },
): Promise<void> {
  if (claimedBy === null || claimedBy === viewer.id || (claimUntil ?? 0) <= now) return;
  const holder = await store.members.byId(claimedBy);
  throw new Problem("conflict", words.claimedBy(holder?.name ?? moderationWords.somebody));
}

/** Throws Problem("invalid") for somebody who may not have it. Recorded, unless nothing changes. */
export async function assign(
  store: Store,
  { member, newId, ...asked }: Asked & { readonly member: string | "least" | null; readonly newId: () => string },
): Promise<Claimed> {
  const { desk, item } = await openItem(store, asked);
  const to = member === "least" ? await leastBusy(store, desk, item) : member;
  if (to !== null && !canBeGiven(desk, to, item)) throw new Problem("invalid", words.notToThem);
  if (to === item.assignedTo) return claimedAs(item);
  await recordItem(store, { desk, item, newId, verb: "item.assign", after: { assigned: to } });
  return claimedAs((await changeItem(store, item.id, { assignedTo: to })) ?? item);
}

/** Recorded, unless nothing changes. */
export async function escalate(
  store: Store,
  { on, newId, ...asked }: Asked & { readonly on: boolean; readonly newId: () => string },
): Promise<Claimed> {
  const { desk, item } = await openItem(store, asked);
  if (on === item.isEscalated) return claimedAs(item);
  await recordItem(store, { desk, item, newId, verb: "item.escalate", after: { escalated: on } });
  return claimedAs((await changeItem(store, item.id, { isEscalated: on })) ?? item);
}

/** Throws Problem("invalid") for no words, Problem("too-large") for too many. */
export async function noteOn(
  store: Store,
  { words: typed, newId, ...asked }: Asked & { readonly words: string; readonly newId: () => string },
): Promise<{ readonly note: string }> {
  const { item } = await itemFor(store, asked);
  const said = typed.trim();
  if (said === "") throw new Problem("invalid", words.needsNoteWords, { fields: { words: words.needsNoteWords } });
  if (said.length > 2 * MAX_STAFF_NOTE || [...said].length > MAX_STAFF_NOTE) {
    throw new Problem("too-large", words.noteTooLong(MAX_STAFF_NOTE));
  }
  const id = newId();
  await store.queueDesk.addNote({ id, itemId: item.id, authorId: asked.viewer.id, words: said, at: asked.now });
  await changeItem(store, item.id, {});
  return { note: id };
}

/** Once a moderator is none any more: what they had is anybody's. Inside the transaction of that change. */
export async function leaveQueue(
  store: Store,
  { groupId, memberId }: { readonly groupId: string; readonly memberId: string },
): Promise<void> {
  for (const { id, claimedBy, assignedTo } of await store.queueList.heldBy(groupId, memberId)) {
    await changeItem(store, id, {
      ...(claimedBy === memberId ? { claimedBy: null, claimUntil: null } : {}),
      ...(assignedTo === memberId ? { assignedTo: null } : {}),
    });
  }
}

async function openItem(store: Store, asked: Asked) {
  const found = await itemFor(store, asked);
  if (found.item.state === "done") throw new Problem("gone", words.lookedAtAlready);
  return found;
}

async function leastBusy(store: Store, desk: Desk, item: QueueItem): Promise<string | null> {
  const busy = await store.queueList.assigned(desk.group.id);
  const load = (member: string) => busy.get(member) ?? 0;
  const able = [...desk.moderators.keys()].filter((member) => canBeGiven(desk, member, item));
  return able.sort((a, b) => load(a) - load(b))[0] ?? null;
}

async function recordItem(
  store: Store,
  {
    desk,
    item,
    newId,
    verb,
    after,
  }: {
    readonly desk: Desk;
    readonly item: QueueItem;
    readonly newId: () => string;
    readonly verb: "item.assign" | "item.escalate";
    readonly after: Readonly<Record<string, string | boolean | null>>;
  },
): Promise<void> {
  const { actor, who } = desk;
  const before = verb === "item.assign" ? { assigned: item.assignedTo } : { escalated: item.isEscalated };
  await store.record.append({
    ...{ id: newId(), at: who.now, group: item.groupId, document: item.documentId, item: item.id },
    ...{ actor: actor.id, actorRole: actor.role ?? "", verb, subject: { kind: "item", id: item.id } },
    ...{ revision: null, revisionHash: null, reason: null, before, after, undoes: null, batch: null },
  });
}

function claimedAs({ version, claimUntil }: QueueItem): Claimed {
  return { version, until: claimUntil };
}
