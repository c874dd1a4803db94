import type { Logger } from "pino";
import { type Letter, renderLetter } from "./render.ts";
import type { Transport } from "./transport.ts";

/** Milliseconds before the second, third, fourth and fifth try: a mail server that restarts is back within minutes. */
const RETRY_AFTER = [5_000, 30_000, 120_000, 600_000] as const;

/** Letters on their way; beyond it the newest is dropped and logged, so that a dead server cannot fill the memory. */
const MAX_PENDING = 1_000;

export type PostOptions = {
  readonly transport: Transport;
  /** The sender and the footer's address. */
  readonly origin: string;
  readonly log: Logger;
  /** Waits so many milliseconds; tests do not. */
  readonly wait: (ms: number) => Promise<void>;
};

export type Post = ReturnType<typeof makePost>;

/** Sends letters in the background: nobody waits for a mail server, and how long one takes tells nothing about an account. */
export function makePost({ transport, origin, log, wait }: PostOptions) {
  const from = { name: "Glossa", address: `glossa@${new URL(origin).hostname}` };
  const pending = new Set<Promise<void>>();

  const deliver = async (letter: Letter): Promise<void> => {
    const message = {
      from,
      to: { name: "", address: letter.to },
      subject: letter.subject,
      ...renderLetter(letter, origin),
    };
    for (const pause of [...RETRY_AFTER, null]) {
      try {
        return await transport(message);
      } catch (error) {
        // The subject, never the body: a log must not hold somebody's reset link.
        log.warn({ err: error, subject: letter.subject, retryAfter: pause }, "mail not sent");
        if (pause === null) return;
        await wait(pause);
      }
    }
  };

  return {
    /** Takes a letter and returns at once. Throws for a line break where a header would be, which no honest caller sends. */
    send(letter: Letter): void {
      if (/[\r\n]/.test(letter.to + letter.subject)) throw new Error("A mail header may not hold a line break.");
      if (pending.size >= MAX_PENDING) {
        log.error({ subject: letter.subject }, "mail dropped: too many are waiting");
        return;
      }
      const delivery = deliver(letter).finally(() => pending.delete(delivery));
      pending.add(delivery);
    },

    /** Resolves when every letter taken so far has been sent or given up. */
    async idle(): Promise<void> {
      await Promise.all(pending);
    },
  };
}
