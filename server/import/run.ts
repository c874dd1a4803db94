/** Imports off the event loop: one short-lived worker per task, two at a time, with a limit of time and of memory. */
import { Worker } from "node:worker_threads";
import type { Piece, PieceChoices, RevisionContent } from "#app/domain/document/document.ts";
import { type EditScript, editScript } from "#app/domain/document/edit-script.ts";
import { Problem } from "#app/domain/problem.ts";
import { importWords } from "#app/words/import.ts";
import { spokenLocale } from "#app/words/localised.ts";
import { mostBytes, refuseTooLarge } from "#server/import/decode.ts";
import type { OnProgress } from "#server/import/progress.ts";
import type { ImportInput, ImportReading } from "#server/import/read.ts";
import type { Answer, Said, Work } from "#server/import/task.ts";
import { workerCode } from "#server/import/worker-code.ts";

/** Milliseconds that a task may take once it runs. 5 MB of prose in Markdown take 8,000 of processor time, with markup in every clause 24,000. */
const timeLimit = 30_000;

/** Megabytes. 5 MB of Markdown fit; a stack of 4 holds lists nested 3,000 deep (16 made deeper pages slow, not readable). */
const resourceLimits = { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 64, stackSizeMb: 4 };

/**
 * Bytes by which the process may grow while a task runs, looked at every so many milliseconds: what a stream of a PDF unpacks to
 * is no part of the memory that `resourceLimits` counts, and 5 MB made for it unpack to gigabytes. 2,000 pages take 250 MB.
 */
const mostGrowth = 768 * 1024 * 1024;
const lookEvery = 50;

/** Milliseconds that any text gets, which is a worker's start on a busy machine, and milliseconds for each of its bytes. */
const baseLimit = 8_000;
const limitPerByte = 0.005;

const mostWorkers = 2;

/** UTF-16 code units of two texts that are compared in less than 10 ms. */
const COMPARED_HERE = 100_000;

/** Tasks in line; with what each may take, who comes later would have given up. */
const mostWaiting = 30;

const RETRY_AFTER = 10_000;

export type ReadOptions = {
  /** Milliseconds, less for a short text: 100 kB of Markdown made to be slow would hold a worker for the whole half minute. */
  readonly limit?: number;
  /** Bytes by which the process may grow meanwhile. */
  readonly growth?: number;
  /** Ends the worker, or takes the task out of line; the reading rejects with its reason. */
  readonly signal?: AbortSignal;
  readonly onProgress?: OnProgress;
};

let running = 0;
const waiting: (() => void)[] = [];

/** Pieces and facts of an import; `growth` in bytes, `limit` in milliseconds. Rejects with `invalid`, `too-large` or `too-many`. */
export async function readImport(input: ImportInput, options: ReadOptions = {}): Promise<ImportReading> {
  // Before the bytes are copied into a worker.
  refuseTooLarge(input.bytes.byteLength, mostBytes(input.bytes));
  const answer = await run({ verb: "read", input }, { limit: limitFor(input.bytes.byteLength), ...options });
  if (answer.verb !== "read") throw new Error(`an import worker answered ${answer.verb} to read`);
  return answer.reading;
}

/** `buildRevision` in a worker. Rejects with `invalid`, `too-large` or `too-many`. */
export async function buildInWorker(pieces: readonly Piece[], choices: PieceChoices): Promise<RevisionContent> {
  const answer = await run({ verb: "build", pieces, choices }, { limit: timeLimit });
  if (answer.verb !== "build") throw new Error(`an import worker answered ${answer.verb} to build`);
  return answer.content;
}

/** `editScript` in a worker; short texts are compared here and now, since a worker takes 0.1 s to start. */
export async function compareInWorker(before: string, after: string): Promise<EditScript> {
  if (before.length + after.length <= COMPARED_HERE) return editScript(before, after);
  const answer = await run({ verb: "compare", before, after }, { limit: timeLimit });
  if (answer.verb !== "compare") throw new Error(`an import worker answered ${answer.verb} to compare`);
  return answer.script;
}

function limitFor(bytes: number): number {
  return Math.min(timeLimit, baseLimit + bytes * limitPerByte);
}

type Conditions = ReadOptions & { readonly limit: number };

/** The answer of a worker of its own; waits while others run. */
async function run(work: Work, conditions: Conditions): Promise<Answer> {
  conditions.signal?.throwIfAborted();
  if (waiting.length >= mostWaiting) throw new Problem("too-many", importWords.busy, { retryAfter: RETRY_AFTER });
  if (running >= mostWorkers) await turn(conditions);
  else running += 1;
  try {
    const answer = await answerOf(await workerCode(), work, conditions);
    if (answer.verb === "refuse") throw new Problem(answer.code, answer.sentence);
    return answer;
  } finally {
    const next = waiting.shift();
    if (next === undefined) running -= 1;
    else next();
  }
}

/** Resolves when a worker is free, which is then taken; rejects when the task is not wanted any more. */
function turn({ signal, onProgress }: Conditions): Promise<void> {
  onProgress?.({ stage: "waiting", share: null });
  return new Promise((resolve, reject) => {
    const leave = () => {
      waiting.splice(waiting.indexOf(enter), 1);
      reject(signal?.reason);
    };
    const enter = () => {
      signal?.removeEventListener("abort", leave);
      resolve();
    };
    waiting.push(enter);
    signal?.addEventListener("abort", leave, { once: true });
  });
}

function answerOf(
  code: string,
  work: Work,
  { limit, growth = mostGrowth, signal, onProgress }: Conditions,
): Promise<Answer> {
  // It may have been given up while the code was made.
  signal?.throwIfAborted();
  return new Promise((resolve, reject) => {
    const workerData = { work, locale: spokenLocale() };
    // What libraries print about a text is not for the log of the site: `stderr` keeps it here, where nobody reads it.
    const worker = new Worker(code, { eval: true, workerData, resourceLimits, execArgv: [], stderr: true });
    const end = (reason: unknown) => {
      reject(reason);
      void worker.terminate();
    };
    const abort = () => end(signal?.reason);
    const tooMuch = (cause: unknown) => new Problem("too-large", importWords.tooComplicated, { cause });
    const timer = setTimeout(() => end(tooMuch(`more than ${limit} ms`)), limit);
    const before = process.memoryUsage.rss();
    const watch = setInterval(() => {
      if (process.memoryUsage.rss() - before > growth) end(tooMuch(`more than ${growth} bytes`));
    }, lookEvery);
    signal?.addEventListener("abort", abort, { once: true });
    worker.on("message", (said: Said) => {
      if (said.verb === "progress") onProgress?.(said.progress);
      else resolve(said);
    });
    worker.once("error", (error) => reject(isOutOfMemory(error) ? tooMuch(error) : error));
    worker.once("exit", (code) => {
      clearTimeout(timer);
      clearInterval(watch);
      signal?.removeEventListener("abort", abort);
      reject(new Error(`an import worker ended with ${code} and no answer`));
    });
  });
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY";
}
