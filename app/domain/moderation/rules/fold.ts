/**
 * Text as rules compare it: without case, marks, invisible characters and look-alikes, each unit with its place in the
 * original. Letters that are kept apart ("i.d.i.o.t", "i d i o t", "id**iot") are joined, and the joint is remembered, so
 * that a word may still begin or end there.
 */
import { letterBehind, plainLetter } from "./look-alikes.ts";

/** All arrays have an entry for each UTF-16 code unit of `text`. */
export type Folded = {
  readonly text: string;
  /** Where the unit comes from in the original, UTF-16 code units, end exclusive. */
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  /** 1 for a letter or digit. */
  readonly isWord: Uint8Array;
  /** 1 where something was dropped before it. */
  readonly isJoint: Uint8Array;
};

const LETTER = 1;
const DIGIT = 2;
const SPACE = 3;
/** Stands between letters without ending a word. */
const SEPARATOR = 4;
/** Signs that are a letter between letters, and a separator or an end elsewhere. */
const SIGN = 5;
const OTHER = 6;
/** Left out of the folded text. */
const DROPPED = 7;

/** One entry for each character of the original that is seen; arrays side by side, since 10,000 objects cost 20 ms. */
type Units = {
  readonly count: number;
  readonly texts: string[];
  readonly kinds: Uint8Array;
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  readonly joints: Uint8Array;
};
type Known = { readonly text: string; readonly kind: number };

/** Between two letters, at most so many separators are one joint. */
const WIDEST_JOINT = 8;

const separators = "._-*~`'’_·•/\\+=";
const signLetters = "@$!|";
/** In many scripts vowels are marks. */
const letter = /^[\p{L}\p{M}]$/u;
const digit = /^\p{N}$/u;
const space = /^\s$/u;
/** Format characters, marks that any script may carry, Hebrew points, and letters that are drawn blank. */
const unseen =
  /[\p{Cf}\p{Script=Inherited}\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u115f\u1160\u2800\u3164\uffa0]/gu;

/** Code points in their folded form, kept because Unicode's tables are slow to ask. */
const known = new Map<number, Known>();

/** Folds words, for lists of words and for repetition. */
export function fold(original: string): Folded {
  const units = unitsOf(original);
  readSigns(units);
  join(units);
  return laidOut(units);
}

/** Folds letters only and drops nothing that is seen, for expressions. */
export function foldLetters(original: string): Folded {
  return laidOut(unitsOf(original));
}

/** The passage of the original that folded units `from` to `to` (exclusive) come from. */
export function placeOf({ starts, ends }: Folded, from: number, to: number) {
  return { start: starts[from] ?? 0, end: ends[to - 1] ?? 0 };
}

/** True where a word may begin at `at`, or end before it. */
export function isEdge({ isWord, isJoint, text }: Folded, at: number): boolean {
  return at <= 0 || at >= text.length || isWord[at - 1] === 0 || isWord[at] === 0 || isJoint[at] === 1;
}

function unitsOf(original: string): Units {
  const most = original.length;
  const texts: string[] = [];
  const [kinds, joints] = [new Uint8Array(most), new Uint8Array(most)];
  const [starts, ends] = [new Uint32Array(most), new Uint32Array(most)];
  let count = 0;
  for (let start = 0; start < most; ) {
    const point = original.codePointAt(start) ?? 0;
    const end = start + (point > 0xffff ? 2 : 1);
    const { text, kind } = folded(point);
    if (text !== "") {
      texts.push(text);
      kinds[count] = kind;
      starts[count] = start;
      ends[count] = end;
      count += 1;
    }
    start = end;
  }
  return { count, texts, kinds, starts, ends, joints };
}

/** The map grows with the characters that were ever seen, so Unicode bounds it. */
function folded(point: number): Known {
  const found = known.get(point);
  if (found !== undefined) return found;
  const lower = String.fromCodePoint(point).normalize("NFKC").toLowerCase().normalize("NFKD").replace(unseen, "");
  const text = Array.from(lower, plainLetter).join("");
  const made = { text: space.test(text) ? " " : text, kind: kindOf(text) };
  known.set(point, made);
  return made;
}

