/** Work that comes round by the clock: one after another, never twice at once, never fatal. */
import type { Logger } from "pino";
import { operationsWords } from "#app/words/operations.ts";

export type Job = {
  readonly name: string;
  /** Milliseconds between two runs. */
  readonly every: number;
  /** `now` in milliseconds. What it throws is logged, and it comes round again. */
  readonly run: (now: number) => Promise<void>;
};

export type Jobs = {
  /** Runs what is due at the clock's time; a call during a run waits for that run instead. */
  tick(): Promise<void>;
  /** Ticks once a minute until `stop`. */
  start(): void;
  /** Resolves when the job that is running has ended; the rest are left for another day. */
  stop(): Promise<void>;
};

const MINUTE = 60_000;

/** Jobs that are all due at once: a server that starts does what it missed while it was off. */
export function makeJobs(jobs: readonly Job[], edges: { clock: () => number; log: Logger }): Jobs {
  const due = new Map(jobs.map((job) => [job.name, Number.NEGATIVE_INFINITY]));
  let running: Promise<void> | null = null;
  let timer: NodeJS.Timeout | null = null;
  let stopped = false;

  async function runDue(): Promise<void> {
    for (const job of jobs) {
      const now = edges.clock();
      if (stopped || now < (due.get(job.name) ?? 0)) continue;
      due.set(job.name, now + job.every);
      await job.run(now).catch((error: unknown) => {
        edges.log.error({ err: error, job: job.name }, operationsWords.jobFailed);
      });
    }
  }

  async function tick(): Promise<void> {
    running ??= runDue().finally(() => {
      running = null;
    });
    await running;
  }

  return {
    tick,
    start() {
      timer = setInterval(() => void tick(), MINUTE);
      timer.unref();
      void tick();
    },
    async stop() {
      stopped = true;
      if (timer !== null) clearInterval(timer);
      await running;
    },
  };
}
