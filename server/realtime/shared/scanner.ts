/** Updates are read off the event loop, one at a time, in a worker that is ended when one takes too long or too much. */
import { BoundedWorker, Overrun } from "#server/bounded-worker.ts";
import { Refusal, type RefusalReason } from "./refusal.ts";
import type { Scanned } from "./scan.ts";

/** What the worker says of an update. */
export type ScanAnswer =
  | { readonly kind: "scanned"; readonly scanned: Scanned }
  | { readonly kind: "refused"; readonly reason: RefusalReason; readonly detail: string };

/** Milliseconds for one update: the largest takes 40 on a quiet machine. Who was only unlucky is tried once more. */
const TIME_LIMIT = 500;
const TRIES = 2;
/** Megabytes. */
const resourceLimits = { maxOldGenerationSizeMb: 128, maxYoungGenerationSizeMb: 32, stackSizeMb: 2 };

export type ScannerOptions = { readonly entry?: URL; readonly timeLimit?: number };

/** One worker for all pages, made when the first update comes. A bad update costs its sender, and others a restart. */
export class Scanner {
  readonly #worker: BoundedWorker<Uint8Array, ScanAnswer>;

  constructor({
    entry = new URL("./scan-worker-entry.mjs", import.meta.url),
    timeLimit = TIME_LIMIT,
  }: ScannerOptions = {}) {
    const notStarting = "The reader of updates does not start.";
    this.#worker = new BoundedWorker({ entry, timeLimit, tries: TRIES, resourceLimits, notStarting });
  }

  /** What an update is. Rejects with Refusal. */
  async scan(bytes: Uint8Array): Promise<Scanned> {
    const answer = await this.#worker.run(bytes).catch((error: unknown) => {
      throw error instanceof Overrun ? new Refusal("overrun", "update") : error;
    });
    if (answer.kind === "refused") throw new Refusal(answer.reason, answer.detail);
    return answer.scanned;
  }

  /** Starts the worker before it is needed: its start takes about a second. */
  warm(): void {
    this.#worker.warm();
  }

  /** Ends the worker; what waits is not answered. */
  close(): Promise<void> {
    return this.#worker.close();
  }
}
