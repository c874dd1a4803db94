/** Sends what waits in the queue: woken by commits and by the clock, a few letters at a time, each on its own. */
import { setTimeout as wait } from "node:timers/promises";
import type { Logger } from "pino";
import { operationsWords } from "#app/words/operations.ts";
import type { LetterRow } from "#db/repositories/letters.ts";
import type { Store, Transact } from "#db/store.ts";
import { MAX_TRIES, nextTry, TOO_OLD } from "./back-off.ts";
import type { Mailbox, Message, Transport } from "./transport.ts";
import { type Trouble, troubleOf } from "./trouble.ts";

/** Letters that are being sent at once: mail servers take a handful of connections from one address. */
const LANES = 4;

/** Milliseconds after which a try counts as failed, however slowly the server goes on talking. */
const TRY_LIMIT = 60_000;

/** Shortest and longest sleep, milliseconds; a clock that was set forward is noticed within the longest. */
const MIN_SLEEP = 1_000;
const MAX_SLEEP = 60_000;

/** Who writes, and where answers go. */
export type Sender = { readonly from: Mailbox; readonly replyTo: Mailbox };

export type PumpOptions = {
  readonly read: Store;
  readonly transact: Transact;
  readonly transport: Transport;
  readonly sender: Sender;
  readonly clock: () => number;
  /** While it resolves to true no try is begun; what is under way is settled. */
  readonly isPaused?: () => Promise<boolean>;
  /** In [0, 1). */
  readonly chance: () => number;
  readonly log: Logger;
  /**
   * Asked before each try of a letter about news, in the transaction that begins the try: false when it has been taken
   * back, because its reader may no longer see or has read what it tells of.
   */
  readonly stillGoes: (store: Store, letter: LetterRow, now: number) => Promise<boolean>;
};

export type Pump = {
  /** Looks for what is due, soon; does nothing after `stop`. */
  readonly wake: () => void;
  /** Resolves when nothing is due and nothing is on its way. */
  readonly idle: () => Promise<void>;
  /** Begins no further try; resolves when those under way have ended, at the latest after so many milliseconds. */
  readonly stop: (patience: number) => Promise<void>;
};

/** The pump of a queue. A letter is sent at least once: one whose end could not be written down is sent again, under its id. */
export function makePump(options: PumpOptions): Pump {
  const { read, transact, clock, log } = options;
  const flying = new Map<string, Promise<void>>();
  let pass: Promise<void> | null = null;
  let again = false;
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;

  function wake(): void {
    if (stopped) return;
    again = true;
    pass ??= rounds();
  }

  async function rounds(): Promise<void> {
    while (again && !stopped) {
      again = false;
      // The next turn, so that what other requests of this one bring joins the round.
      await new Promise((resolve) => setImmediate(resolve));
      try {
        await oneRound();
        if (!again) await sleep();
      } catch (error) {
        log.error({ err: error }, operationsWords.queueFailed);
        sleepFor(MAX_SLEEP);
      }
    }
    // In the turn of the last look at `again`: a call in between would find a pass that looks no more.
    pass = null;
  }

  async function oneRound(): Promise<void> {
    if (await options.isPaused?.()) return;
    const free = LANES - flying.size;
    if (free === 0 || (await ready(read, free)).length === 0) return;
    const begun = await transact(async (store) => {
      const letters: LetterRow[] = [];
      for (const letter of await ready(store, free)) if (await begin(store, letter)) letters.push(letter);
      return letters;
    });
    for (const letter of begun) {
      const flight = send(letter).finally(() => {
        flying.delete(letter.id);
        wake();
      });
      flying.set(letter.id, flight);
    }
    // What was settled without a try leaves its place to the next.
    again = true;
  }

  async function ready(store: Store, free: number): Promise<readonly LetterRow[]> {
    const due = await store.letters.due(clock(), free + flying.size);
    return due.filter(({ id }) => !flying.has(id)).slice(0, free);
  }

  /** True when the try was written down and shall be made. */
  async function begin(store: Store, letter: LetterRow): Promise<boolean> {
    const now = clock();
    if (letter.address === "") {
      await store.letters.markSent(letter.id, now);
      return false;
    }
    if (letter.news.length > 0 && !(await options.stillGoes(store, letter, now))) return false;
    if (letter.tries >= MAX_TRIES || now - letter.createdAt > TOO_OLD) {
      await store.letters.giveUp(letter.id, now, letter.trouble || operationsWords.letterTooOld);
      return false;
    }
    await store.letters.beginTry(letter.id, nextTry(now, letter.tries + 1, options.chance()));
    return true;
  }

  async function send(letter: LetterRow): Promise<void> {
    try {
      await within(TRY_LIMIT, options.transport(messageOf(letter, options.sender)));
    } catch (error) {
      return settle(letter, troubleOf(error));
    }
    return settle(letter, null);
  }

  /** A failure here leaves the letter as begun: it will be tried again. */
  async function settle({ id, tries }: LetterRow, trouble: Trouble | null): Promise<void> {
    const made = tries + 1;
    const isOver = trouble !== null && (trouble.isFinal || made >= MAX_TRIES);
    try {
      await transact(async (store) => {
        const now = clock();
        if (trouble === null) await store.letters.markSent(id, now);
        else if (isOver) await store.letters.giveUp(id, now, trouble.said);
        else await store.letters.postpone(id, nextTry(now, made, options.chance()), trouble.said);
      });
    } catch (error) {
      log.error({ err: error, letter: id }, operationsWords.queueFailed);
    }
    // Never the subject, the address or what the server said: they hold people's words and names.
    if (trouble === null) return;
    const line = { letter: id, tries: made, code: trouble.code };
    if (isOver) log.error(line, operationsWords.letterGivenUp);
    else log.warn(line, operationsWords.letterNotSent);
  }

  /** Until the next letter is due. What is due now is under way or waits for a lane, which wakes us when it is free. */
  async function sleep(): Promise<void> {
    const next = await read.letters.nextDue();
    if (next !== null) sleepFor(Math.min(MAX_SLEEP, Math.max(MIN_SLEEP, next - clock())));
  }

  function sleepFor(pause: number): void {
    clearTimeout(timer);
    if (stopped) return;
    timer = setTimeout(wake, pause);
    timer.unref();
  }

  return {
    wake,
    async idle() {
      while (pass !== null || flying.size > 0) await Promise.all([pass, ...flying.values()]);
    },
    async stop(patience) {
      stopped = true;
      clearTimeout(timer);
      const over = new AbortController();
      const late = wait(patience, undefined, { signal: over.signal }).catch(() => {});
      await Promise.race([Promise.all([pass, ...flying.values()]), late]);
      over.abort();
    },
  };
}

function messageOf({ id, address, subject, text, html, headers, createdAt }: LetterRow, sender: Sender): Message {
  return { ...{ id, subject, text, html, headers }, ...sender, to: { name: "", address }, date: createdAt };
}

/** The promise's result, or a rejection after so many milliseconds. */
async function within(limit: number, promise: Promise<void>): Promise<void> {
  const over = new AbortController();
  const late = wait(limit, undefined, { signal: over.signal, ref: false }).then(() => {
    throw Object.assign(new Error("The mail server took too long."), { code: "ETIMEDOUT" });
  });
  // Aborted once the promise has settled, and then nobody's concern.
  late.catch(() => {});
  try {
    await Promise.race([promise, late]);
  } finally {
    over.abort();
  }
}
