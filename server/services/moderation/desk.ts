/** Who stands at the queue of a group, and which items are theirs to look at. */
import type { Viewer } from "#app/context/viewer.ts";
import { isStaff, outranks, type Role, roles } from "#app/domain/group/group.ts";
import { type Actor, can } from "#app/domain/policy/policy.ts";
import { Problem } from "#app/domain/problem.ts";
import { triageWords as words } from "#app/words/triage.ts";
import type { QueueItem } from "#db/repositories/moderation/queue.ts";
import type { Beholder } from "#db/repositories/moderation/queue-list.ts";
import type { Store } from "#db/store.ts";
import { standingInGroup } from "../rights.ts";

export type Desk = {
  readonly actor: Actor;
  readonly group: { readonly id: string; readonly name: string };
  readonly who: Beholder;
  /** Everybody who may stand here. */
  readonly moderators: ReadonlyMap<string, Role>;
};

const staffRoles = roles.filter(isStaff);

/** Throws Problem("not-found") for those who are no moderators there. */
export async function deskIn(
  store: Store,
  {
    viewer,
    group,
    now,
    otherwise = words.unknownQueue,
  }: { readonly viewer: Viewer; readonly group: string; readonly now: number; readonly otherwise?: string },
): Promise<Desk> {
  const standing = await standingInGroup(store, { memberId: viewer.id, groupId: group, now });
  if (standing === null || !can(standing.actor, "queue.open")) throw new Problem("not-found", otherwise);
  const moderators = await store.memberships.withRoles(group, staffRoles);
  const { actor } = standing;
  return {
    actor,
    group: { id: group, name: standing.group.name },
    who: { id: viewer.id, isOwner: actor.role === "owner", above: notBelow(actor, moderators), now },
    moderators,
  };
}

/** An item that is not about the viewer. Throws Problem("not-found") for all others, existing or not. */
export async function itemFor(
  store: Store,
  { viewer, item: id, now }: { readonly viewer: Viewer; readonly item: string; readonly now: number },
): Promise<{ readonly desk: Desk; readonly item: QueueItem }> {
  const item = await store.queue.find(id);
  if (item === null || item.memberId === viewer.id) throw new Problem("not-found", words.unknownItem);
  return { desk: await deskIn(store, { viewer, group: item.groupId, now, otherwise: words.unknownItem }), item };
}

/** True when the viewer's role is above that of whom the item is about. */
export function mayDecide({ who }: Desk, { memberId }: Pick<QueueItem, "memberId">): boolean {
  return memberId !== who.id && (memberId === null || !who.above.includes(memberId));
}

/** True for a moderator who may be given the item. */
export function canBeGiven({ moderators }: Desk, member: string, { memberId }: Pick<QueueItem, "memberId">): boolean {
  const role = moderators.get(member);
  if (role === undefined || member === memberId) return false;
  const other = memberId === null ? undefined : moderators.get(memberId);
  return other === undefined || outranks(role, other);
}

function notBelow({ id, role }: Actor, moderators: ReadonlyMap<string, Role>): readonly string[] {
  if (role === null) return [];
  return [...moderators].flatMap(([member, other]) => (member !== id && !outranks(role, other) ? [member] : []));
}
