import { closeCodes } from "#app/rooms/close-codes.ts";
import type { FeedRow } from "#app/rooms/feed.ts";
import type { LeadPlace } from "#app/rooms/lead.ts";
import { parseRoom } from "#app/rooms/names.ts";
import { ChunkCache } from "./chunk-cache.ts";
import type { Connection } from "./connection.ts";
import type { Limits } from "./limits.ts";
import type { Timer } from "./pace.ts";
import { Room } from "./room.ts";
import type { Feed, Snapshots } from "./room-rows.ts";
import type { Pages } from "./shared/pages.ts";

export type RegistryParts = {
  readonly feed: Feed;
  readonly snapshots: Snapshots | null;
  readonly limits: Limits;
  readonly clock: () => number;
  readonly timer: Timer;
  readonly failed: (room: string, error: unknown) => void;
  /** The rooms that clients write. */
  readonly pages: Pages;
};

/** The rooms that are open or cached, and the sockets in them. */
export class Registry {
  readonly connections = new Set<Connection>();
  readonly cache: ChunkCache;
  #rooms = new Map<string, Room>();
  #byDocument = new Map<string, Set<Connection>>();

  constructor(private readonly parts: RegistryParts) {
    this.cache = new ChunkCache(parts.limits.cacheBytes);
  }

  get rooms(): ReadonlyMap<string, Room> {
    return this.#rooms;
  }

  /** Puts an accepted socket into its room. False when the room is full. */
  enter(connection: Connection, name: string): boolean {
    const { address, grant } = connection;
    const room = address.kind === "notes" ? this.parts.pages.open(address) : this.#open(name, grant.epoch);
    if (room.size >= this.parts.limits.socketsPerRoom) return false;
    this.connections.add(connection);
    const { document } = grant;
    const readers = this.#byDocument.get(document) ?? new Set();
    this.#byDocument.set(document, readers.add(connection));
    connection.enter(room);
    return true;
  }

  /** Forgets a socket that left its room. */
  left(connection: Connection): void {
    this.connections.delete(connection);
    const { document } = connection.grant;
    const readers = this.#byDocument.get(document);
    readers?.delete(connection);
    if (readers?.size === 0) this.#byDocument.delete(document);
  }

  /** Hands committed rows to the room, if it is open or cached. Never throws: rows that cannot be sent are read again. */
  publish(name: string, epoch: number, rows: readonly FeedRow[]): void {
    const room = this.#rooms.get(name);
    if (room === undefined || epoch < room.epoch) return;
    if (epoch > room.epoch) {
      this.#retire(room, closeCodes.staleEpoch, String(epoch));
      return;
    }
    try {
      room.publish(rows);
    } catch (error) {
      this.parts.failed(name, error);
      this.#retire(room, 1011, "");
    }
  }

  /** Brings everybody in a room to a place; where nobody is, there is nobody to bring. */
  lead(name: string, seat: string, place: LeadPlace | null): void {
    this.#rooms.get(name)?.lead(seat, place);
  }

  /** Says in the rooms of these documents in which people are seen that gates opened. */
  opened(documents: readonly string[]): void {
    for (const room of this.#rooms.values()) {
      const address = parseRoom(room.name);
      if (address?.kind === "reading" && documents.includes(address.document)) room.opened();
    }
  }

  /** Members who have a room of the document open in which they are seen. */
  readersOf(documentId: string): readonly string[] {
    const seen = [...(this.#byDocument.get(documentId) ?? [])].filter((connection) => connection.showsPresence);
    return [...new Set(seen.map((connection) => connection.identity.memberId))];
  }

  /** Renews presence where it is due, and forgets rooms that are neither open nor cached. */
  tend(now: number): void {
    this.parts.pages.tend(now);
    for (const [name, room] of this.#rooms) {
      if (room.isOpen) room.tend(now);
      else if (room.rows.isEmpty) this.#rooms.delete(name);
    }
  }

  #open(name: string, epoch: number): Room {
    const open = this.#rooms.get(name);
    if (open !== undefined && open.epoch === epoch) return open;
    if (open !== undefined) this.#retire(open, closeCodes.staleEpoch, String(epoch));
    const room = new Room(name, epoch, { ...this.parts, cache: this.cache });
    this.#rooms.set(name, room);
    return room;
  }

  #retire(room: Room, code: number, reason: string): void {
    this.#rooms.delete(room.name);
    room.retire(code, reason);
  }
}