function kindOf(text: string): number {
  const first = String.fromCodePoint(text.codePointAt(0) ?? 0);
  if (letter.test(first)) return LETTER;
  if (digit.test(first)) return DIGIT;
  if (space.test(first)) return SPACE;
  if (signLetters.includes(first)) return SIGN;
  return separators.includes(first) ? SEPARATOR : OTHER;
}

/** Digits and signs become letters in a run of letters, digits and signs that begins with a letter or digit and has a letter. */
function readSigns({ count, texts, kinds, joints }: Units): void {
  const belongs = (at: number) => at < count && (kinds[at] === LETTER || kinds[at] === DIGIT || kinds[at] === SIGN);
  for (let from = 0; from < count; from += 1) {
    if (!belongs(from) || kinds[from] === SIGN) continue;
    let to = from;
    let [hasLetter, hasSign] = [false, false];
    for (; belongs(to); to += 1) {
      hasLetter ||= kinds[to] === LETTER;
      hasSign ||= kinds[to] !== LETTER;
    }
    const next = to;
    // "Well!" ends with a sign of its own; "a$$" does not.
    while (texts[to - 1] === "!" || texts[to - 1] === "|" || texts[to - 1] === "@") to -= 1;
    if (hasLetter && hasSign) for (let at = from; at < to; at += 1) readSign(at, { texts, kinds, joints });
    from = next;
  }
}

/** A sign may still be what it looks like, as in "stop!thief": a word may begin or end on both sides of it. */
function readSign(at: number, { texts, kinds, joints }: Pick<Units, "texts" | "kinds" | "joints">): void {
  const behind = kinds[at] === LETTER ? null : letterBehind(texts[at] ?? "");
  if (behind === null) return;
  if (kinds[at] === SIGN) joints.fill(1, at, at + 2);
  texts[at] = behind;
  kinds[at] = LETTER;
}

/** Drops what only keeps letters apart. */
function join({ count, kinds, joints }: Units): void {
  const isWord = (at: number) => kinds[at] === LETTER || kinds[at] === DIGIT;
  /** Whether what ends before a gap is one letter alone, or a row of such. */
  let isAlone = false;
  let at = 0;
  while (at < count && !isWord(at)) at += 1;
  while (at < count) {
    const begun = at;
    while (at < count && isWord(at)) at += 1;
    isAlone = at - begun === 1 && (joints[begun] === 0 || isAlone);
    const gap = at;
    while (at < count && !isWord(at)) at += 1;
    if (at >= count || at - gap > WIDEST_JOINT) continue;
    const isBetweenLoneLetters = isAlone && !(at + 1 < count && isWord(at + 1));
    const drops = kinds
      .subarray(gap, at)
      .every((kind) => kind === SEPARATOR || (isBetweenLoneLetters && kind !== OTHER));
    if (!drops) continue;
    kinds.fill(DROPPED, gap, at);
    joints[at] = 1;
  }
}

function laidOut({ count, texts, kinds, ...units }: Units): Folded {
  const isLeftOut = (at: number) => kinds[at] === DROPPED || (kinds[at] === SPACE && kinds[at - 1] === SPACE);
  let length = 0;
  for (let at = 0; at < count; at += 1) {
    if (isLeftOut(at)) texts[at] = "";
    length += texts[at]?.length ?? 0;
  }
  const [starts, ends] = [new Uint32Array(length), new Uint32Array(length)];
  const [isWord, isJoint] = [new Uint8Array(length), new Uint8Array(length)];
  let to = 0;
  for (let at = 0; at < count; at += 1) {
    const from = to;
    to += texts[at]?.length ?? 0;
    if (from === to) continue;
    starts.fill(units.starts[at] ?? 0, from, to);
    ends.fill(units.ends[at] ?? 0, from, to);
    if (kinds[at] === LETTER || kinds[at] === DIGIT) isWord.fill(1, from, to);
    isJoint[from] = units.joints[at] ?? 0;
  }
  return { text: texts.join(""), starts, ends, isWord, isJoint };
}
