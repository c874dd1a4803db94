/** Time as rooms need it: monotonic milliseconds with fractions, and a call some milliseconds later that can be cancelled. */
export type Timer = {
  readonly now: () => number;
  readonly after: (milliseconds: number, run: () => void) => () => void;
};

/** The process's own time. */
export const systemTimer: Timer = {
  now: () => performance.now(),
  after(milliseconds, run) {
    const timeout = setTimeout(run, milliseconds);
    return () => clearTimeout(timeout);
  },
};

/** A send that took no longer than this, in milliseconds, is followed by the next at once: some 60 readers. */
const FREE = 0.5;
/** The rest after a send, as a multiple of what it took: sends then take a third of the thread, commits have two. */
const REST = 2;
/** The longest rest in milliseconds, for a send that a garbage collection fell into. */
const LONGEST_REST = 25;

/**
 * Spaces out something that can be expensive. Sending each commit to 500 readers on its own costs 4 ms of the thread that
 * also commits; after a rest one send carries what several commits brought.
 */
export class Pace {
  #freeAt = 0;
  #cancel: (() => void) | null = null;

  constructor(
    private readonly timer: Timer,
    private readonly send: () => void,
  ) {}

  /** Sends now, or once when the rest after the last send is over. */
  ask(): void {
    if (this.#cancel !== null) return;
    const rest = this.#freeAt - this.timer.now();
    if (rest <= 0) this.#send();
    else
      this.#cancel = this.timer.after(rest, () => {
        this.#cancel = null;
        this.#send();
      });
  }

  /** Forgets a send that was asked for. */
  stop(): void {
    this.#cancel?.();
    this.#cancel = null;
  }

  #send(): void {
    const began = this.timer.now();
    this.send();
    const ended = this.timer.now();
    const took = ended - began;
    this.#freeAt = took <= FREE ? 0 : ended + Math.min(REST * took, LONGEST_REST);
  }
}
