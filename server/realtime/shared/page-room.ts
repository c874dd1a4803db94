import type { PageNode } from "#app/domain/page/page.ts";
import { isProblem } from "#app/domain/problem.ts";
import { closeCodes } from "#app/rooms/close-codes.ts";
import type { Limits } from "#server/realtime/limits.ts";
import type { LiveRoom, Reader } from "#server/realtime/live-room.ts";
import { type Announcement, RoomPresence } from "#server/realtime/presence.ts";
import { LivePage } from "./live-page.ts";
import { readPageClaim } from "./page-claim.ts";
import { readPageMessage, step1Frame, step2FrameOf, updateFrame } from "./page-wire.ts";
import type { PageAddress, PageChange, PagesStore } from "./pages-store.ts";
import { isRefusal, Refusal } from "./refusal.ts";
import type { Scanned } from "./scan.ts";
import { WorkLine } from "./work-line.ts";

export type PageRoomParts = {
  readonly store: PagesStore;
  /** Reads an update within bounds of time and memory. Rejects with Refusal. */
  readonly scan: (bytes: Uint8Array) => Promise<Scanned>;
  /** A client id for a change of the server's own. */
  readonly newClient: () => number;
  readonly limits: Limits;
  readonly clock: () => number;
  readonly failed: (room: string, error: unknown) => void;
  /** Called when the room must not be used any more: who comes next opens it anew. */
  readonly retired: (room: PageRoom) => void;
};

type Write = { readonly reader: Reader; readonly bytes: Uint8Array };

/** The largest update; an honest offline afternoon is some 100 kB. */
export const MAX_UPDATE = 1024 * 1024;
/** Updates judged and stored together. */
const BATCH = 32;
/** Updates in line for one page; more come from no group of people. */
const LINE = 2_000;
/** Times in a row that a client may send what builds on unknown things, before it is told to stop. */
const MAX_MISSING = 5;
/** Milliseconds after which a page that nobody reads is taken out of memory. */
const REST = 30_000;

const codes: Readonly<Record<Exclude<Refusal["reason"], "missing">, number>> = {
  malformed: closeCodes.violation,
  shape: closeCodes.violation,
  overrun: closeCodes.violation,
  // Not always an attack: after a restored backup two people hold each other's words under unknown ids.
  foreign: closeCodes.staleEpoch,
  "too-large": closeCodes.tooLarge,
  full: closeCodes.tooLarge,
};

/**
 * A page that a group writes. Everything that touches it stands in one line: an update is judged, applied, committed and
 * sent on before the next step of the line, so nobody sees or is told what is not stored.
 */
export class PageRoom implements LiveRoom {
  readonly presence: RoomPresence;
  #readers = new Map<Reader, { missing: number }>();
  #line: WorkLine<Write>;
  #page: LivePage | null = null;
  #leftAt: number;
  #retired = false;

