import { LEAD_CLIENT } from "#app/rooms/lead.ts";
import { OPENED_CLIENT } from "#app/rooms/opened.ts";
import type { Limits } from "./limits.ts";
import { type PresenceEntry, presenceFrame } from "./wire.ts";

/** Who announces presence: one seat through one socket. */
export interface Announcer {
  readonly session: string;
  readonly seat: string;
  /** False for who may not write here: a preview of theirs is dropped. */
  readonly showsPreview: boolean;
}

/** What a socket says of itself, under a Yjs client id of its choice. */
export type Announcement = { readonly client: number; readonly clock: number; readonly state: unknown };

export type PresenceParts = {
  readonly limits: Limits;
  readonly clock: () => number;
  /** The fields of a client's state that this kind of room passes on, each checked; null for what is no state. */
  readonly readClaim: (state: unknown, owner: Announcer) => object | null;
  readonly broadcast: (frame: Buffer) => void;
};

type Shown = { readonly owner: Announcer; clock: number; state: string | null };
type Gone = { readonly session: string; readonly seat: string; readonly clock: number; readonly until: number };

/** Entries of one frame. Stock providers send back what they hear, 500 entries (80 kB) stay below the largest message. */
const FRAME_ENTRIES = 500;

/** Yjs client ids have 32 bits; a clock above this comes from no honest page. */
const MAX_CLIENT = 0xffff_ffff;
/** Who speaks under an id that is the server's own. */
const server: Announcer = { session: "", seat: "", showsPreview: false };
const MAX_FIRST_CLOCK = 2 ** 31;
const MAX_CLOCK_STEP = 1000;

/**
 * How long an id that left stays its session's, in milliseconds: stock providers still repeat what it said, and a page
 * that was asleep comes back with the same id, which nobody may have taken meanwhile.
 */
const GONE_FOR = 60 * 60_000;

/**
 * Who is in a room and where. States are rebuilt, never passed on; changes of 100 ms go out as one frame; an id belongs to
 * the socket that announced it first, so nobody can speak for, or remove, somebody else.
 */
export class RoomPresence {
  #shown = new Map<number, Shown>();
  #clientOf = new Map<Announcer, number>();
  #gone = new Map<number, Gone>();
  #changed = new Set<number>();
  /** Everybody as of some moment since the last flush; what changed after it comes with the next one. */
  #everybody: readonly Buffer[] | null = null;
  #timer: NodeJS.Timeout | null = null;
  #flushedAt = 0;
  #renewedAt: number;

  constructor(private readonly parts: PresenceParts) {
    this.#renewedAt = parts.clock();
  }

  /** Takes a state that a socket announced; what it may not say, and what says nothing new, is dropped. */
  announce(owner: Announcer, { client, clock, state }: Announcement): void {
    if (!this.#mayUse(owner, client) || clock > MAX_FIRST_CLOCK) return;
    const claim = this.parts.readClaim(state, owner);
    if (state === null) this.leave(owner);
    if (claim === null) return;
    const presence = JSON.stringify({ ...claim, seat: owner.seat });
    const known = this.#shown.get(client);
    if (known?.owner === owner && known.state === presence) return;
    // Others take only a higher clock than the last one they saw, which may be ours (see `renew`), and never a 0.
    const last = known?.clock ?? this.#gone.get(client)?.clock ?? null;
    const next = last === null ? Math.max(1, clock) : Math.max(last + 1, Math.min(clock, last + MAX_CLOCK_STEP));
    if (known !== undefined) this.#clientOf.delete(known.owner);
    this.#shown.set(client, { owner, clock: next, state: presence });
    this.#clientOf.set(owner, client);
    this.#gone.delete(client);
    this.#change(client);
  }

  /** What the server itself says to everybody, under an id of its own; null takes it back. */
  say(client: number, state: string | null): void {
    const last = this.#shown.get(client)?.clock ?? this.#gone.get(client)?.clock ?? 0;
    // Pages that were here before this process began know a clock of the one before; time has passed it.
    const clock = Math.max(last + 1, Math.floor(this.parts.clock() / 1000));
    if (state === null) {
      this.#shown.delete(client);
      this.#gone.set(client, { ...server, clock, until: this.parts.clock() + GONE_FOR });
    } else this.#shown.set(client, { owner: server, clock, state });
    this.#change(client);
  }

  /** Removes what a socket announced. */
  leave(owner: Announcer): void {
    const client = this.#clientOf.get(owner);
    const known = client === undefined ? undefined : this.#shown.get(client);
    if (client === undefined || known === undefined) return;
    this.#clientOf.delete(owner);
    this.#shown.delete(client);
    const until = this.parts.clock() + GONE_FOR;
    this.#gone.set(client, { session: owner.session, seat: owner.seat, clock: known.clock + 1, until });
    this.#change(client);
  }

  /** The seat that announced this id, also for a while after it left; null for an id that nobody announced. */
  seatOf(client: number): string | null {
    return this.#shown.get(client)?.owner.seat ?? this.#gone.get(client)?.seat ?? null;
  }

  /** Frames with every state there is, for somebody who comes in. */
  everybody(): readonly Buffer[] {
    this.#everybody ??= framesOf([...this.#shown].map(([client, shown]) => entryOf(client, shown)));
    return this.#everybody;
  }

  /**
   * Says all states again every 15 s, as clients forget what is not renewed for 30 s. The server does it for them: a
   * browser slows the timers of hidden pages down to one a minute, and an open socket is presence enough.
   */
  renew(now: number): void {
    if (now - this.#renewedAt < this.parts.limits.renewEvery) return;
    this.#renewedAt = now;
    for (const [client, gone] of this.#gone) if (gone.until <= now) this.#gone.delete(client);
    for (const [client, shown] of this.#shown) {
      shown.clock += 1;
      this.#change(client);
    }
  }

  /** Ends the timer; for a room that nobody reads. */
  stop(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    this.#changed.clear();
    this.#everybody = null;
  }

  #mayUse(owner: Announcer, client: number): boolean {
    if (client > MAX_CLIENT || client === LEAD_CLIENT || client === OPENED_CLIENT) return false;
    const bound = this.#clientOf.get(owner);
    if (bound !== undefined && bound !== client) return false;
    // The same page may be back before its old socket is known to be dead.
    const session = this.#shown.get(client)?.owner.session ?? this.#gone.get(client)?.session ?? owner.session;
    return session === owner.session;
  }

  #change(client: number): void {
    this.#changed.add(client);
    if (this.#timer !== null) return;
    const wait = Math.max(0, this.#flushedAt + this.parts.limits.presenceEvery - this.parts.clock());
    this.#timer = setTimeout(() => this.#flush(), Math.min(wait, this.parts.limits.presenceEvery));
    this.#timer.unref();
  }

  #flush(): void {
    this.#timer = null;
    this.#flushedAt = this.parts.clock();
    this.#everybody = null;
    const entries = [...this.#changed].map((client) => {
      const shown = this.#shown.get(client);
      if (shown !== undefined) return entryOf(client, shown);
      return { client, clock: this.#gone.get(client)?.clock ?? 0, state: null };
    });
    this.#changed.clear();
    for (const frame of framesOf(entries)) this.parts.broadcast(frame);
  }
}

function entryOf(client: number, { clock, state }: Shown): PresenceEntry {
  return { client, clock, state };
}

function framesOf(entries: readonly PresenceEntry[]): Buffer[] {
  const frames: Buffer[] = [];
  for (let i = 0; i < entries.length; i += FRAME_ENTRIES)
    frames.push(presenceFrame(entries.slice(i, i + FRAME_ENTRIES)));
  return frames;
}
