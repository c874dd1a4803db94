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

type Unit = {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly kind: number;
  readonly isJoint: boolean;
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
  return laidOut(joined(withLetters(unitsOf(original))));
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

function unitsOf(original: string): Unit[] {
  const units: Unit[] = [];
  for (let start = 0; start < original.length; ) {
    const point = original.codePointAt(start) ?? 0;
    const end = start + (point > 0xffff ? 2 : 1);
    const { text, kind } = folded(point);
    if (text !== "") units.push({ text, start, end, kind, isJoint: false });
    start = end;
  }
  return units;
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
function withLetters(units: Unit[]): Unit[] {
  const belongs = (unit: Unit | undefined) =>
    unit !== undefined && (unit.kind === LETTER || unit.kind === DIGIT || unit.kind === SIGN);
  for (let from = 0; from < units.length; from += 1) {
    if (!belongs(units[from]) || units[from]?.kind === SIGN) continue;
    let to = from;
    let hasLetter = false;
    for (; belongs(units[to]); to += 1) hasLetter ||= units[to]?.kind === LETTER;
    // "Well!" ends with a sign of its own; "a$$" does not.
    while (units[to - 1]?.text === "!" || units[to - 1]?.text === "|" || units[to - 1]?.text === "@") to -= 1;
    if (hasLetter) units.splice(from, to - from, ...units.slice(from, to).map(readAsLetter));
    from = to;
  }
  return units;
}

/** A sign may still be what it looks like, as in "stop!thief": a word may begin or end on both sides of it. */
function readAsLetter(unit: Unit, at: number, run: readonly Unit[]): Unit {
  const isJoint = at > 0 && (unit.kind === SIGN || run[at - 1]?.kind === SIGN);
  const behind = unit.kind === LETTER ? null : letterBehind(unit.text);
  return behind === null ? { ...unit, isJoint } : { ...unit, text: behind, kind: LETTER, isJoint };
}

function joined(units: readonly Unit[]): Unit[] {
  const kept: Unit[] = [];
  const isWord = (at: number) => units[at]?.kind === LETTER || units[at]?.kind === DIGIT;
  /** Whether what ends at the last kept unit is one letter alone. */
  let isAlone = false;
  for (let at = 0; at < units.length; ) {
    if (isWord(at)) {
      kept.push(...units.slice(at, at + 1));
      isAlone = !isWord(at - 1);
      at += 1;
      continue;
    }
    let next = at;
    while (next < units.length && !isWord(next)) next += 1;
    const gap = units.slice(at, next);
    if (kept.length > 0 && dropsOut(gap, isAlone && !isWord(next + 1))) {
      kept.push(...units.slice(next, next + 1).map((unit) => ({ ...unit, isJoint: true })));
      isAlone = !isWord(next + 1) && isAlone;
      at = next + 1;
      continue;
    }
    kept.push(...withoutDoubleSpace(gap));
    at = next;
  }
  return kept;
}

function dropsOut(gap: readonly Unit[], isBetweenLoneLetters: boolean): boolean {
  if (gap.length > WIDEST_JOINT) return false;
  return gap.every(({ kind }) => kind === SEPARATOR || (isBetweenLoneLetters && kind !== OTHER));
}

function withoutDoubleSpace(gap: readonly Unit[]): readonly Unit[] {
  return gap.filter(({ kind }, at) => kind !== SPACE || gap[at - 1]?.kind !== SPACE);
}

function laidOut(units: readonly Unit[]): Folded {
  const text = units.map((unit) => unit.text).join("");
  const [starts, ends] = [new Uint32Array(text.length), new Uint32Array(text.length)];
  const [isWord, isJoint] = [new Uint8Array(text.length), new Uint8Array(text.length)];
  let at = 0;
  for (const unit of units) {
    const [first, isLetter] = [at, unit.kind === LETTER || unit.kind === DIGIT ? 1 : 0];
    for (const to = at + unit.text.length; at < to; at += 1) {
      starts[at] = unit.start;
      ends[at] = unit.end;
      isWord[at] = isLetter;
    }
    if (unit.isJoint) isJoint[first] = 1;
  }
  return { text, starts, ends, isWord, isJoint };
}
