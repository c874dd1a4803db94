import { parseMarkup } from "#app/domain/markup/parse.ts";
import { plainText } from "#app/domain/markup/plain-text.ts";

/** UTF-16 code units of an excerpt; a line or two. */
const EXCERPT = 180;

/** The first words of a body without its marks; no more is read than may be shown, since bodies can be long. */
export function excerptOf(body: string): string {
  return shorten(plainText(parseMarkup(body.slice(0, 3 * EXCERPT), { origin: "" })));
}

/** One line of at most 180 code units. */
export function shorten(words: string): string {
  const line = words.replace(/\s+/gu, " ").trim();
  return line.length <= EXCERPT ? line : `${line.slice(0, EXCERPT - 20).trimEnd()}…`;
}
