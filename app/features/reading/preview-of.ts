import { MAX_PREVIEW } from "#app/rooms/presence.ts";

/** As many of the last characters as others are shown; one line of a card has room for some 50. */
const SHOWN = 160;

/** The end of what is being written as one line that fits a presence claim, or null when there is nothing to show. */
export function previewOf(words: string): string | null {
  const line = words
    .replace(/[\p{Cc}\p{Cs}\u2028\u2029]+/gu, " ")
    .replace(/[\u202a-\u202e\u2066-\u2069]/gu, "")
    .trim();
  let end = [...line].slice(-SHOWN);
  while (end.length > 0 && bytesOf(end.join("")) > MAX_PREVIEW) end = end.slice(Math.ceil(end.length / 4));
  return end.length === 0 ? null : end.join("");
}

const bytesOf = (text: string): number => new TextEncoder().encode(JSON.stringify(text)).length;
