import type { Timer } from "./pace.ts";

/** Time that stands still unless a test moves it. */
export class ManualTimer implements Timer {
  /** Milliseconds. */
  time = 0;
  #due: { readonly at: number; readonly run: () => void }[] = [];

  readonly now = (): number => this.time;

  readonly after = (milliseconds: number, run: () => void): (() => void) => {
    const call = { at: this.time + milliseconds, run };
    this.#due.push(call);
    return () => {
      this.#due = this.#due.filter((other) => other !== call);
    };
  };

  /** Lets so many milliseconds pass and makes the calls that are due. */
  advance(milliseconds: number): void {
    this.time += milliseconds;
    const due = this.#due.filter(({ at }) => at <= this.time);
    this.#due = this.#due.filter(({ at }) => at > this.time);
    for (const { run } of due) run();
  }
}
