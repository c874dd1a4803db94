/** Expressions of groups over a body: in a bounded worker, and one that takes too long is found out and left aside. */
import { EXPRESSION_FLAGS } from "#app/domain/moderation/rules/expressions.ts";
import { foldLetters, placeOf } from "#app/domain/moderation/rules/fold.ts";
import { MOST_PLACES, type Place } from "#app/domain/moderation/rules/rule.ts";
import { Problem } from "#app/domain/problem.ts";
import { rulesWords as words } from "#app/words/rules.ts";
import { BoundedWorker, Overrun } from "#server/bounded-worker.ts";

/** What came of some expressions, by their index. */
export type Ran = {
  readonly places: ReadonlyMap<number, readonly Place[]>;
  /** Those that could not be run to their end. */
  readonly failed: ReadonlySet<number>;
};

export type ExpressionRunner = {
  /** Throws Problem("too-many") when too much waits. */
  readonly run: (sources: readonly string[], body: string) => Promise<Ran>;
  readonly close: () => Promise<void>;
};

type Task = {
  readonly sources: readonly string[];
  readonly flags: string;
  readonly texts: readonly string[];
  readonly most: number;
};
type Match = { readonly expression: number; readonly text: number; readonly places: readonly Place[] };

/** Milliseconds for all expressions over one body; 200 ordinary ones over 10 kB take about 20. */
const TIME_LIMIT = 250;
/** A machine that is busy for a moment is no catastrophe. */
const TRIES = 2;
const resourceLimits = { maxOldGenerationSizeMb: 64, maxYoungGenerationSizeMb: 16, stackSizeMb: 2 };
/** Milliseconds for which an expression that took too long is not tried again. */
const REST = 10 * 60 * 1000;
/** Expressions that are found out one after another for the sake of one note; then the others count as failed too. */
const MOST_OVERRUNS = 2;
/** Notes that wait for the worker. */
const MOST_WAITING = 200;

/** The runner; its worker starts with the first expression. `clock` in milliseconds. */
export function makeExpressionRunner({
  clock,
  timeLimit = TIME_LIMIT,
}: {
  readonly clock: () => number;
  readonly timeLimit?: number;
}): ExpressionRunner {
  const running = new Int32Array(new SharedArrayBuffer(4));
  const worker = new BoundedWorker<Task, readonly Match[]>({
    entry: new URL("./expression-worker.mjs", import.meta.url),
    notStarting: "The runner of expressions does not start.",
    workerData: { running: running.buffer },
    ...{ timeLimit, tries: TRIES, resourceLimits },
  });
  /** Until when an expression rests. */
  const resting = new Map<string, number>();

  return {
    async run(sources, body) {
      if (sources.length === 0) return { places: new Map(), failed: new Set() };
      if (worker.pending >= MOST_WAITING) throw new Problem("too-many", words.busy, { retryAfter: 1_000 });
      const failed = new Set<number>();
      for (const [index, source] of sources.entries()) if ((resting.get(source) ?? 0) > clock()) failed.add(index);
      const folded = foldLetters(body);
      // Expressions in other scripts are written with the letters that folding replaces.
      const texts = folded.text === body ? [body] : [body, folded.text];
      for (let overruns = 0; ; overruns += 1) {
        const left = [...sources.keys()].filter((index) => !failed.has(index));
        if (left.length === 0) return { places: new Map(), failed };
        try {
          const asked = left.map((index) => sources[index] ?? "");
          const matches = await worker.run({ sources: asked, flags: EXPRESSION_FLAGS, texts, most: MOST_PLACES });
          return { places: gathered(matches, left, folded), failed };
        } catch (error) {
          if (!(error instanceof Overrun) || overruns >= MOST_OVERRUNS)
            return { places: new Map(), failed: all(sources) };
          const guilty = left[Atomics.load(running, 0)] ?? 0;
          failed.add(guilty);
          rest(resting, sources[guilty] ?? "", clock());
        }
      }
    },
    close: () => worker.close(),
  };
}

function all(sources: readonly string[]): ReadonlySet<number> {
  return new Set(sources.keys());
}

/** Keeps what rests and forgets what has rested. */
function rest(resting: Map<string, number>, source: string, now: number): void {
  for (const [known, until] of resting) if (until <= now) resting.delete(known);
  resting.set(source, now + REST);
}

/** Places in the body, those that were found in the folded text mapped back; each once. */
function gathered(
  matches: readonly Match[],
  asked: readonly number[],
  folded: ReturnType<typeof foldLetters>,
): ReadonlyMap<number, readonly Place[]> {
  const found = new Map<number, Map<string, Place>>();
  for (const { expression, text, places } of matches) {
    const index = asked[expression] ?? 0;
    const known = found.get(index) ?? new Map<string, Place>();
    found.set(index, known);
    for (const { start, end } of places) {
      const place = text === 0 ? { start, end } : placeOf(folded, start, end);
      known.set(`${place.start}-${place.end}`, place);
    }
  }
  const inOrder = (places: Map<string, Place>) =>
    [...places.values()].sort((a, b) => a.start - b.start || a.end - b.end);
  return new Map([...found].map(([index, places]) => [index, inOrder(places)]));
}
