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

/** How a job stands; the last run is that of this process. */
export type JobState = {
  readonly name: string;
  readonly every: number;
  readonly last: { readonly at: number; readonly took: number; readonly error: string | null } | null;
};

export type Jobs = {
  states(): readonly JobState[];
  /** Runs one now, after what is running; resolves when it has ended, and to false for a name that no job has. */
  runNow(name: string): Promise<boolean>;
  /** Runs what is due at the clock's time; a call during a run waits for that run instead. */
  tick(): Promise<void>;
  /** Ticks once a minute until `stop`. */
  start(): void;
  /** Resolves when the job that is running has ended; the rest are left for another day. */
  stop(): Promise<void>;
};

const MINUTE = 60_000;

type Edges = {
  readonly clock: () => number;
  readonly log: Logger;
  /** While it resolves to true nothing comes round: what is due waits. */
  readonly isPaused?: () => Promise<boolean>;
};

/** Jobs that are all due at once: a server that starts does what it missed while it was off. */
export function makeJobs(jobs: readonly Job[], edges: Edges): Jobs {
  const due = new Map(jobs.map((job) => [job.name, Number.NEGATIVE_INFINITY]));
  const last = new Map<string, JobState["last"]>();
  let running: Promise<void> | null = null;
  let timer: NodeJS.Timeout | null = null;
  let stopped = false;

  async function run(job: Job, now: number): Promise<void> {
    let error: string | null = null;
    await job.run(now).catch((thrown: unknown) => {
      error = thrown instanceof Error ? thrown.message : String(thrown);
      edges.log.error({ err: thrown, job: job.name }, operationsWords.jobFailed);
    });
    last.set(job.name, { at: now, took: edges.clock() - now, error });
  }

  async function runDue(): Promise<void> {
    if (edges.isPaused !== undefined && (await edges.isPaused())) return;
    for (const job of jobs) {
      const now = edges.clock();
      if (stopped || now < (due.get(job.name) ?? 0)) continue;
      due.set(job.name, now + job.every);
      await run(job, now);
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
    states: () => jobs.map(({ name, every }) => ({ name, every, last: last.get(name) ?? null })),
    async runNow(name) {
      const job = jobs.find((candidate) => candidate.name === name);
      if (job === undefined || stopped) return false;
      while (running !== null) await running;
      running = run(job, edges.clock()).finally(() => {
        running = null;
      });
      await running;
      return true;
    },
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
