/** Work on what strangers sent, off the event loop, one task at a time, in a worker that is ended when one takes too long. */
import { type ResourceLimits, Worker } from "node:worker_threads";

/** What a worker says: that it is up, and then one answer to each task. */
export type WorkerSays<Answer> = { readonly kind: "ready" } | { readonly kind: "answer"; readonly answer: Answer };

/** A task whose worker had to be ended, out of time or out of memory. */
export class Overrun extends Error {
  override readonly name = "Overrun";
}

export type BoundedWorkerOptions = {
  readonly entry: URL;
  /** Milliseconds for one task. */
  readonly timeLimit: number;
  /** Who was only unlucky is tried again: how often a task is begun at most. */
  readonly tries: number;
  readonly resourceLimits: ResourceLimits;
  /** Given to the worker as it starts. */
  readonly workerData?: unknown;
  /** What the error of a worker that never comes up says. */
  readonly notStarting: string;
};

type Waiting<Task, Answer> = {
  readonly task: Task;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
  tries: number;
};

/** One worker for all, made when the first task comes. A bad task costs its sender, and others a restart. */
export class BoundedWorker<Task, Answer> {
  #waiting: Waiting<Task, Answer>[] = [];
  #running: Waiting<Task, Answer> | null = null;
  #worker: Worker | null = null;
  #isReady = false;
  #timer: NodeJS.Timeout | undefined;
  readonly #options: BoundedWorkerOptions;

  constructor(options: BoundedWorkerOptions) {
    this.#options = options;
  }

  /** The worker's answer. Rejects with Overrun. */
  run(task: Task): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ task, resolve, reject, tries: 0 });
      this.#next();
    });
  }

  /** Tasks that wait or run. */
  get pending(): number {
    return this.#waiting.length + (this.#running === null ? 0 : 1);
  }

  /** Starts the worker before it is needed: with a loader of its own its start takes about a second. */
  warm(): void {
    this.#worker ??= this.#start();
  }

  /** Ends the worker; what waits is not answered. */
  async close(): Promise<void> {
    clearTimeout(this.#timer);
    await this.#worker?.terminate();
  }

  #start(): Worker {
    const { entry, resourceLimits, workerData } = this.#options;
    const worker = new Worker(entry, { resourceLimits, execArgv: [], workerData });
    this.#isReady = false;
    worker.unref();
    worker.on("message", (says: WorkerSays<Answer>) => this.#hear(worker, says));
    worker.on("error", () => this.#lose(worker));
    worker.on("exit", () => this.#lose(worker));
    return worker;
  }

  #next(): void {
    this.warm();
    if (!this.#isReady || this.#running !== null) return;
    const next = this.#waiting.shift();
    if (next === undefined) return;
    next.tries += 1;
    this.#running = next;
    this.#timer = setTimeout(() => void this.#worker?.terminate(), this.#options.timeLimit);
    this.#worker?.postMessage(next.task);
  }

  #hear(worker: Worker, says: WorkerSays<Answer>): void {
    if (worker !== this.#worker) return;
    if (says.kind === "ready") this.#isReady = true;
    else this.#settle(says.answer);
    this.#next();
  }

  #settle(answer: Answer): void {
    clearTimeout(this.#timer);
    const done = this.#running;
    this.#running = null;
    done?.resolve(answer);
  }

  /** The worker is gone: out of time, out of memory, or never came up. Whoever was not being served is not concerned. */
  #lose(worker: Worker): void {
    if (worker !== this.#worker) return;
    clearTimeout(this.#timer);
    this.#worker = null;
    const { tries, notStarting } = this.#options;
    const lost = this.#running;
    this.#running = null;
    if (!this.#isReady) {
      for (const waiting of this.#waiting.splice(0)) waiting.reject(new Error(notStarting));
      return;
    }
    if (lost !== null && lost.tries < tries) this.#waiting.unshift(lost);
    else lost?.reject(new Overrun("A task took more than its worker may."));
    if (this.#waiting.length > 0) this.#next();
  }
}
