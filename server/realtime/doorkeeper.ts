import type { Room } from "#app/rooms/names.ts";

/** Whose socket it is. */
export type Identity = {
  readonly sessionId: string;
  readonly memberId: string;
  /** True for an administrator who looks with the member's eyes: no presence, no writing, nothing that is the member's alone. */
  readonly onlyLooks?: boolean;
};

/** What a member may do in a room: `seat` is who they are there, `document` and `group` what the right depends on. */
export type Grant = {
  readonly kind: "open";
  readonly seat: string;
  readonly epoch: number;
  readonly document: string;
  readonly group: string;
  readonly presence: boolean;
  /** Whether they may change a room that clients write; false in all others. */
  readonly writes: boolean;
  /** Whether others may see what this reader is writing there. */
  readonly preview: boolean;
};

/** Decides who comes in. Both verbs read what is committed at the moment of the call. */
export interface Doorkeeper {
  /** The session of a Cookie header, or null. */
  session(cookieHeader: string): Promise<Identity | null>;
  /** The member's right in a room; "unknown" also for what must not be known. */
  enter(memberId: string, room: Room, onlyLooks?: boolean): Promise<Grant | "unknown">;
}
