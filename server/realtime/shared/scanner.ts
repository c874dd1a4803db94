/** Updates are read off the event loop, one at a time, in a worker that is ended when one takes too long or too much. */
import { Worker } from "node:worker_threads";
import { Refusal, type RefusalReason } from "./refusal.ts";
import type { Scanned } from "./scan.ts";

/** What the worker says. */
export type ScanAnswer =
  | { readonly kind: "ready" }
  | { readonly kind: "scanned"; readonly scanned: Scanned }
  | { readonly kind: "refused"; readonly reason: RefusalReason; readonly detail: string };

type Task = {
  readonly bytes: Uint8Array;
  readonly resolve: (scanned: Scanned) => void;
  readonly reject: (error: unknown) => void;
  tries: number;
};

/** Milliseconds for one update: the largest takes 40 on a quiet machine. Who was only unlucky is tried once more. */
const TIME_LIMIT = 500;
const TRIES = 2;
/** Megabytes. */
const resourceLimits = { maxOldGenerationSizeMb: 128, maxYoungGenerationSizeMb: 32, stackSizeMb: 2 };

export type ScannerOptions = { readonly entry?: URL; readonly timeLimit?: number };

/** One worker for all pages, made when the first update comes. A bad update costs its sender, and others a restart. */
export class Scanner {
  #waiting: Task[] = [];
  #running: Task | null = null;
  #worker: Worker | null = null;
  #isReady = false;
  #timer: NodeJS.Timeout | undefined;
  readonly #entry: URL;
  readonly #timeLimit: number;

  constructor({
    entry = new URL("./scan-worker-entry.mjs", import.meta.url),
    timeLimit = TIME_LIMIT,
  }: ScannerOptions = {}) {
    this.#entry = entry;
    this.#timeLimit = timeLimit;
  }

  /** What an update is. Rejects with Refusal. */
  scan(bytes: Uint8Array): Promise<Scanned> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ bytes, resolve, reject, tries: 0 });
      this.#next();
    });
  }

  /** Starts the worker before it is needed: its start takes about a second. */
  warm(): void {
    this.#worker ??= this.#start();
  }

  /** Ends the worker; what waits is not answered. */
  async close(): Promise<void> {
    clearTimeout(this.#timer);
    await this.#worker?.terminate();
  }

  #start(): Worker {
    const worker = new Worker(this.#entry, { resourceLimits, execArgv: [] });
    this.#isReady = false;
    worker.unref();
    worker.on("message", (answer: ScanAnswer) => this.#hear(worker, answer));
    worker.on("error", () => this.#lose(worker));
    worker.on("exit", () => this.#lose(worker));
    return worker;
  }

  #next(): void {
    this.warm();
    if (!this.#isReady || this.#running !== null) return;
    const task = this.#waiting.shift();
    if (task === undefined) return;
    task.tries += 1;
    this.#running = task;
    this.#timer = setTimeout(() => void this.#worker?.terminate(), this.#timeLimit);
    this.#worker?.postMessage(task.bytes);
  }

  #hear(worker: Worker, answer: ScanAnswer): void {
    if (worker !== this.#worker) return;
    if (answer.kind === "ready") this.#isReady = true;
    else this.#settle(answer);
    this.#next();
  }

  #settle(answer: Exclude<ScanAnswer, { kind: "ready" }>): void {
    clearTimeout(this.#timer);
    const task = this.#running;
    this.#running = null;
    if (answer.kind === "scanned") task?.resolve(answer.scanned);
    else task?.reject(new Refusal(answer.reason, answer.detail));
  }

  /** The worker is gone: out of time, out of memory, or never came up. Whoever was not being read is not concerned. */
  #lose(worker: Worker): void {
    if (worker !== this.#worker) return;
    clearTimeout(this.#timer);
    this.#worker = null;
    const task = this.#running;
    this.#running = null;
    if (!this.#isReady) {
      for (const waiting of this.#waiting.splice(0)) waiting.reject(new Error("The reader of updates does not start."));
      return;
    }
    if (task !== null && task.tries < TRIES) this.#waiting.unshift(task);
    else task?.reject(new Refusal("overrun", "update"));
    if (this.#waiting.length > 0) this.#next();
  }
}
