/** What stands behind the rooms, in memory: a feed that tests can hold back and a doorkeeper that they can instruct. */
import type { FeedRow } from "#app/rooms/feed.ts";
import { type Room, roomName } from "#app/rooms/names.ts";
import { ANNOTATIONS } from "#app/rooms/reading-room.ts";
import type { Effect } from "#db/store.ts";
import { countBlanked, type Structs } from "#server/realtime/codec.ts";
import type { Doorkeeper, Grant, Identity } from "#server/realtime/doorkeeper.ts";
import type { Feed, Snapshots } from "#server/realtime/room-rows.ts";

export const documentId = ulid("D");
export const groupId = ulid("G");
export const audienceId = ulid("A");
/** The room that every member may open unless a test says otherwise. */
export const room = roomName({ kind: "reading", document: documentId, audience: audienceId });

/** A ULID that says what it stands for. */
export function ulid(prefix: string): string {
  return prefix.padEnd(26, "0").toUpperCase();
}

export type RowsEffect = Extract<Effect, { kind: "rows" }>;

/** Rows in memory, blanked when they are superseded; `hold` makes answers wait after they were read. */
export class MemoryFeed implements Feed {
  epoch = 1;
  /** Every call, for tests that count what was read. */
  reads: string[] = [];
  hold: () => Promise<void> = async () => {};
  #rows = new Map<string, FeedRow[]>();
  #latest = new Map<string, number>();

  /** Begins a new epoch: all rooms are empty. */
  restart(): void {
    this.epoch += 1;
    this.#rows.clear();
    this.#latest.clear();
  }

  append(name: string, entries: Record<string, unknown>): RowsEffect {
    const rows = this.#rows.get(name) ?? [];
    this.#rows.set(name, rows);
    const added = Object.entries(entries).map(([key, value]) => {
      const prev = this.#latest.get(`${name} ${key}`) ?? 0;
      this.#latest.set(`${name} ${key}`, rows.length + 1);
      const before = rows[prev - 1];
      if (before !== undefined) rows[prev - 1] = { ...before, value: null };
      const row: FeedRow = { seq: rows.length + 1, map: ANNOTATIONS, key, prev, value: JSON.stringify(value) };
      rows.push(row);
      return row;
    });
    return { kind: "rows", room: name, epoch: this.epoch, rows: added };
  }

  async head(name: string): Promise<{ epoch: number; seq: number } | null> {
    this.reads.push(`head ${name}`);
    const rows = this.#rows.get(name);
    const head = rows === undefined ? null : { epoch: this.epoch, seq: rows.length };
    await this.hold();
    return head;
  }

  async rows(name: string, _epoch: number, from: number, to: number): Promise<readonly FeedRow[]> {
    this.reads.push(`rows ${from}-${to}`);
    const rows = (this.#rows.get(name) ?? []).slice(from - 1, to);
    await this.hold();
    return rows;
  }

  /** How many of these rows have been blanked by now. */
  blanked(name: string, from: number, to: number): number {
    return (this.#rows.get(name) ?? []).slice(from - 1, to).filter(({ value }) => value === null).length;
  }
}

/** Snapshots as the database keeps them: none is stored or read once another row in it was blanked. */
export class MemorySnapshots implements Snapshots {
  reads = 0;
  #kept = new Map<string, Structs>();

  constructor(private readonly feed: MemoryFeed) {}

  async read(room: string, epoch: number, first: number): Promise<Structs | null> {
    const kept = this.#kept.get(`${room} ${epoch} ${first}`);
    const found = kept !== undefined && this.#isCurrent(room, kept) ? kept : null;
    if (found !== null) this.reads += 1;
    await this.feed.hold();
    return found;
  }

  keep(room: string, epoch: number, structs: Structs): void {
    void this.feed.hold().then(() => {
      if (this.#isCurrent(room, structs)) this.#kept.set(`${room} ${epoch} ${structs.first}`, structs);
    });
  }

  #isCurrent(room: string, structs: Structs): boolean {
    const { first, ends } = structs;
    return this.feed.blanked(room, first, first + ends.length - 1) === countBlanked(structs);
  }
}

/** Sessions are cookies `session=<member>`; rights can be taken away. */
export class MemoryDoorkeeper implements Doorkeeper {
  sessions = new Map<string, Identity>();
  banned = new Set<string>();
  presence = true;
  writes = false;
  preview = true;
  asked = 0;

  constructor(private readonly feed: MemoryFeed) {}

  signIn(name: string): string {
    const cookie = `session=${name}`;
    this.sessions.set(cookie, { sessionId: `session-of-${name}`, memberId: name });
    return cookie;
  }

  async session(cookieHeader: string): Promise<Identity | null> {
    this.asked += 1;
    return this.sessions.get(cookieHeader) ?? null;
  }

  async enter(memberId: string, address: Room): Promise<Grant | "unknown"> {
    if (!("document" in address) || address.document !== documentId || this.banned.has(memberId)) return "unknown";
    const { epoch } = this.feed;
    const seat = `seat-of-${memberId}`;
    return {
      kind: "open",
      seat,
      epoch,
      document: documentId,
      group: groupId,
      presence: this.presence,
      writes: this.writes,
      preview: this.preview,
    };
  }
}
