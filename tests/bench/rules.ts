/** What judging a note by words and expressions costs, beside plain loops over `indexOf` and `RegExp`. */
import { fold } from "#app/domain/moderation/rules/fold.ts";
import { LONGEST_EXPRESSION, MOST_EXPRESSIONS, MOST_WORDS } from "#app/domain/moderation/rules/rule.ts";
import { sampleRule } from "#app/domain/moderation/rules/sample-rule.ts";
import { makeWordFinder } from "#app/domain/moderation/rules/words.ts";
import { makeExpressionRunner } from "#server/services/moderation/expression-runner.ts";
import { ratio, row, table } from "./table.ts";

const TIMES = 60;
const BODY = 10_000;

/** Prints p50 and p99 in milliseconds; for expressions also the longest time in which the event loop did not turn. */
export async function rules(): Promise<void> {
  const random = pseudoRandom();
  const words = Array.from({ length: MOST_WORDS }, () => wordOf(random, 4 + (random() % 8)));
  const body = bodyOf(random, words);
  table(
    `rules: a body of ${BODY} characters, ms (p50 / p99)`,
    "what",
    "plain loop",
    "ours",
    "of plain",
    "longest pause",
  );
  const find = makeWordFinder([sampleRule({ kind: "words", words })]);
  const looped = timesOf(() => words.filter((word) => body.indexOf(word) !== -1));
  const found = timesOf(() => find(fold(body)));
  row(`${MOST_WORDS} words, folded`, both(looped), both(found), ratio(at(found, 0.5), at(looped, 0.5)), "–");

  const sources = Array.from({ length: MOST_EXPRESSIONS }, (_, n) => expressionOf(words, n)).filter(
    (source) => source.length <= LONGEST_EXPRESSION,
  );
  const compiled = sources.map((source) => new RegExp(source, "giu"));
  const plain = timesOf(() => compiled.map((expression) => [...body.matchAll(expression)].length));
  const runner = makeExpressionRunner({ clock: () => performance.now() });
  const [ours, pause] = await watched(() => runner.run(sources, body));
  await runner.close();
  row(`${sources.length} expressions`, both(plain), both(ours), ratio(at(ours, 0.5), at(plain, 0.5)), pause.toFixed(1));
}

/** Alternatives, classes and repetitions, as moderators write them. */
function expressionOf(words: readonly string[], n: number): string {
  const [a = "a", b = "b"] = words.slice(n, n + 2);
  return (
    [`\\b${a}(?:s|ed|ing)?\\b`, `${a}\\s+${b}`, `(?:${a}|${b})[.!?]`, `\\b\\w+${a.slice(0, 3)}\\d{2,4}`][n % 4] ?? a
  );
}

function timesOf(work: () => unknown): number[] {
  return Array.from({ length: TIMES }, () => {
    const began = performance.now();
    work();
    return performance.now() - began;
  });
}

/** Times of answers that come later, and the longest that a timer had to wait meanwhile. */
async function watched(work: () => Promise<unknown>): Promise<readonly [number[], number]> {
  await work();
  const times: number[] = [];
  let [last, pause] = [performance.now(), 0];
  const ticking = setInterval(() => {
    const now = performance.now();
    pause = Math.max(pause, now - last);
    last = now;
  }, 1);
  for (let n = 0; n < TIMES; n += 1) {
    const began = performance.now();
    await work();
    times.push(performance.now() - began);
  }
  clearInterval(ticking);
  return [times, pause];
}

function both(times: readonly number[]): string {
  return `${at(times, 0.5).toFixed(1)} / ${at(times, 0.99).toFixed(1)}`;
}

/** The first tenth warms up. */
function at(times: readonly number[], part: number): number {
  const sorted = times.slice(times.length / 10).sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length * part)] ?? 0;
}

/** Words of which one in fifty is on the list. */
function bodyOf(random: () => number, words: readonly string[]): string {
  const parts: string[] = [];
  for (let length = 0; length < BODY; length += (parts.at(-1) ?? "").length + 1) {
    parts.push(random() % 50 === 0 ? (words[random() % words.length] ?? "") : wordOf(random, 3 + (random() % 9)));
  }
  return parts.join(" ").slice(0, BODY);
}

function wordOf(random: () => number, length: number): string {
  return Array.from({ length }, () => String.fromCharCode(97 + (random() % 26))).join("");
}

/** The same numbers in every run. */
function pseudoRandom(): () => number {
  let state = 1;
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return state >>> 8;
  };
}
