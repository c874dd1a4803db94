/**
 * What is kept of a note's words to know them again: a hash of all of them, and a sketch of its word triples whose equal
 * part estimates how much of two notes is the same (min-wise hashing, Broder 1997). Neither gives the words back.
 */
import type { Folded } from "./fold.ts";

export type Print = {
  /** 53 bits. */
  readonly hash: number;
  /** The smallest hash of all triples under each of SKETCH functions, 32 bits each; empty for notes that are too short. */
  readonly sketch: readonly number[];
  readonly words: number;
};

/** Numbers of a sketch: 32 tell 0.8 from 0.5 with an error of about 0.07. */
export const SKETCH = 32;
const TRIPLE = 3;
/** Fewer words are said by many people in the same way. */
export const LEAST_WORDS = 6;

/** The print of folded words. */
export function printOf(folded: Folded): Print {
  const words = folded.text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return { hash: hash53(words.join(" ")), sketch: sketchOf(words), words: words.length };
}

/** The part of their triples that two notes share, 0 to 1; 1 for the same words, also of notes that are too short else. */
export function likeness(one: Print, other: Print): number {
  if (one.hash === other.hash && one.words === other.words) return 1;
  if (one.sketch.length === 0 || other.sketch.length !== one.sketch.length) return 0;
  let same = 0;
  for (const [at, least] of one.sketch.entries()) if (other.sketch[at] === least) same += 1;
  return same / one.sketch.length;
}

function sketchOf(words: readonly string[]): readonly number[] {
  if (words.length < LEAST_WORDS) return [];
  const hashes = words.map((word) => hash32(word, 0));
  const sketch = new Array<number>(SKETCH).fill(0xffffffff);
  for (let at = 0; at + TRIPLE <= hashes.length; at += 1) {
    const [a = 0, b = 0, c = 0] = hashes.slice(at, at + TRIPLE);
    const triple = mixed(a ^ Math.imul(b, 0x85ebca6b) ^ Math.imul(c, 0xc2b2ae35));
    for (let n = 0; n < SKETCH; n += 1) {
      const value = mixed(triple ^ Math.imul(n + 1, 0x9e3779b1));
      if (value < (sketch[n] ?? 0)) sketch[n] = value;
    }
  }
  return sketch;
}

/** FNV-1a over UTF-16 units, then mixed, since FNV's low bits are poor. */
function hash32(text: string, seed: number): number {
  let hash = 0x811c9dc5 ^ seed;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return mixed(hash);
}

function hash53(text: string): number {
  return (hash32(text, 0) & 0x1fffff) * 0x1_0000_0000 + hash32(text, 0x5bd1e995);
}

/** The finaliser of MurmurHash3. */
function mixed(value: number): number {
  let hash = value;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
