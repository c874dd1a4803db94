import { Bucket } from "./bucket.ts";
import type { SessionBudget } from "./budget.ts";
import type { Limits, Rate } from "./limits.ts";

type Session = SessionBudget & { readonly upgrades: Bucket; sockets: number };

/** A session may send this many times what one socket may: people keep several rooms and tabs open. */
const SESSION_FACTOR = 4;

/** Counts upgrades and sockets by session, and upgrades without a session by address (a school is one address). */
export class Admission {
  #sessions = new Map<string, Session>();
  #addresses = new Map<string, Bucket>();

  constructor(
    private readonly limits: Limits,
    private readonly clock: () => number,
  ) {}

  /** True when an address may try once more without a session. */
  tryAddress(address: string): boolean {
    const now = this.clock();
    const bucket = this.#addresses.get(address) ?? new Bucket(perMinute(this.limits.upgradesPerAddress), now);
    this.#addresses.set(address, bucket);
    return bucket.take(1, now);
  }

  /** Reserves a socket for a session, until `release`; null when it has too many, or asked too often. */
  reserve(sessionId: string): SessionBudget | null {
    const now = this.clock();
    const session = this.#sessions.get(sessionId) ?? this.#newSession(now);
    this.#sessions.set(sessionId, session);
    if (!session.upgrades.take(1, now) || session.sockets >= this.limits.socketsPerSession) return null;
    session.sockets += 1;
    return session;
  }

  /** Gives back what `reserve` took. */
  release(sessionId: string): void {
    const session = this.#sessions.get(sessionId);
    if (session !== undefined) session.sockets -= 1;
  }

  /** Forgets who was quiet long enough. */
  sweep(): void {
    const now = this.clock();
    for (const [address, bucket] of this.#addresses) if (bucket.isFull(now)) this.#addresses.delete(address);
    for (const [id, { sockets, upgrades, messages, bytes }] of this.#sessions) {
      if (sockets > 0 || !upgrades.isFull(now) || !messages.isFull(now) || !bytes.isFull(now)) continue;
      this.#sessions.delete(id);
    }
  }

  #newSession(now: number): Session {
    const { messages, bytes, upgradesPerSession } = this.limits;
    return {
      sockets: 0,
      upgrades: new Bucket(perMinute(upgradesPerSession), now),
      messages: new Bucket(times(SESSION_FACTOR, messages), now),
      bytes: new Bucket(times(SESSION_FACTOR, bytes), now),
    };
  }
}

function perMinute(count: number): Rate {
  return { rate: count / 60, burst: count };
}

function times(factor: number, { rate, burst }: Rate): Rate {
  return { rate: rate * factor, burst: burst * factor };
}
