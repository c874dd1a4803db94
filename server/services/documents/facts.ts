/** What the library says of a text, from its words. */
import { directionOf } from "#app/domain/document/direction.ts";
import type { Block, RevisionContent } from "#app/domain/document/document.ts";
import { countWords } from "#app/domain/document/words.ts";
import { oneLine } from "./meta.ts";

/** Code units of a text's first words in the library; the shelf cuts it to two lines. */
const OPENING = 280;

/** Words and blocks of a revision, however it was made. */
export type Words = Pick<RevisionContent, "text" | "blocks">;

/** `title` is "" for a text without one. */
export function factsOf({ text, blocks }: Words) {
  const ofKind = (kind: Block["kind"]) =>
    blocks
      .filter((block) => block.kind === kind)
      .map(({ start, end }) => text.slice(start, end))
      .join(" ");
  return {
    title: oneLine(ofKind("title")),
    standfirst: oneLine(ofKind("standfirst")),
    opening: openingOf({ text, blocks }),
    words: countWords(text),
    dir: directionOf(text),
  };
}

/** First words of the first block that is read as text, cut between words. */
function openingOf({ text, blocks }: Words): string {
  const first = blocks.find(({ number }) => number !== null);
  if (first === undefined) return "";
  return cut(oneLine(text.slice(first.start, Math.min(first.end, first.start + 2 * OPENING))), OPENING);
}

/** At most `length` code units and an ellipsis, not in the middle of a word where that can be helped. */
export function cut(text: string, length: number): string {
  if (text.length <= length) return text;
  const space = text.lastIndexOf(" ", length);
  return `${text.slice(0, space > length / 2 ? space : length).replace(/[\ud800-\udbff]$/, "")}…`;
}
