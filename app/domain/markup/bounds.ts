/**
 * Which bodies are parsed at all. The parser pairs emphasis marks and nests containers in quadratic time (10,000 code
 * points of `_a*` cost a second, `1. 1. 1.` as much); within these bounds the worst body that was found costs 0.2 s, and
 * no note that a person wrote comes near them.
 */
import { MAX_BODY } from "../annotation/annotation.ts";

const MARKS = 1_000;
const BRACKETS = 2_000;
const LINES = 2_000;
const CONTAINERS = 16;

/** Anything that the parser could read as more than words and line breaks. */
const markup = /[*_~`$[\]<>\\@]|:\/\/|www\.|^[ \t]*(?:[-+]|\d{1,9}[.)])/im;
const containers = new RegExp(`^(?:[ \\t]{0,4}(?:>|[-+*][ \\t]|\\d{1,9}[.)][ \\t])){${CONTAINERS}}`, "m");

/** True for words and line breaks, which need no parser. */
export function isPlain(body: string): boolean {
  return !markup.test(body);
}

/** True for what is shown as it was typed because it would cost too much to read. */
export function isExcessive(body: string): boolean {
  if (body.length > 2 * MAX_BODY) return true;
  let marks = 0;
  let brackets = 0;
  let lines = 1;
  for (let i = 0; i < body.length; i += 1) {
    const sign = body[i];
    if (sign === "*" || sign === "_" || sign === "~") marks += 1;
    else if (sign === "[" || sign === "]") brackets += 1;
    else if (sign === "\n") lines += 1;
  }
  return marks > MARKS || brackets > BRACKETS || lines > LINES || containers.test(body);
}
