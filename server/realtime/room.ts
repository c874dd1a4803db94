import { closeCodes } from "#app/rooms/close-codes.ts";
import type { FeedRow } from "#app/rooms/feed.ts";
import { LEAD_CLIENT, type LeadPlace } from "#app/rooms/lead.ts";
import { OPENED_CLIENT, openedState } from "#app/rooms/opened.ts";
import type { PresenceClaim } from "#app/rooms/presence.ts";
import type { Chunk } from "./chunk.ts";
import type { ChunkCache, ChunkOwner } from "./chunk-cache.ts";
import { RoomLead } from "./lead.ts";
import type { Limits } from "./limits.ts";
import type { LiveRoom, Reader } from "./live-room.ts";
import { Pace, type Timer } from "./pace.ts";
import { type Announcer, RoomPresence } from "./presence.ts";
import { readClaim } from "./presence-claim.ts";
import { type Feed, RoomRows, type Snapshots } from "./room-rows.ts";
import { readClientMessage, rowsFrameParts, step2Frame } from "./wire.ts";

/** How far a reader is: `sent` is the last row it has, null before it has asked. */
type Progress = { sent: number | null; asked: boolean; owed: number | null; serving: boolean };

export type RoomParts = {
  readonly feed: Feed;
  /** Null: none are kept. */
  readonly snapshots?: Snapshots | null;
  readonly cache: ChunkCache;
  readonly limits: Limits;
  readonly clock: () => number;
  readonly timer: Timer;
  /** Told when the feed could not be read. */
  readonly failed: (room: string, error: unknown) => void;
};

/** A room that somebody reads, or that was read and is still cached. Every reader gets every row once and in order. */
export class Room implements ChunkOwner, LiveRoom {
  readonly rows: RoomRows;
  readonly presence: RoomPresence;
  readonly #lead: RoomLead;
  #readers = new Map<Reader, Progress>();
  readonly #pace: Pace;

