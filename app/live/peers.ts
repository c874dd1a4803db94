/** Who else is here, read from the awareness states that the server rebuilds. */
import type { Presence } from "#app/rooms/presence.ts";

/** One line per seat, however many windows that person has open. */
export type Peer = Presence;

/** Peers by seat, without the viewer's own seats; of several windows the one that does something counts. */
export function peersOf(states: ReadonlyMap<number, unknown>, ownSeats: ReadonlySet<string>): readonly Peer[] {
  const bySeat = new Map<string, Peer>();
  for (const state of states.values()) {
    const peer = readPresence(state);
    if (peer === null || ownSeats.has(peer.seat)) continue;
    const other = bySeat.get(peer.seat);
    if (other === undefined || activity(peer) > activity(other)) bySeat.set(peer.seat, peer);
  }
  return [...bySeat.values()].sort((a, b) => (a.seat < b.seat ? -1 : 1));
}

function activity({ typing, selection, block }: Peer): number {
  return (typing === null ? 0 : 4) + (selection === null ? 0 : 2) + (block === null ? 0 : 1);
}

function readPresence(state: unknown): Peer | null {
  if (typeof state !== "object" || state === null || !("seat" in state) || typeof state.seat !== "string") return null;
  const { selection = null, block = null, typing = null, preview = null } = state as Partial<Presence>;
  return { seat: state.seat, selection, block, typing, preview };
}
