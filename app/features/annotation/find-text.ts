/** Where words stand in the text, whatever their case or accents. */
import type { Span } from "#app/domain/annotation/describe.ts";

/** More would only colour the page; the count says "500+" then. */
export const MOST_FOUND = 500;

/** A text prepared for many searches; folding 3 million characters takes 60 ms, so it is done once and lazily. */
export type Folded = { readonly folded: string; readonly offsets: Uint32Array | null };

/** Lower case without accents; `offsets` leads back, and is null where nothing moved. */
export function foldText(text: string): Folded {
  if (!/[\u0080-\uffff]/.test(text)) return { folded: text.toLowerCase(), offsets: null };
  const parts: string[] = [];
  const offsets: number[] = [];
  let at = 0;
  for (const letter of text) {
    const plain = foldLetter(letter);
    parts.push(plain);
    for (let i = 0; i < plain.length; i += 1) offsets.push(at);
    at += letter.length;
  }
  offsets.push(at);
  return { folded: parts.join(""), offsets: Uint32Array.from(offsets) };
}

/** Spans of a text in which the query stands. White space in the query stands for any white space. */
export function findText({ folded, offsets }: Folded, query: string): Span[] {
  const words = [...query.trim()].map(foldLetter).join("");
  if (words === "") return [];
  const pattern = new RegExp(words.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace(/\s+/g, "\\s+"), "gu");
  const found: Span[] = [];
  for (const { index, 0: hit } of folded.matchAll(pattern)) {
    const end = index + hit.length;
    found.push(offsets === null ? { start: index, end } : { start: offsets[index] ?? 0, end: offsets[end] ?? 0 });
    if (found.length === MOST_FOUND) break;
  }
  return found;
}

function foldLetter(letter: string): string {
  if (letter < "\u0080") return letter.toLowerCase();
  if (letter === "’" || letter === "‘") return "'";
  if (letter === "“" || letter === "”") return '"';
  return letter.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}
