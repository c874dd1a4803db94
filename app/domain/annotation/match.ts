/** From targets to their places in a text that is not the one they were described in: the inverse of `describe`. */
import { likeness } from "#app/domain/diff/likeness.ts";
import type { TargetState, TextPositionSelector, TextQuoteSelector } from "./annotation.ts";
import { CONTEXT, type Span, tidySpan } from "./describe.ts";
import { folded, unfolded } from "./folded.ts";
import { cutOut, LONGEST, liesAt } from "./quote-align.ts";
import { indexQuotes, placesOf, type QuoteIndex } from "./quote-index.ts";

export type Selectors = readonly [TextPositionSelector, TextQuoteSelector];

/** Why a target is in its state: what a person may want to know. */
export type MatchReason =
  | "same-place"
  | "same-words"
  | "like-words"
  | "several-places"
  | "unlike-around"
  | "nothing-like-it";

export type Candidate = { readonly span: Span /** From 0 to 1. */; readonly score: number };

export type Match = {
  /** Null for `uncertain` and `lost`. */
  readonly span: Span | null;
  readonly state: TargetState;
  readonly reason: MatchReason;
  readonly score: number;
  /** At most three, the likeliest first. */
  readonly candidates: readonly Candidate[];
};

/** Below it a place is none; it keeps nearly all passages away that were deleted and have no twin. */
const FLOOR = 0.7;
/** The runner-up has to be so much worse. */
const MARGIN = 0.06;
/** A side of the surroundings that is less like the old one than this says that it may be another passage. */
const UNLIKE = 0.45;
/** Of a quotation of this length a lower score will do, where the runner-up is so far away. */
const LONG = 60;
const LOW = 0.55;
const ALONE = 0.15;
/** Likeness of both sides from which they alone tell the place. */
const SIDE = 0.85;
/** Code units up to which a quotation says little by itself. */
const SHORT = 32;
/** Weights of quotation, text before, text after and position, as Hypothesis has them. */
const weights = { quote: 50, prefix: 20, suffix: 20, position: 2 } as const;
/** Code units of quotation and surroundings that are too few for grams. */
const TINY = 12;
/** Targets whose places are looked for with one reading of the text. */
const BATCH = 512;

/** One target; for many, `matchAll` reads the text once for all of them. */
export function match(text: string, selectors: Selectors): Match {
  const [found] = [...matchAll(indexQuotes(text), [selectors])];
  return found ?? nothing;
}

/**
 * Each target's match in turn, so that whoever must not block can rest in between; the longest step is one reading of the
 * text for 512 targets.
 */
export function* matchAll(index: QuoteIndex, targets: readonly Selectors[]): Generator<Match> {
  const astray = [...targets.keys()].filter((i) => atItsPlace(index.original, targets[i]) === null);
  let sought = new Map<number, Sought>();
  let begun = 0;
  for (const [i, selectors] of targets.entries()) {
    const at = atItsPlace(index.original, selectors);
    if (at !== null) {
      yield at;
      continue;
    }
    // Only what is not at its place costs a reading.
    if (!sought.has(i)) {
      sought = seek(index, targets, astray.slice(begun, begun + BATCH));
      begun += BATCH;
    }
    const { pattern, places } = sought.get(i) ?? { pattern: patternOf(selectors[1]), places: [] };
    yield pattern.words.length < TINY
      ? asItIs(index.original, selectors[1])
      : decided(index, selectors, { pattern, places });
  }
}

type Sought = { readonly pattern: Pattern; readonly places: readonly number[] };

/** Where the targets of these numbers may be, by one reading of the text. */
function seek(index: QuoteIndex, targets: readonly Selectors[], numbers: readonly number[]): Map<number, Sought> {
  const patterns = numbers.flatMap((i) => {
    const selectors = targets[i];
    return selectors === undefined ? [] : [{ i, pattern: patternOf(selectors[1]) }];
  });
  const places = placesOf(
    index,
    patterns.map(({ pattern }) => pattern.words),
  );
  return new Map(patterns.map(({ i, pattern }, at) => [i, { pattern, places: places[at] ?? [] }]));
}

const nothing: Match = { span: null, state: "lost", reason: "nothing-like-it", score: 0, candidates: [] };

