/** What somebody is told whom a sanction stops: which one, until when, and where to object. */
import type { Role } from "#app/domain/group/group.ts";
import { barring, type Place, type SanctionKind } from "#app/domain/moderation/sanction.ts";
import { type Action, deedOf } from "#app/domain/policy/policy.ts";
import { Problem } from "#app/domain/problem.ts";
import { moderationWords } from "#app/words/moderation.ts";
import { sanctionWords as words } from "#app/words/sanctions.ts";
import type { OpenSanction } from "#db/repositories/moderation/sanctions.ts";
import type { Store } from "#db/store.ts";
import { sayMoment } from "../moment.ts";

/** The refusal where a sanction forbids that in that place, or null where none does. */
export function refusalOf(
  { sanctions }: { readonly sanctions: readonly OpenSanction[] },
  action: Action,
  place: Place,
): Problem | null {
  const deed = deedOf[action];
  const found = deed === undefined ? null : barring(sanctions, deed, place);
  return found === null ? null : refusal(found);
}

/** The refusal where a sanction keeps the member out of the group or the text, or null. */
export async function refusalToEnter(
  store: Store,
  memberId: string,
  { group, document, now }: { readonly group: string; readonly document: string | null; readonly now: number },
): Promise<Problem | null> {
  const found = barring(await store.sanctions.inForce(memberId, now), "read", { group, document, thread: null });
  return found === null ? null : refusal(found);
}

/** The same for a text of a group in which the member is; null for strangers, who must not know it. */
export async function refusalOfText(
  store: Store,
  memberId: string,
  documentId: string,
  now: number,
): Promise<Problem | null> {
  const access = await store.access.document(memberId, documentId);
  if (access === null) return null;
  return refusalToEnter(store, memberId, { group: access.group.id, document: documentId, now });
}

/** The role of an active member whom no sanction keeps out of the group, null for everybody else. */
export async function roleOfWhoMayEnter(
  store: Store,
  memberId: string,
  { group, now }: { readonly group: string; readonly now: number },
): Promise<Role | null> {
  const isShut = (await refusalToEnter(store, memberId, { group, document: null, now })) !== null;
  return isShut ? null : store.memberships.roleOf(group, memberId);
}

function refusal({ kind, reason, endsAt, zone }: OpenSanction): Problem {
  const say: Readonly<Partial<Record<SanctionKind, (until: string, reason: string) => string>>> = words.refused;
  const until = endsAt === null ? words.untilLifted : words.until(sayMoment(endsAt, zone));
  return new Problem("forbidden", say[kind]?.(until, moderationWords.reasons[reason]) ?? moderationWords.notFrom);
}
