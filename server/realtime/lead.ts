import { type Lead, type LeadPlace, leadState } from "#app/rooms/lead.ts";

/** Milliseconds for which a leader may be away, such as while their page loads again. */
const GRACE = 10_000;

/** Where one room's leader is; kept here only, and gone when the leader is. */
export class RoomLead {
  #lead: Lead | null = null;
  /** Since when the leader has no socket here. */
  #goneAt: number | null = null;
  #count = 0;

  constructor(
    private readonly say: (state: string | null) => void,
    private readonly clock: () => number,
  ) {}

  /** Brings everybody to a place; the newest leader is the one who leads. */
  show(seat: string, place: LeadPlace, isHere: boolean): void {
    this.#count += 1;
    this.#lead = { ...place, seat, n: this.#count };
    this.#goneAt = isHere ? null : this.clock();
    this.say(leadState(this.#lead));
  }

  end(): void {
    if (this.#lead === null) return;
    this.#lead = null;
    this.#goneAt = null;
    this.say(null);
  }

  /** Somebody came into the room. It is said again: who was away for a moment takes only what is newer than it knew. */
  came(seat: string): void {
    if (this.#lead === null) return;
    if (this.#lead.seat === seat) this.#goneAt = null;
    this.say(leadState(this.#lead));
  }

  /** The last socket of that seat left. Whose rights have changed does not lead on. */
  left(seat: string, rightsChanged: boolean): void {
    if (this.#lead?.seat !== seat) return;
    if (rightsChanged) this.end();
    else this.#goneAt = this.clock();
  }

  /** Ends a lead whose leader stayed away. */
  tend(now: number): void {
    if (this.#goneAt !== null && now - this.#goneAt >= GRACE) this.end();
  }
}
