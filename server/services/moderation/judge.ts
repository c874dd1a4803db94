/** Who may sanction whom, from the store as it is now. */
import type { Viewer } from "#app/context/viewer.ts";
import { isStaff } from "#app/domain/group/group.ts";
import { objectionTo, type SanctionKind, type Scope, type Standing } from "#app/domain/moderation/sanction.ts";
import { Problem } from "#app/domain/problem.ts";
import { sanctionWords as words } from "#app/words/sanctions.ts";
import type { Store } from "#db/store.ts";
import { standingIn as standingInGroup } from "../groups-standing.ts";
import { standingIn } from "../rights.ts";

/** What of a sanction decides who may give or end it. */
export type Matter = {
  readonly member: string;
  readonly kind: SanctionKind;
  readonly scope: Scope;
  readonly group: string | null;
  readonly document: string | null;
};

/** A viewer in the place that a sanction is about; `as` is how the record calls them. */
export type Judge = Standing & { readonly as: string };

type Sitting = { readonly viewer: Viewer; readonly groupId: string; readonly now: number };

/** Throws Problem("forbidden") for those who judge nothing in the group, before they learn what is in it. */
export async function demandBench(store: Store, { viewer, groupId, now }: Sitting): Promise<void> {
  const { actor } = await standingInGroup(store, { viewer, groupId, now });
  if (actor.role !== null && isStaff(actor.role)) return;
  if ((await store.members.byId(viewer.id))?.isAdmin === true) return;
  if ((await store.people.textsModerated(groupId, viewer.id)).length === 0) throw new Problem("forbidden", words.rank);
}

/**
 * The viewer as a judge: in the text for what holds in one, so that whoever moderates only that text counts there; else in
 * the group. Throws Problem("not-found") for strangers, Problem("forbidden") for whom a sanction keeps out.
 */
export async function judgeIn(
  store: Store,
  { viewer, groupId, now, order }: Sitting & { readonly order: Pick<Matter, "scope" | "document"> | null },
): Promise<Judge> {
  const { actor } = await standingInGroup(store, { viewer, groupId, now });
  const isAdmin = (await store.members.byId(viewer.id))?.isAdmin === true;
  if (order?.scope.kind === "site") return { ...actor, isAdmin, as: isAdmin ? "administrator" : (actor.role ?? "") };
  const document = order?.document ?? null;
  const inText = document === null ? null : await standingIn(store, { memberId: viewer.id, documentId: document, now });
  const role = inText?.actor.role ?? actor.role;
  return { ...actor, isAdmin, role, as: role ?? "" };
}

/**
 * Throws Problem("forbidden") by rank and for oneself, Problem("not-found") for who never was in the group, and
 * Problem("conflict") where a group would be left without an owner who can enter it.
 */
export async function demandOver(
  store: Store,
  judge: Judge,
  { member, kind, scope, group, document }: Matter,
): Promise<void> {
  const role = await roleThere(store, { group: group ?? "", document, member });
  const known = await store.members.byId(member);
  const target = { id: member, role, isAdmin: known?.isAdmin === true };
  const objection = objectionTo(kind, scope.kind, { actor: judge, target });
  if (objection === "scope") throw new Problem("invalid", words.cannotHoldThere);
  if (objection !== null) throw new Problem("forbidden", objection === "self" ? words.self : words.rank);
  if (known === null) throw new Problem("not-found", words.unknownMember);
  if (scope.kind === "site" && (kind === "suspend" || kind === "ban")) await demandOtherOwners(store, member);
}

async function roleThere(
  store: Store,
  { group, document, member }: { readonly group: string; readonly document: string | null; readonly member: string },
): Promise<Standing["role"]> {
  if (document !== null) return store.access.roleIn(document, member);
  return store.memberships.roleOf(group, member);
}

/** A group that others are in must not lose its last owner this way. */
async function demandOtherOwners(store: Store, member: string): Promise<void> {
  for (const { groupId, role } of await store.memberships.ofMember(member)) {
    if (role !== "owner" || (await store.memberships.owners(groupId)) > 1) continue;
    const others = (await store.memberships.roster(groupId)).filter(
      ({ id, leftAt }) => leftAt === null && id !== member,
    );
    if (others.length > 0) throw new Problem("conflict", words.lastOwner);
  }
}
