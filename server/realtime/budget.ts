import { Bucket } from "./bucket.ts";
import type { Limits } from "./limits.ts";

/** What all sockets of one session may send together. */
export type SessionBudget = { readonly messages: Bucket; readonly bytes: Bucket };

/** What one socket may send, on its own and within its session. */
export class SocketBudget {
  readonly #messages: Bucket;
  readonly #bytes: Bucket;
  readonly #syncs: Bucket;

  constructor(
    { messages, bytes, syncs }: Limits,
    private readonly session: SessionBudget,
    now: number,
  ) {
    this.#messages = new Bucket(messages, now);
    this.#bytes = new Bucket(bytes, now);
    this.#syncs = new Bucket(syncs, now);
  }

  /** False when one more message of so many bytes is a flood. */
  affordsMessage(bytes: number, now: number): boolean {
    const { session } = this;
    const alone = this.#messages.take(1, now) && this.#bytes.take(bytes, now);
    return alone && session.messages.take(1, now) && session.bytes.take(bytes, now);
  }

  /** False when one more first sync is a flood: each may cost a whole room. */
  affordsSync(now: number): boolean {
    return this.#syncs.take(1, now);
  }
}
