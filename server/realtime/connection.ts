import type { Duplex } from "node:stream";
import { setImmediate as nextTurn } from "node:timers/promises";
import type { RawData, WebSocket } from "ws";
import { closeCodes } from "#app/rooms/close-codes.ts";
import type { Room as RoomAddress } from "#app/rooms/names.ts";
import { type SessionBudget, SocketBudget } from "./budget.ts";
import { closeSocket } from "./closing.ts";
import type { Grant, Identity } from "./doorkeeper.ts";
import type { Limits } from "./limits.ts";
import type { LiveRoom, Reader } from "./live-room.ts";

export type ConnectionParts = {
  readonly ws: WebSocket;
  /** The socket under `ws`: frames that are the same for many readers are written to it as they are. */
  readonly socket: Duplex;
  readonly cookie: string;
  readonly identity: Identity;
  readonly address: RoomAddress;
  readonly grant: Grant;
  readonly budget: SessionBudget;
  readonly limits: Limits;
  readonly clock: () => number;
  /** Told once, with the code that the socket was closed with, when it leaves its room. */
  readonly left: (connection: Connection, code: number) => void;
};

/** One accepted socket in one room: reads what its client says, writes what its room has for it. */
export class Connection implements Reader {
  readonly identity: Identity;
  readonly grant: Grant;
  readonly cookie: string;
  readonly address: RoomAddress;
  /** When rights were last read, for the check every 60 s. */
  checkedAt: number;
  #room: LiveRoom | null = null;
  #wroteAt: number;
  #heardAt: number;
  #pingedAt: number;
  #waiting: (() => void) | null = null;
  readonly #budget: SocketBudget;

  constructor(private readonly parts: ConnectionParts) {
    const { limits, clock } = parts;
    const now = clock();
    this.identity = parts.identity;
    this.grant = parts.grant;
    this.cookie = parts.cookie;
    this.address = parts.address;
    this.checkedAt = now;
    this.#wroteAt = now;
    this.#heardAt = now;
    this.#pingedAt = now;
    this.#budget = new SocketBudget(limits, parts.budget, now);
  }

  get session(): string {
    return this.identity.sessionId;
  }

  get seat(): string {
    return this.grant.seat;
  }

  get member(): string {
    return this.identity.memberId;
  }

  get showsPresence(): boolean {
    return this.grant.presence;
  }

  get writes(): boolean {
    return this.grant.writes;
  }

  get showsPreview(): boolean {
    return this.grant.preview;
  }

  affordsSync(): boolean {
    return this.#budget.affordsSync(this.parts.clock());
  }

  /** True until the socket leaves its room; after that nothing is sent but a close frame. */
  get isIn(): boolean {
    return this.#room !== null;
  }

  /** Enters a room, in the turn in which the socket was accepted, so that no message is missed. */
  enter(room: LiveRoom): void {
    this.#room = room;
    this.parts.ws.on("message", (data, isBinary) => this.#hear(data, isBinary));
    this.parts.ws.on("pong", () => {
      this.#heardAt = this.parts.clock();
    });
    this.parts.ws.on("close", () => {
      this.detach(1006);
      this.#waiting?.();
    });
    room.join(this);
  }

  /** Takes the socket out of its room at once; the code tells why. */
  detach(code: number): void {
    const room = this.#room;
    if (room === null) return;
    this.#room = null;
    room.leave(this, code === closeCodes.rightsChanged);
    this.parts.left(this, code);
  }

  end(code: number, reason = ""): void {
    this.detach(code);
    closeSocket(this.parts.ws, code, reason, this.parts.limits.closeWithin);
  }

  /** Ends the connection and resolves when the socket is closed. */
  async shut(code: number): Promise<void> {
    const closed = new Promise<void>((resolve) => this.parts.ws.once("close", () => resolve()));
    this.end(code);
    await closed;
  }

  /**
   * Written past `ws`, which would build a header and make two writes for each of 500 readers. Safe without compression: `ws` then
   * writes every frame of its own in one turn, and counts what waits in the socket, ours included.
   */
  write(...parts: readonly Uint8Array[]): void {
    const { ws, socket, limits, clock } = this.parts;
    if (this.#room === null || ws.readyState !== ws.OPEN) return;
    if (socket.writableLength > limits.maxUnread) {
      this.detach(1006);
      ws.terminate();
      return;
    }
    this.#wroteAt = clock();
    const [first, ...rest] = parts;
    if (rest.length > 0) socket.cork();
    socket.write(first ?? "");
    for (const part of rest) socket.write(part, this.#taken);
    if (rest.length > 0) socket.uncork();
  }

  /** Waits for part of the queue, not for all of it as "drain" does: the socket must not fall idle in the middle of a room. */
  async drained(): Promise<void> {
    if (this.parts.socket.writableLength <= this.parts.limits.servingUnread) return nextTurn();
    await new Promise<void>((resolve) => {
      this.#waiting = resolve;
    });
  }

  /** Pings, drops a socket that is gone, and keeps the stock provider from reconnecting: `idle` is a frame that says nothing. */
  tend(now: number, idle: Buffer): void {
    const { ws, limits } = this.parts;
    if (now - this.#heardAt > limits.silentFor) {
      this.detach(1006);
      ws.terminate();
      return;
    }
    if (now - this.#wroteAt >= limits.idleEvery) this.write(idle);
    if (now - this.#pingedAt < limits.pingEvery) return;
    this.#pingedAt = now;
    ws.ping();
  }

  /** Called when the socket has taken a part of a long answer. */
  readonly #taken = (): void => {
    if (this.parts.socket.writableLength > this.parts.limits.servingUnread) return;
    this.#waiting?.();
    this.#waiting = null;
  };

  #hear(data: RawData, isBinary: boolean): void {
    const room = this.#room;
    if (room === null) return;
    const now = this.parts.clock();
    this.#heardAt = now;
    if (!isBinary || !Buffer.isBuffer(data)) this.end(1003);
    else if (!this.#budget.affordsMessage(data.length, now)) this.end(closeCodes.flood);
    else room.hear(this, data);
  }
}