/** The words at the position; a short quotation also needs one of its sides. */
function atItsPlace(text: string, selectors: Selectors | undefined): Match | null {
  if (selectors === undefined) return null;
  const [{ start, end }, { exact, prefix, suffix }] = selectors;
  if (exact === "" || end - start !== exact.length || !text.startsWith(exact, start)) return null;
  const isAround = text.slice(Math.max(0, start - prefix.length), start) === prefix || text.startsWith(suffix, end);
  if (exact.length < SHORT && !isAround) return null;
  return { span: { start, end }, state: "exact", reason: "same-place", score: 1, candidates: [] };
}

/** Of the places of the very words, the one whose surroundings agree most; null for none. */
function amongTwins(
  text: string,
  { exact }: TextQuoteSelector,
  agreement: (at: number) => number,
  from = 0,
): { readonly span: Span; readonly isTie: boolean } | null {
  let [best, most, isTie] = [-1, -1, false];
  for (let at = text.indexOf(exact); exact !== "" && at !== -1; at = text.indexOf(exact, at + 1)) {
    const here = agreement(at);
    isTie = here === most || (isTie && here < most);
    if (here > most) [best, most] = [at, here];
  }
  return best === -1 ? null : { span: { start: from + best, end: from + best + exact.length }, isTie };
}

/** For a quotation and surroundings of a few letters, in which no gram is. */
function asItIs(text: string, quote: TextQuoteSelector): Match {
  const found = amongTwins(text, quote, (at) => agreementAt(text, at, quote));
  if (found === null) return nothing;
  const { span, isTie } = found;
  const candidates = [{ span, score: 1 }];
  if (isTie) return { span: null, state: "uncertain", reason: "several-places", score: 1, candidates };
  return { span, state: "moved", reason: "same-words", score: 1, candidates };
}

/** UTF-16 code units of context that agree, counted outward from the quotation. */
function agreementAt(text: string, start: number, { exact, prefix, suffix }: TextQuoteSelector): number {
  let before = 0;
  while (before < prefix.length && text[start - 1 - before] === prefix[prefix.length - 1 - before]) before += 1;
  const end = start + exact.length;
  let after = 0;
  while (after < suffix.length && text[end + after] === suffix[after]) after += 1;
  return before + after;
}

type Pattern = {
  readonly words: string;
  /** The quotation within it. */
  readonly from: number;
  readonly to: number;
};

/** Prefix, quotation and suffix as one; of a long quotation its beginning stands for the whole. */
function patternOf({ exact, prefix, suffix }: TextQuoteSelector): Pattern {
  const [before, quote, after] = [
    folded(prefix.slice(-CONTEXT)).text,
    folded(exact).text,
    folded(suffix.slice(0, CONTEXT)).text,
  ];
  const from = before.length;
  if (quote.length > LONGEST) return { words: before + quote.slice(0, LONGEST), from, to: from + LONGEST };
  return { words: before + quote + after, from, to: from + quote.length };
}

type Found = Candidate & {
  readonly words: string;
  readonly before: number | null;
  readonly after: number | null;
  readonly isTwin: boolean;
};

function decided(
  index: QuoteIndex,
  selectors: Selectors,
  { pattern, places }: { readonly pattern: Pattern; readonly places: readonly number[] },
): Match {
  const [position, { exact }] = selectors;
  const found: Found[] = [];
  for (const place of withExactOnes(index, selectors, { pattern, places })) {
    const one = foundAt(index, selectors, { pattern, place });
    if (one !== null && !found.some(({ span }) => span.start < one.span.end && one.span.start < span.end))
      found.push(one);
  }
  found.sort((a, b) => b.score - a.score);
  const [best, next] = found;
  const candidates = found.slice(0, 3).map(({ span, score }) => ({ span, score }));
  const isSame = best?.words === exact;
  const isEnough =
    best !== undefined &&
    (best.score >= FLOOR || isBetween(best) || (isSame && isTelling(exact)) || isAlone(best, next, exact));
  if (!isEnough) {
    return { span: null, state: "lost", reason: "nothing-like-it", score: best?.score ?? 0, candidates };
  }
  const uncertain = (reason: MatchReason): Match => ({
    span: null,
    state: "uncertain",
    reason,
    score: best.score,
    candidates,
  });
  if (best.isTwin || (next !== undefined && best.score - next.score < MARGIN)) return uncertain("several-places");
  const isUnlike = [best.before, best.after].some((side) => side !== null && side < UNLIKE);
  if (isUnlike && exact.length < LONG && !(isSame && isTelling(exact))) return uncertain("unlike-around");
  const { span, score } = best;
  if (!isSame) return { span, state: "changed", reason: "like-words", score, candidates };
  const isThere = span.start === position.start;
  return { span, state: isThere ? "exact" : "moved", reason: "same-words", score, candidates };
}