  constructor(
    readonly name: string,
    readonly epoch: number,
    private readonly parts: RoomParts,
  ) {
    this.rows = new RoomRows({ room: name, epoch, owner: this, ...parts });
    this.presence = new RoomPresence({ ...parts, readClaim: claimOf, broadcast: (frame) => this.#show(frame) });
    this.#lead = new RoomLead((state) => this.presence.say(LEAD_CLIENT, state), parts.clock);
    this.#pace = new Pace(parts.timer, () => this.#sendOrGiveUp());
  }

  get isOpen(): boolean {
    return this.#readers.size > 0;
  }

  get size(): number {
    return this.#readers.size;
  }

  /** Who takes part in presence gets everybody else's at once. */
  join(reader: Reader): void {
    this.#readers.set(reader, { sent: null, asked: false, owed: null, serving: false });
    this.#lead.came(reader.seat);
    if (reader.showsPresence) for (const frame of this.presence.everybody()) reader.write(frame);
  }

  leave(reader: Reader, rightsChanged = false): void {
    if (!this.#readers.delete(reader)) return;
    this.presence.leave(reader);
    if (!this.#isHere(reader.seat)) this.#lead.left(reader.seat, rightsChanged);
    if (this.#readers.size > 0) return;
    this.#lead.end();
    this.presence.stop();
    this.#pace.stop();
    this.rows.takeUnsent();
  }

  hear(reader: Reader, data: Uint8Array): void {
    const message = readClientMessage(data);
    switch (message.kind) {
      case "step1":
        if (reader.affordsSync()) this.answer(reader, message.clock);
        else reader.end(closeCodes.flood);
        break;
      case "presence":
        if (reader.showsPresence) this.presence.announce(reader, message);
        break;
      // A stock provider that was asked sends one, and an honest one may not be empty: dropped, as nobody asked here.
      case "step2":
      case "ignored":
        break;
      case "too-large":
        reader.end(closeCodes.tooLarge);
        break;
      case "update":
      case "violation":
        reader.end(closeCodes.violation);
    }
  }

  /** Brings everybody to a place, in the name of that seat; null ends it. */
  lead(seat: string, place: LeadPlace | null): void {
    if (place === null) this.#lead.end();
    else if (this.isOpen) this.#lead.show(seat, place, this.#isHere(seat));
  }

  /** Says to everybody here, and to whoever comes back while rights are read again, that gates of the text opened. */
  opened(): void {
    this.presence.say(OPENED_CLIENT, openedState(this.parts.clock()));
  }

  /** Renews presence where it is due, and ends a lead whose leader has gone. */
  tend(now: number): void {
    this.presence.renew(now);
    this.#lead.tend(now);
  }

  /** Answers a reader that has rows 1 to `clock`: what is missing, then the sign that it has all. */
  answer(reader: Reader, clock: number): void {
    const progress = this.#readers.get(reader);
    if (progress === undefined) return;
    progress.sent = clock;
    progress.asked = true;
    void this.#serve(reader, progress);
  }

  /** Takes rows that were just committed; they go out at once, or in a few milliseconds when many read. */
  publish(rows: readonly FeedRow[]): void {
    if (!this.rows.take(rows)) return;
    if (this.#readers.size > 0) this.#pace.ask();
    else this.rows.takeUnsent();
  }

  /** Sends everybody away, with the same code. */
  retire(code: number, reason: string): void {
    for (const reader of [...this.#readers.keys()]) reader.end(code, reason);
    this.presence.stop();
    this.#pace.stop();
    this.rows.clear();
  }

  forget(chunk: Chunk): void {
    this.rows.forget(chunk);
  }

  /** Rows that cannot be sent are read again by readers that come back. */
  #sendOrGiveUp(): void {
    try {
      this.#send();
    } catch (error) {
      this.parts.failed(this.name, error);
      this.retire(1011, "");
    }
  }

  /** Sends what was published since the last time to all readers that have what comes before. */
  #send(): void {
    const unsent = this.rows.takeUnsent();
    if (unsent === null) return;
    const frames = new Map<number, Buffer>();
    for (const [reader, progress] of this.#readers) {
      if (progress.sent === null || progress.sent >= unsent.last) continue;
      const next = progress.sent + 1;
      if (next < unsent.first) {
        // Who is behind gets these rows too, from the feed, after those that are missing.
        void this.#serve(reader, progress);
        continue;
      }
      const frame = frames.get(next) ?? framesFrom(unsent, next);
      frames.set(next, frame);
      progress.sent = unsent.last;
      reader.write(frame);
    }
  }

  async #serve(reader: Reader, progress: Progress): Promise<void> {
    if (progress.serving) return;
    progress.serving = true;
    try {
      await this.rows.ready();
      while (this.#readers.get(reader) === progress && this.#sendNext(reader, progress)) {
        const next = (progress.sent ?? 0) + 1;
        if (this.rows.cached(next) === null) await this.rows.load(next);
        else await reader.drained();
      }
    } catch (error) {
      this.parts.failed(this.name, error);
      reader.end(1011, "");
    } finally {
      progress.serving = false;
    }
  }

  /**
   * Sends what can be sent in this turn; false when the reader has everything. The rows are cut in the turn in which they
   * are written: a value that was superseded while we waited is gone from them.
   */
  #sendNext(reader: Reader, progress: Progress): boolean {
    if (progress.asked) {
      progress.asked = false;
      progress.owed = this.rows.seq;
    }
    const sent = progress.sent ?? 0;
    if (sent > this.rows.seq) {
      // It knows rows that are not there: the database is an older copy. It must begin anew.
      reader.end(closeCodes.staleEpoch, String(this.epoch));
      return false;
    }
    const structs = this.rows.seq > sent ? this.rows.cached(sent + 1)?.cut(sent + 1) : undefined;
    if (structs !== undefined) {
      progress.sent = sent + structs.ends.length;
      reader.write(...rowsFrameParts(structs));
    }
    if (progress.owed !== null && (progress.sent ?? 0) >= progress.owed) {
      progress.owed = null;
      reader.write(step2Frame);
    }
    return (progress.sent ?? 0) < this.rows.seq;
  }

  #isHere(seat: string): boolean {
    for (const reader of this.#readers.keys()) if (reader.seat === seat) return true;
    return false;
  }

  #show(frame: Buffer): void {
    for (const reader of this.#readers.keys()) if (reader.showsPresence) reader.write(frame);
  }
}

/** What a reader says of itself; its words only from who may publish here. */
function claimOf(state: unknown, { showsPreview }: Announcer): PresenceClaim | null {
  const claim = readClaim(state);
  return claim === null || showsPreview ? claim : { ...claim, preview: null };
}

/** A chunk's rows from `seq` on as frames, in one piece that is written to many. */
function framesFrom(chunk: Chunk, seq: number): Buffer {
  const parts: Uint8Array[] = [];
  for (let next = seq; next <= chunk.last; ) {
    const structs = chunk.cut(next);
    parts.push(...rowsFrameParts(structs));
    next += structs.ends.length;
  }
  return Buffer.concat(parts);
}
