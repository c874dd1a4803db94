/** How values stand in the columns of the index that are no prose: one token of letters and digits each. */
import { fold } from "#app/domain/search/fold.ts";

/** Tokens beside a note's kind, whatever that is: it asks, it is the first of its thread. No kind is called so. */
export const ASKS = "xasks";
export const FIRST = "xfirst";

/**
 * The token of a tag, however it is written, with the sign that people put before it or without: names may hold blanks and
 * signs, which the tokenizer would cut at.
 */
export function tagToken(name: string): string {
  return `t${Buffer.from(fold(name.replace(/^[\s#]+/u, ""))).toString("hex")}`;
}

/** The token of a paragraph's number; "" for what stands in none. */
export function placeToken(number: number | null): string {
  return number === null ? "" : `p${number}`;
}
