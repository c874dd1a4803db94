/** Which audiences are open to a member in a text: what gates ask for, asked in one place. */
import { gateIsOpen } from "#app/domain/audience/audience.ts";
import { type Actor, can } from "#app/domain/policy/policy.ts";
import type { OpenSeat } from "#db/repositories/audiences.ts";
import type { Store } from "#db/store.ts";

type Asked = { readonly actor: Actor; readonly document: string; readonly now: number };

/** A seat whose gate keeps its holder out for now; `posts` counts what they have of the notes that it asks for. */
export type ShutSeat = OpenSeat & { readonly posts: number };

/** The seats that count in that text, those that are open and those that are not yet. Staff pass every gate. */
export async function gatesIn(
  store: Store,
  seats: readonly OpenSeat[],
  { actor, document, now }: Asked,
): Promise<{ readonly open: readonly OpenSeat[]; readonly shut: readonly ShutSeat[] }> {
  const open: OpenSeat[] = [];
  const shut: ShutSeat[] = [];
  for (const seat of seats) {
    if (seat.documents !== null && !seat.documents.includes(document)) continue;
    const posts = await postsTowards(store, seat, { member: actor.id, document });
    if (passes(actor, seat, { ownPosts: posts, now })) open.push(seat);
    else shut.push({ ...seat, posts });
  }
  return { open, shut };
}

/** Own notes that a gate counts: of an assignment over all its texts, else in that text. 0 where it counts none. */
export async function postsTowards(
  store: Store,
  { audience, gate, assignment }: Pick<OpenSeat, "audience" | "gate" | "assignment">,
  { member, document }: { readonly member: string; readonly document: string },
): Promise<number> {
  if (gate.kind !== "after") return 0;
  if (assignment !== null) return store.annotations.ownPostsAmong(member, audience);
  return store.annotations.ownPosts(member, document, audience);
}

/** True where the gate lets the member in; what they have written counts where the gate asks for it. */
export function passes(
  actor: Actor,
  { gate, assignment }: Pick<OpenSeat, "gate" | "assignment">,
  facts: { readonly ownPosts: number; readonly now: number },
): boolean {
  return gateIsOpen(gate, facts) || (assignment !== null && can(actor, "room.staff"));
}
