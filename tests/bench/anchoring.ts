/** Anchoring without a history: how often it is right beside the plain way, and what it costs in texts up to a long novel. */
import { describe, tidySpan } from "#app/domain/annotation/describe.ts";
import { matchAll, type Selectors } from "#app/domain/annotation/match.ts";
import { indexQuotes } from "#app/domain/annotation/quote-index.ts";
import {
  caseOf,
  type DeedName,
  deeds,
  lengths,
  scriptNames,
  type Tally,
  tally,
} from "#tests/support/anchoring-corpus.ts";
import { makerOf, pick, written } from "#tests/support/edited-texts.ts";
import { plainly } from "#tests/support/plain-anchoring.ts";
import { ratio, row, table } from "./table.ts";

const PER_CELL = 40;
/** Targets of the plain way that are timed; the rest would take hours. */
const SAMPLE = 40;
/** Milliseconds that a slice may take. */
const SLICE = 8;

export async function anchoring(): Promise<void> {
  table(
    `Anchoring without a history, ${PER_CELL} passages a cell and script: right / wrong / uncertain / lost (plain: right / wrong)`,
    "what happened",
    ...Object.keys(lengths),
  );
  for (const deed of Object.keys(deeds) as DeedName[]) {
    row(
      deed,
      ...Object.values(lengths).map((length) => {
        const cases = scriptNames.flatMap((script) =>
          Array.from({ length: PER_CELL }, (_, i) => caseOf(i + 1, script, deed, length)),
        );
        const { ours, plain } = tally(cases);
        return `${said(ours)} (${plain.right} / ${plain.wrong})`;
      }),
    );
  }
  table(
    "70 % of targets as they were, 12.5 % moved, 12.5 % with a word replaced, 5 % gone: milliseconds (~: plain, from a sample)",
    ...[
      "words",
      "targets",
      "index",
      "all",
      `longest of ${SLICE} ms slices`,
      "right / wrong / asked / lost",
      "plain",
      "ratio",
    ],
  );
  for (const words of [5_000, 50_000, 500_000]) for (const n of [100, 1_000, 10_000]) timed(words, n);
}

function said({ right, wrong, asked, lost }: Tally): string {
  return [right, wrong, asked, lost].join(" / ");
}

function timed(words: number, n: number): void {
  const maker = makerOf(7);
  const { text, places } = written(maker.text(Math.round(words / 12)));
  const spans = [...places.values()];
  const wanted = Array.from({ length: n }, () => {
    const place = pick(maker.random, spans);
    const span = tidySpan(text, { start: place.start, end: Math.min(place.end, place.start + 60) }) ?? place;
    return stale(text, span, maker.random());
  });
  const targets = wanted.map(({ selectors }) => selectors);
  const began = performance.now();
  const index = indexQuotes(text);
  const indexed = performance.now();
  let longest = 0;
  let sliceBegan = performance.now();
  const found = [];
  for (const match of matchAll(index, targets)) {
    found.push(match);
    const now = performance.now();
    longest = Math.max(longest, now - sliceBegan);
    if (now - sliceBegan > SLICE || found.length % 64 === 0) sliceBegan = performance.now();
  }
  const ended = performance.now();
  const tallied: Tally = { right: 0, wrong: 0, asked: 0, lost: 0 };
  for (const [i, { truth }] of wanted.entries()) {
    const match = found[i];
    if (match?.state === "uncertain") tallied.asked += 1;
    else if (match?.span == null) tallied[truth === null ? "right" : "lost"] += 1;
    else tallied[truth !== null && Math.abs(match.span.start - truth) <= 12 ? "right" : "wrong"] += 1;
  }
  const sample = targets.slice(0, SAMPLE);
  const plainBegan = performance.now();
  for (const selectors of sample) plainly(text, selectors);
  const plain = ((performance.now() - plainBegan) / sample.length) * n;
  const all = ended - began;
  row(
    words,
    n,
    ...[indexed - began, all, longest].map(Math.round),
    said(tallied),
    `~${Math.round(plain)}`,
    ratio(all, plain),
  );
}

/** Selectors as they were made on a text that differed: the truth is where their words are now, null for none. */
function stale(text: string, span: { readonly start: number; readonly end: number }, dice: number) {
  const [position, quote] = describe(text, span);
  const away = { ...position, start: position.start + 1_000, end: position.end + 1_000 };
  if (dice < 0.7) return { selectors: [position, quote] as Selectors, truth: span.start };
  if (dice < 0.825) return { selectors: [away, quote] as Selectors, truth: span.start };
  if (dice < 0.95) {
    const words = quote.exact.split(" ");
    const exact = words.with(Math.floor(words.length / 2), "lighthouse").join(" ");
    return {
      selectors: [
        { ...away, end: away.start + exact.length },
        { ...quote, exact },
      ] as Selectors,
      truth: span.start,
    };
  }
  const exact = "somebody else entirely wrote these ten words about nothing here";
  const around = { prefix: "quite another sentence went before ", suffix: " and one more came after it then" };
  return { selectors: [away, { ...quote, exact, ...around }] as Selectors, truth: null };
}
