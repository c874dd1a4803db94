/** Sanctions: what each one bars, where and how long, who may give it to whom, and which one comes next. Times in milliseconds. */
import { outranks, type Role } from "#app/domain/group/group.ts";
import { type Reason, weights } from "./reason.ts";

/** From the mildest to the last. */
export const sanctionKinds = ["warn", "approve-first", "mute", "suspend", "ban"] as const;
export type SanctionKind = (typeof sanctionKinds)[number];

export const scopeKinds = ["thread", "text", "group", "site"] as const;
export type ScopeKind = (typeof scopeKinds)[number];

/** Where a sanction holds; `id` is "" for the site. */
export type Scope = { readonly kind: ScopeKind; readonly id: string };

/** How a sanction ended before its time; `void`: it was taken back, and counts as never given. */
export const endings = ["lifted", "expired", "void"] as const;
export type Ending = (typeof endings)[number];

export type Sanction = {
  readonly kind: SanctionKind;
  readonly scope: Scope;
  readonly reason: Reason;
  readonly startsAt: number;
  /** Null: until it is lifted. */
  readonly endsAt: number | null;
  readonly acknowledgedAt: number | null;
  readonly ending: Ending | null;
};

/** Reading includes opening rooms; publishing is a note or a reply; writing is all the rest that others see. */
export const deeds = ["read", "publish", "write"] as const;
export type Deed = (typeof deeds)[number];

/** Approval first bars nothing: what is written waits for somebody. */
const bars: Readonly<Record<SanctionKind, readonly Deed[]>> = {
  warn: ["publish"],
  "approve-first": [],
  mute: ["publish", "write"],
  suspend: deeds,
  ban: deeds,
};

/** A thread has no room of its own, so nobody can be shut out of one. */
export const scopesOf: Readonly<Record<SanctionKind, readonly ScopeKind[]>> = {
  warn: scopeKinds,
  "approve-first": scopeKinds,
  mute: scopeKinds,
  suspend: ["text", "group", "site"],
  ban: ["text", "group", "site"],
};

/** True while it counts: not before its start, not after its end, and a warning until it was acknowledged. */
export function isInForce(
  { kind, startsAt, endsAt, acknowledgedAt, ending }: Omit<Sanction, "scope" | "reason">,
  now: number,
): boolean {
  if (ending !== null || now < startsAt || (endsAt !== null && now >= endsAt)) return false;
  return kind !== "warn" || acknowledgedAt === null;
}

/** A place where something is done; null for what is not within a text, or not within a thread. */
export type Place = { readonly group: string; readonly document: string | null; readonly thread: string | null };

/** True where the scope takes the place in. */
export function covers({ kind, id }: Scope, { group, document, thread }: Place): boolean {
  return kind === "site" || id === { thread, text: document, group }[kind];
}

/** True when a sanction of that kind forbids that. */
export function isBarred(kind: SanctionKind, deed: Deed): boolean {
  return bars[kind].includes(deed);
}

/** The sanction in force that forbids that in that place, the gravest of several, or null. */
export function barring<S extends Pick<Sanction, "kind" | "scope">>(
  inForce: readonly S[],
  deed: Deed,
  place: Place,
): S | null {
  const found = inForce.filter(({ kind, scope }) => isBarred(kind, deed) && covers(scope, place));
  return found.sort((a, b) => sanctionKinds.indexOf(b.kind) - sanctionKinds.indexOf(a.kind))[0] ?? null;
}

export type Standing = { readonly id: string; readonly role: Role | null; readonly isAdmin: boolean };

/** Why somebody may not sanction somebody: `self`, `rank`, `scope` (a kind that cannot hold there). */
export type Objection = "self" | "rank" | "scope";

/**
 * Rank: whoever gives a sanction stands above whoever gets it, in the role that both have in that place; in the whole
 * site administrators stand above everybody but each other. So nobody sanctions themselves, and the last owner and the
 * last administrator cannot be shut out: an owner has nobody above, and must be given another role first.
 */
export function objectionTo(
  kind: SanctionKind,
  scope: ScopeKind,
  { actor, target }: { readonly actor: Standing; readonly target: Standing },
): Objection | null {
  if (actor.id === target.id) return "self";
  if (!scopesOf[kind].includes(scope)) return "scope";
  if (scope === "site") return actor.isAdmin && !target.isAdmin ? null : "rank";
  if (actor.role === null || !outranks(actor.role, "member")) return "rank";
  // Who has left can still be kept from coming back.
  return target.role === null || outranks(actor.role, target.role) ? null : "rank";
}

const DAY = 24 * 60 * 60 * 1000;

/** Days that the form offers; null: until it is lifted. */
export const offeredDays = [1, 3, 7, 14, 30, 90, null] as const;

/** Days at most: what is longer is meant to be for good. */
export const MAX_DAYS = 365;

/** Characters (code points) of the message to the person, and of notes about them among moderators. */
export const MAX_SANCTION_WORDS = 2_000;

export type Step = { readonly kind: SanctionKind; readonly days: number | null };

/** What usually comes next; each step was tried before the one after it. */
const ladder = [
  { kind: "warn", days: null },
  { kind: "approve-first", days: 7 },
  { kind: "mute", days: 3 },
  { kind: "suspend", days: 7 },
  { kind: "suspend", days: 30 },
  { kind: "ban", days: null },
] as const satisfies readonly Step[];

/** What was given longer ago is forgiven. */
const REMEMBERED = 365 * DAY;

/** The next step after what was given in the last year; what must not wait begins one step further up. */
export function suggested(
  history: readonly Pick<Sanction, "startsAt" | "ending">[],
  { reason, now }: { readonly reason: Reason | null; readonly now: number },
): Step {
  const counted = history.filter(({ startsAt, ending }) => ending !== "void" && now - startsAt < REMEMBERED);
  const isGrave = reason !== null && weights[reason].severity >= 4;
  const place = Math.min(ladder.length - 1, counted.length + (isGrave ? 1 : 0));
  return ladder[place] ?? ladder[0];
}

/** When a sanction of so many days ends. */
export function endOf(days: number | null, now: number): number | null {
  return days === null ? null : now + days * DAY;
}
