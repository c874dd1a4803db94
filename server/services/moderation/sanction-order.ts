/** What a form asks for, made into an order that can be carried out or looked at first. */
import type { Effects, HidingSpan, SanctionInput } from "#app/context/people.ts";
import { reasons } from "#app/domain/moderation/reason.ts";
import {
  endOf,
  isBarred,
  MAX_DAYS,
  MAX_SANCTION_WORDS,
  type Scope,
  sanctionKinds,
  scopesOf,
} from "#app/domain/moderation/sanction.ts";
import { Problem } from "#app/domain/problem.ts";
import { sanctionWords as words } from "#app/words/sanctions.ts";
import type { Store } from "#db/store.ts";
import type { Order } from "./sanctions.ts";

const DAY = 24 * 60 * 60 * 1000;

const spans: Readonly<Record<HidingSpan, number | null>> = {
  none: null,
  day: DAY,
  week: 7 * DAY,
  month: 30 * DAY,
  all: Number.POSITIVE_INFINITY,
};

/**
 * The order, with its place looked up in that group. Throws Problem("invalid") for what is incomplete or too long, and
 * Problem("not-found") for a text or thread that is not in the group, or somebody who never was.
 */
export async function orderOf(
  store: Store,
  { groupId, input, now }: { readonly groupId: string; readonly input: SanctionInput; readonly now: number },
): Promise<Order> {
  const { member, kind, reason, days, toMember, toStaff, hides } = input;
  if (!sanctionKinds.includes(kind) || !reasons.includes(reason)) throw new Problem("invalid", words.malformed);
  if (!scopesOf[kind].includes(input.scope)) throw invalid("scope", words.cannotHoldThere);
  const isWhole = days === null || (Number.isInteger(days) && days >= 1 && days <= MAX_DAYS);
  if (!isWhole) throw invalid("days", words.daysWrong(MAX_DAYS));
  if (kind === "suspend" && days === null) throw invalid("days", words.suspensionNeedsEnd);
  for (const [field, typed] of Object.entries({ toMember, toStaff })) {
    if ([...typed].length > MAX_SANCTION_WORDS) throw invalid(field, words.tooLong(MAX_SANCTION_WORDS));
  }
  if ((await store.memberships.find(groupId, member)) === null) throw new Problem("not-found", words.unknownMember);
  const { scope, document } = await placeOf(store, groupId, input);
  const span = kind === "ban" ? spans[hides] : null;
  return {
    ...{ member, kind, scope, document, reason, days },
    group: scope.kind === "site" ? null : groupId,
    toMember: toMember.trim(),
    toStaff: toStaff.trim(),
    hidesFrom: span === null ? null : Math.max(0, now - span),
  };
}

/** What the order would do now. */
export async function effectsOf(store: Store, order: Order, now: number): Promise<Effects> {
  const { member, kind, scope, days, hidesFrom } = order;
  const closesRooms = isBarred(kind, "read");
  return {
    endsAt: kind === "warn" ? null : endOf(days, now),
    notesHidden: hidesFrom === null ? 0 : await store.sanctions.countNotesOf(member, scope, hidesFrom),
    claimsReleased: closesRooms && scope.kind !== "text" ? await store.people.countClaims(member, order.group) : 0,
    closesRooms,
  };
}

async function placeOf(
  store: Store,
  groupId: string,
  { scope, scopeId }: SanctionInput,
): Promise<{ readonly scope: Scope; readonly document: string | null }> {
  if (scope === "site") return { scope: { kind: scope, id: "" }, document: null };
  if (scope === "group") return { scope: { kind: scope, id: groupId }, document: null };
  const root = scope === "thread" ? await store.annotations.find(scopeId) : null;
  const text = await store.documents.find(root?.document ?? scopeId);
  const isThread = scope !== "thread" || (root !== null && root.parent === null);
  if (text?.groupId !== groupId || !isThread) throw new Problem("not-found", words.unknownPlace);
  return { scope: { kind: scope, id: scopeId }, document: text.id };
}

function invalid(field: string, sentence: string): Problem {
  return new Problem("invalid", sentence, { fields: { [field]: sentence } });
}
