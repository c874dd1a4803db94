/**
 * The one writer. Works run one after another, each in a savepoint of its own; a batch of them shares one COMMIT, since
 * a commit waits for the disk (about 0.2 ms here, ten to fifty times as long on a slow one) and a work does not.
 */
import { AsyncLocalStorage } from "node:async_hooks";
import { Problem } from "#app/domain/problem.ts";
import { storageWords } from "#app/words/storage.ts";
import type { Connection } from "./client.ts";
import { type Effect, makeRepositories, type Repositories, type Store, type Transact } from "./store.ts";

export type Writer = {
  /**
   * Runs a work in a savepoint and resolves with its result after COMMIT; rejects with what it threw, rolled back alone.
   * A work awaits nothing but its store, and may run twice: when the whole batch is lost it is tried once more.
   * Throws Problem("too-many") when the line is full.
   */
  readonly transact: Transact;
  /** Refuses new works, resolves when those in line are done. */
  readonly close: () => Promise<void>;
};

export type WriterOptions = {
  /** Called after COMMIT with the effects in order and before any work of the batch resolves. Must not throw. */
  readonly onCommit: (effects: readonly Effect[]) => void;
  /** Monotonic milliseconds; only for the length of a batch. */
  readonly now?: () => number;
  /** Milliseconds that one work may take before it fails: one that waits for something else would hold up all others. */
  readonly workLimit?: number;
};

/** Works in one batch, and milliseconds after which a batch takes no further one. */
const BATCH_WORKS = 32;
const BATCH_TIME = 5;
/** Works in line; about two seconds of work, so that overload is answered while it can still be answered in time. */
const LINE = 2_000;
const WORK_LIMIT = 5_000;
const RETRY_AFTER = 1_000;

type Job = {
  /** Resolves with what is to be done once the work is on disk. */
  readonly run: (store: Store) => Promise<() => void>;
  readonly reject: (error: unknown) => void;
};

type Outcome = { readonly settle: () => void; readonly effects: readonly Effect[] };

/** Makes the writer of a connection, which nothing else may use from then on. */
export function makeWriter(connection: Connection, options: WriterOptions): Writer {
  const { onCommit, now = () => performance.now(), workLimit = WORK_LIMIT } = options;
  const { sqlite } = connection;
  const repositories = makeRepositories(connection.db);
  const sql = {
    begin: sqlite.prepare("BEGIN IMMEDIATE"),
    commit: sqlite.prepare("COMMIT"),
    rollback: sqlite.prepare("ROLLBACK"),
    save: sqlite.prepare("SAVEPOINT work"),
    undo: sqlite.prepare("ROLLBACK TO work"),
    release: sqlite.prepare("RELEASE work"),
  };
  const line: Job[] = [];
  const idle: (() => void)[] = [];
  let running = false;
  let closed = false;

  return {
    transact<T>(work: (store: Store) => Promise<T>): Promise<T> {
      if (closed) return Promise.reject(new Error("The writer is closed."));
      if (line.length >= LINE) {
        return Promise.reject(new Problem("too-many", storageWords.busy, { retryAfter: RETRY_AFTER }));
      }
      // A work runs in the turn of another request, but its sentences are for its own.
      const own = AsyncLocalStorage.bind(work);
      return new Promise<T>((resolve, reject) => {
        const run = async (store: Store) => {
          const value = await own(store);
          return () => resolve(value);
        };
        line.push({ run, reject });
        wake();
      });
    },
    close() {
      closed = true;
      return running ? new Promise((resolve) => idle.push(resolve)) : Promise.resolve();
    },
  };

  /** The next turn of the event loop, not this one: what other requests of this turn bring joins the batch. */
  function wake(): void {
    if (running) return;
    running = true;
    setImmediate(() => void turn());
  }

  async function turn(): Promise<void> {
    try {
      await runBatch();
    } finally {
      running = false;
      if (line.length > 0) wake();
      else for (const resolve of idle.splice(0)) resolve();
    }
  }

  async function runBatch(): Promise<void> {
    const taken: Job[] = [];
    const first = await attempt(batchFrom(line, taken));
    const last = first.ok ? first : await attempt(taken.values());
    if (!last.ok) {
      for (const job of taken) job.reject(last.error);
      return;
    }
    const effects = last.outcomes.flatMap((outcome) => outcome.effects);
    try {
      if (effects.length > 0) onCommit(effects);
    } finally {
      for (const outcome of last.outcomes) outcome.settle();
    }
  }

  /** Hands out works until the batch is full, and remembers them in `taken` for a second try. */
  function* batchFrom(jobs: Job[], taken: Job[]): Generator<Job> {
    const end = now() + BATCH_TIME;
    while (taken.length < BATCH_WORKS && (taken.length === 0 || now() < end)) {
      const job = jobs.shift();
      if (job === undefined) return;
      taken.push(job);
      yield job;
    }
  }

  /** One transaction over these jobs. Not ok when it is lost as a whole, as on a full disk. */
  async function attempt(
    jobs: Iterable<Job>,
  ): Promise<{ readonly ok: true; readonly outcomes: readonly Outcome[] } | { readonly ok: false; error: unknown }> {
    const outcomes: Outcome[] = [];
    try {
      for (const job of jobs) {
        if (outcomes.length === 0) sql.begin.run();
        outcomes.push(await runWork(job));
      }
      sql.commit.run();
      return { ok: true, outcomes };
    } catch (error) {
      if (sqlite.inTransaction) sql.rollback.run();
      return { ok: false, error };
    }
  }

  /** Throws only when the transaction around the work is gone. */
  async function runWork(job: Job): Promise<Outcome> {
    const effects: Effect[] = [];
    const lease = leaseStore(repositories, effects);
    sql.save.run();
    try {
      const settle = await within(workLimit, job.run(lease.store));
      lease.end();
      sql.release.run();
      return { effects, settle };
    } catch (error) {
      lease.end();
      if (!sqlite.inTransaction) throw error;
      sql.undo.run();
      sql.release.run();
      return { effects: [], settle: () => job.reject(error) };
    }
  }
}

/** A store for one work. After `end` it throws: what a late work wrote would land in somebody else's transaction. */
function leaseStore(
  repositories: Repositories,
  effects: Effect[],
): { readonly store: Store; readonly end: () => void } {
  let live = true;
  const whole: Store = { ...repositories, effect: (effect) => void effects.push(effect) };
  const store = new Proxy(whole, {
    get(target, key) {
      if (!live) throw new Error("A work used its store after it had ended.");
      return Reflect.get(target, key);
    },
  });
  return {
    store,
    end: () => {
      live = false;
    },
  };
}

/** The promise's result, or an Error after so many milliseconds. */
async function within<T>(limit: number, promise: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new Error(`A work took longer than ${limit} ms; it may await only its store.`)),
      limit,
    );
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
