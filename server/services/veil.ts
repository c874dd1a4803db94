/**
 * The one way from seats to people. Whatever leaves the server with somebody's name asks here who is looking: peers get the
 * pseudonym of a seat that has one, an id that leads to nobody, and no picture.
 */
import { createHash } from "node:crypto";
import { hasVeil, pseudonymOf, seesThrough } from "#app/domain/audience/veil.ts";
import type { Role } from "#app/domain/group/group.ts";
import { veilWords } from "#app/words/veil.ts";
import type { SeatRow } from "#db/repositories/audiences.ts";
import type { Store } from "#db/store.ts";

export type Looking = { readonly id: string; readonly role: Role | null };

/** A seat as somebody sees it; `veil` is the pseudonym that peers see, told only to those who see the name. */
export type SeenSeat = Omit<SeatRow, "veil"> & { readonly veil: string | null };

/** Everybody who sits or sat in one of these audiences of one group, oldest seat first, as the viewer sees them. */
export async function rosterFor(
  read: Store,
  viewer: Looking,
  audienceIds: readonly string[],
): Promise<readonly SeenSeat[]> {
  const rows = await read.audiences.roster(audienceIds);
  const seen = rows.map((row) => seenBy(viewer, row));
  // Who came late comes late in every audience: by the order of their seats a name could be told from a pseudonym.
  return seen.some(({ id }, at) => id !== rows[at]?.id) ? seen.sort((a, b) => (a.seat < b.seat ? -1 : 1)) : seen;
}

/** One seat as the viewer sees it. */
export function seenBy(viewer: Looking, { veil, ...row }: SeatRow): SeenSeat {
  if (veil === null || !hasVeil({ ...veil, role: row.role })) return { ...row, veil: null };
  const { name, key, hue } = faceOf(veil.origin);
  if (seesThrough(viewer, row.id)) return { ...row, veil: name };
  // Who joined later, and who has left, is as hidden as the others: the role says the same of everybody.
  return { ...row, id: key, name, hue, pronouns: "", picture: null, role: "member", veil: null };
}

/** The pseudonym of a member in an assignment; stable there, and unlike that of any other assignment. */
function faceOf(origin: string) {
  // A seat's id is 80 random bits, and which seat of a member came first is told to nobody.
  const digest = createHash("sha256").update(`veil ${origin}`).digest();
  const { animal, number, hue } = pseudonymOf(digest);
  const name = veilWords.name(veilWords.animals[animal] ?? "", number);
  return { name, hue, key: `veil-${digest.toString("hex", 8, 20)}` };
}

/** The audiences of the group in which the member wears a pseudonym towards peers. */
export async function veiledAudiences(store: Store, member: string, groupId: string): Promise<ReadonlySet<string>> {
  const veils = await store.audiences.veils(member, groupId);
  if (veils.length === 0) return new Set();
  const role = await store.memberships.roleOf(groupId, member);
  return new Set(veils.flatMap(({ audience, ...veil }) => (hasVeil({ ...veil, role }) ? audience : [])));
}

type Placed = {
  readonly creator: string;
  readonly group: string;
  readonly placements: readonly { readonly audience: string }[];
};

/** Whether peers know the author of a note by a pseudonym only. */
export async function isVeiledNote(store: Store, { creator, group, placements }: Placed): Promise<boolean> {
  const veiled = await veiledAudiences(store, creator, group);
  return placements.some(({ audience }) => veiled.has(audience));
}
