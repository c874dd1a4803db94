import type { Announcer } from "./presence.ts";

/** Somebody who is in a room: a socket, as the room sees it. */
export interface Reader extends Announcer {
  readonly member: string;
  /** Whether this reader takes part in presence. */
  readonly showsPresence: boolean;
  /** Whether this reader may change a room that clients write. */
  readonly writes: boolean;
  /** False when one more first sync is a flood. */
  affordsSync(): boolean;
  /** Sends a complete WebSocket frame, in one part or more, or cuts off a reader that leaves too much unread. */
  write(...parts: readonly Uint8Array[]): void;
  /** Resolves, in a later turn, when the reader can take more of a long answer. */
  drained(): Promise<void>;
  /** Leaves the room and closes the socket. */
  end(code: number, reason?: string): void;
}

/** What a socket needs to know of its room; each kind of room understands its clients' messages in its own way. */
export interface LiveRoom {
  readonly size: number;
  /** Lets a reader in. */
  join(reader: Reader): void;
  /** Takes a reader out; nothing is sent to it after this. */
  leave(reader: Reader, rightsChanged?: boolean): void;
  /** Takes one message of a reader, in the turn in which it came. */
  hear(reader: Reader, data: Uint8Array): void;
}