/** Both sides are what they were: whatever stands between them is in the place of the quotation. */
function isBetween({ before, after }: Found): boolean {
  return before !== null && after !== null && before >= SIDE && after >= SIDE;
}

/** Much was rewritten in a long passage, and nothing else comes near it. */
function isAlone(best: Found, next: Found | undefined, exact: string): boolean {
  return exact.length >= LONG && best.score >= LOW && best.score - (next?.score ?? 0) >= ALONE;
}

/** Enough words to be known again anywhere; a sign of a script without spaces says as much as three letters. */
function isTelling(exact: string): boolean {
  const dense = exact.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu)?.length ?? 0;
  return exact.length + 2 * dense >= SHORT;
}

/** What grams cannot find (words shorter than one, without surroundings) is looked for as it is, if it is rare. */
function withExactOnes(
  { folded: { text } }: QuoteIndex,
  [, { exact }]: Selectors,
  { pattern, places }: { readonly pattern: Pattern; readonly places: readonly number[] },
): readonly number[] {
  if (places.length > 0 && exact.length >= SHORT) return places;
  const quote = pattern.words.slice(pattern.from, pattern.to);
  const exactly: number[] = [];
  for (let at = text.indexOf(quote); at !== -1 && exactly.length < 12; at = text.indexOf(quote, at + 1)) {
    exactly.push(at - pattern.from);
  }
  // A word that stands everywhere is told by its surroundings alone.
  return exactly.length < 12 ? [...places, ...exactly] : places;
}

function foundAt(
  { original, folded: fold }: QuoteIndex,
  [position, quote]: Selectors,
  { pattern, place }: { readonly pattern: Pattern; readonly place: number },
): Found | null {
  const { exact, prefix, suffix } = quote;
  const lying = liesAt(fold.text, pattern.words, place);
  if (lying === null) return null;
  const words = fold.text.slice(lying.start, lying.end);
  const [from, to] = cutOut(words, pattern.words, [pattern.from, pattern.to]);
  const rough = unfolded(fold, lying.start + from, lying.start + to);
  // Of a long quotation only the beginning was laid along the text.
  const whole = exact.length > LONGEST ? { start: rough.start, end: rough.start + exact.length } : rough;
  const very = veryWords(original, [position, quote], whole);
  const span = very?.span ?? tidySpan(original, whole);
  if (span === null) return null;
  // Beside the words as they stand now, or a little apart, where something was put in between.
  const side = (old: string, now: string, laid: readonly [string, string]) =>
    old === "" ? null : Math.max(likeness(folded(old).text, folded(now).text), likeness(...laid));
  const before = side(prefix, original.slice(Math.max(0, span.start - prefix.length), span.start), [
    pattern.words.slice(0, pattern.from),
    words.slice(0, from),
  ]);
  const after = side(suffix, original.slice(span.end, span.end + suffix.length), [
    pattern.words.slice(pattern.to),
    words.slice(to),
  ]);
  const now = original.slice(span.start, span.end);
  const near = 1 - Math.min(1, Math.abs(span.start - position.start) / Math.max(1, original.length));
  const score = weighted([
    [weights.quote, likeness(folded(exact).text, folded(now).text)],
    [weights.prefix, before],
    [weights.suffix, after],
    [weights.position, near],
  ]);
  return { span, score, words: now, before, after, isTwin: very?.isTie ?? false };
}

/** The quotation as it is, around that place: what nobody sees was taken off before comparing. */
function veryWords(text: string, [, quote]: Selectors, { start }: Span) {
  const begin = Math.max(0, start - CONTEXT);
  const within = text.slice(begin, start + quote.exact.length + CONTEXT);
  return amongTwins(within, quote, (at) => agreementAt(text, begin + at, quote), begin);
}

/** The mean of what is known. */
function weighted(parts: readonly (readonly [weight: number, value: number | null])[]): number {
  let [sum, of] = [0, 0];
  for (const [weight, value] of parts) {
    if (value === null) continue;
    sum += weight * value;
    of += weight;
  }
  return of === 0 ? 0 : sum / of;
}