  constructor(
    readonly name: string,
    readonly epoch: number,
    readonly address: PageAddress,
    private readonly parts: PageRoomParts,
  ) {
    this.#leftAt = parts.clock();
    this.presence = new RoomPresence({
      ...parts,
      readClaim: (state, { seat }) => readPageClaim(state, seat),
      broadcast: (frame) => this.#show(frame),
    });
    this.#line = new WorkLine(
      BATCH,
      (writes) => this.#write(writes),
      (error) => this.#giveUp(error),
    );
  }

  get size(): number {
    return this.#readers.size;
  }

  join(reader: Reader): void {
    this.#readers.set(reader, { missing: 0 });
    if (reader.showsPresence) for (const frame of this.presence.everybody()) reader.write(frame);
    // Who may write is asked for what it wrote without a connection.
    if (reader.writes) this.#line.run(async () => reader.write(step1Frame((await this.#open()).vector())));
  }

  leave(reader: Reader): void {
    if (!this.#readers.delete(reader)) return;
    this.presence.leave(reader);
    if (this.#readers.size > 0) return;
    this.#leftAt = this.parts.clock();
    this.presence.stop();
  }

  hear(reader: Reader, data: Uint8Array): void {
    const message = readPageMessage(data);
    switch (message.kind) {
      case "step1":
        if (reader.affordsSync()) this.#answer(reader, message.bytes);
        else reader.end(closeCodes.flood);
        break;
      case "step2":
      case "update":
        if (reader.writes) this.#take({ reader, bytes: message.bytes });
        // Who only reads was not asked for anything, but a stock provider may answer all the same.
        else if (message.kind === "update") reader.end(closeCodes.violation);
        break;
      case "presence":
        this.#announce(reader, message);
        break;
      case "ignored":
        break;
      case "too-large":
        reader.end(closeCodes.tooLarge);
        break;
      case "violation":
        reader.end(closeCodes.violation);
    }
  }

  /** The page as committed. */
  read(): Promise<PageNode> {
    return this.#line.result(async () => (await this.#open()).content());
  }

  /** Makes the page what it was, as one more change of that member; what it is now is kept as a version. */
  restore(member: string, content: PageNode): Promise<void> {
    return this.#line.result(async () => {
      const page = await this.#open();
      await this.#keepVersion(page);
      const update = page.restore(content, this.parts.newClient);
      if (update !== null) await this.#commit(page, [{ member, update, clients: [] }]);
    });
  }

  /** Renews presence and keeps versions when they are due; true when the room may be forgotten. */
  tend(now: number): boolean {
    if (this.#readers.size > 0) this.presence.renew(now);
    if (this.#page?.isVersionDue(now)) {
      this.#line.run(async () => {
        if (this.#page?.isVersionDue(now)) await this.#keepVersion(this.#page);
      });
    }
    const isQuiet = this.#readers.size === 0 && this.#line.isIdle && now - this.#leftAt >= REST;
    return isQuiet && !this.#page?.hasUnversioned;
  }

  /** Sends everybody away, with the same code; the room must not be used after this. */
  retire(code: number): void {
    this.#retired = true;
    for (const reader of [...this.#readers.keys()]) reader.end(code, "");
    this.presence.stop();
  }

  #answer(reader: Reader, vector: Uint8Array): void {
    this.#line.run(async () => {
      const page = await this.#open();
      const update = page.missingFrom(vector);
      if (update === null) reader.end(closeCodes.violation);
      else reader.write(step2FrameOf(update));
    });
  }

  #announce(reader: Reader, announcement: Announcement): void {
    const owner = this.#page?.ownerOf(announcement.client) ?? reader.member;
    if (reader.showsPresence && owner === reader.member) this.presence.announce(reader, announcement);
  }

  #take(write: Write): void {
    if (write.bytes.length > MAX_UPDATE) this.#refuse(write, new Refusal("too-large", "update"));
    else if (this.#line.length >= LINE) write.reader.end(closeCodes.flood);
    else this.#line.add(write);
  }

  async #write(writes: readonly Write[]): Promise<void> {
    const page = await this.#open();
    const scans = await Promise.allSettled(writes.map(({ bytes }) => this.parts.scan(bytes)));
    const changes: PageChange[] = [];
    for (const [i, write] of writes.entries()) {
      const scan = scans[i];
      // Rights that went while it stood in line took the reader out of the room.
      if (scan === undefined || !this.#readers.has(write.reader)) continue;
      if (scan.status === "rejected" && !isRefusal(scan.reason)) throw scan.reason;
      try {
        if (scan.status === "rejected") throw scan.reason;
        const change = page.admit(write.bytes, scan.value, {
          member: write.reader.member,
          seatOf: (client) => this.presence.seatOf(client),
          seat: write.reader.seat,
        });
        if (change !== null) changes.push(change);
      } catch (error) {
        this.#refuse(write, isRefusal(error) ? error : new Refusal("malformed", "apply"));
        if (!isRefusal(error)) throw error;
      }
    }
    if (changes.length > 0) await this.#commit(page, changes);
  }

  /** Commits, then sends on: to its writers too, who know by it that their words are stored. */
  async #commit(page: LivePage, changes: readonly PageChange[]): Promise<void> {
    await this.parts.store.append(this.address, changes);
    page.committed(changes, this.parts.clock());
    for (const { update } of changes) {
      const frame = updateFrame(update);
      for (const reader of this.#readers.keys()) reader.write(frame);
    }
  }

  async #keepVersion(page: LivePage): Promise<void> {
    const version = page.version();
    if (version === null) return;
    await this.parts.store.keepVersion(this.address, version);
    page.versioned();
  }

  #refuse({ reader, bytes }: Write, { reason }: Refusal): void {
    const state = this.#readers.get(reader);
    if (state === undefined) return;
    if (reason === "missing" && state.missing < MAX_MISSING) {
      state.missing += 1;
      this.#line.run(async () => reader.write(step1Frame((await this.#open()).vector())));
      return;
    }
    const { member } = reader;
    const refusal = { member, reason, bytes: bytes.length };
    this.parts.store.refuse(this.address, refusal).catch((error: unknown) => this.parts.failed(this.name, error));
    const code = reason === "missing" ? closeCodes.violation : codes[reason];
    reader.end(code, code === closeCodes.staleEpoch ? String(this.epoch) : "");
  }

  async #open(): Promise<LivePage> {
    if (this.#retired) throw new Error(`${this.name} was left.`);
    this.#page ??= new LivePage(await this.parts.store.load(this.address));
    return this.#page;
  }

  /** What was applied and not stored must not be seen: everybody comes back to what is stored, with what they wrote. */
  #giveUp(error: unknown): void {
    if (this.#retired) return;
    const isRight = isProblem(error) && (error.code === "forbidden" || error.code === "locked");
    if (!isRight) this.parts.failed(this.name, error);
    this.retire(isRight ? closeCodes.rightsChanged : 1011);
    this.parts.retired(this);
  }

  #show(frame: Buffer): void {
    for (const reader of this.#readers.keys()) if (reader.showsPresence) reader.write(frame);
  }
}
