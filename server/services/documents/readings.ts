/** Readings of imports that go on after their form was answered. They live in this process alone and end with it. */
import type { ReadingProgress } from "#app/context/documents.ts";
import type { Hand } from "./proposals.ts";

/** Milliseconds after which the answer to a form does not wait for the reading any more. */
const PATIENCE = 1_500;

type Options = {
  /** Milliseconds. */
  readonly patience?: number;
  /** Told of errors that nobody waits for. */
  readonly report?: (error: unknown) => void;
};

/** One reading: how far it is, and the hand that gives it up. */
export class Reading {
  progress: ReadingProgress = { stage: "reading", share: null };
  readonly #controller = new AbortController();

  /** `since` in milliseconds. */
  constructor(readonly since: number) {}

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** What a reader is given. */
  get hand(): Hand {
    const onProgress = (progress: ReadingProgress) => {
      this.progress = progress;
    };
    return { signal: this.signal, onProgress };
  }

  giveUp(): void {
    this.#controller.abort(new Error("the reading was given up"));
  }
}

export class Readings {
  readonly patience: number;
  readonly report: (error: unknown) => void;
  readonly #running = new Map<string, { readonly reading: Reading; readonly done: Promise<void> }>();

  constructor({ patience = PATIENCE, report = () => {} }: Options = {}) {
    this.patience = patience;
    this.report = report;
  }

  /** Keeps a reading under the id of its import until `done`, which never rejects. */
  follow(id: string, reading: Reading, done: Promise<void>): void {
    this.#running.set(id, { reading, done: done.finally(() => this.#running.delete(id)) });
  }

  of(id: string): Reading | null {
    return this.#running.get(id)?.reading ?? null;
  }

  /** Resolves when nothing reads that import any more. */
  async ended(id: string): Promise<void> {
    await this.#running.get(id)?.done;
  }

  /** Gives all of them up, and resolves when they have ended. */
  async close(): Promise<void> {
    const running = [...this.#running.values()];
    for (const { reading } of running) reading.giveUp();
    await Promise.all(running.map(({ done }) => done));
  }
}
