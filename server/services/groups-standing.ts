import type { Viewer } from "#app/context/viewer.ts";
import { type Action, type Actor, can, type Subject } from "#app/domain/policy/policy.ts";
import { Problem } from "#app/domain/problem.ts";
import type { FoundingChoice } from "#app/domain/site/site-settings.ts";
import { groupsWords } from "#app/words/groups.ts";
import type { GroupRecord } from "#db/repositories/groups.ts";
import type { Store } from "#db/store.ts";
import type { AccountDependencies } from "./accounts-dependencies.ts";
import { refusalToEnter } from "./moderation/refusal.ts";

/** What the group service stands on. */
export type GroupDependencies = Pick<
  AccountDependencies,
  "read" | "transact" | "clock" | "newId" | "origin" | "secrets" | "post" | "limits"
> & {
  /** Who may found groups here. */
  readonly foundedBy: () => Promise<FoundingChoice>;
  /** Erases the next of what the member wrote in the group, inside the transaction of `store`; true when all is gone. */
  readonly eraseNotes: (store: Store, groupId: string, memberId: string) => Promise<boolean>;
  /** Brings a member's inbox in step with their rights in the group, inside the transaction that changed them. */
  readonly settleNews: (store: Store, groupId: string, memberId: string) => Promise<void>;
};

/** A viewer within one group, as the store knows it now: the request may be older than the right. */
export type Standing = { readonly actor: Actor; readonly group: GroupRecord };

/** Who asks for what in which group, and when (milliseconds). */
export type Asking = { readonly viewer: Viewer; readonly groupId: string; readonly now: number };

/**
 * Throws Problem("not-found") for those who are not in the group: they may not know that it exists. Throws
 * Problem("forbidden") for members whom a sanction keeps out; the sentence names it. Leaving is always possible.
 */
export async function standingIn(
  store: Store,
  { viewer, groupId, now }: Asking,
  action: Action | null = null,
): Promise<Standing> {
  const role = await store.memberships.roleOf(groupId, viewer.id);
  const group = role === null ? null : await store.groups.byId(groupId);
  if (group === null) throw new Problem("not-found", groupsWords.unknown);
  const refusal = await refusalToEnter(store, viewer.id, { group: groupId, document: null, now });
  if (refusal !== null && action !== "group.leave") throw refusal;
  return { actor: { id: viewer.id, role, isAdmin: viewer.isAdmin }, group };
}

/** The standing of a viewer who may do that; throws Problem("not-found" or "forbidden"). */
export async function requireAction(
  store: Store,
  who: Asking,
  action: Action,
  subject: Omit<Subject, "group"> = {},
): Promise<Standing> {
  const standing = await standingIn(store, who, action);
  if (!can(standing.actor, action, { ...subject, group: standing.group })) {
    throw new Problem("forbidden", groupsWords.notAllowed);
  }
  return standing;
}
