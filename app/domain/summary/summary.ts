/** What staff wrote of a thread as a whole: words that cite notes, and how fresh they are. */
import type { Inline, Markup } from "../markup/tree.ts";

/** Code points; a summary that is as long as its thread is none. */
export const MAX_SUMMARY = 4_000;

/** A note as it was when it was cited. */
export type Cited = { readonly note: string; readonly version: number };

/** What is known of a note of the thread now. */
export type NoteNow = {
  readonly id: string;
  readonly version: number;
  readonly created: number;
  /** No words of it are to be seen. */
  readonly isGone: boolean;
};

export type Freshness = {
  /** Replies that the summary knew, and that there are. */
  readonly known: number;
  readonly all: number;
  /** Cited notes that were changed since, and that are gone. */
  readonly changed: readonly string[];
  readonly gone: readonly string[];
};

/** How a summary stands to its thread; `notes` are those of the thread but for its first one, as the reader sees them. */
export function freshnessOf(
  { at, cited }: { readonly at: number; readonly cited: readonly Cited[] },
  root: NoteNow,
  replies: readonly NoteNow[],
): Freshness {
  const byId = new Map([root, ...replies].map((note) => [note.id, note]));
  const there = replies.filter(({ isGone }) => !isGone);
  return {
    known: there.filter(({ created }) => created <= at).length,
    all: there.length,
    changed: cited.flatMap(({ note, version }) => {
      const now = byId.get(note);
      return now !== undefined && !now.isGone && now.version > version ? [note] : [];
    }),
    gone: cited.flatMap(({ note }) => (byId.get(note)?.isGone === false ? [] : [note])),
  };
}

/** True where something has changed that the summary does not know. */
export function isStale({ known, all, changed, gone }: Freshness): boolean {
  return known < all || changed.length > 0 || gone.length > 0;
}

/** Ids of the notes that some words link to, each once, in their order. */
export function notesCited(markup: Markup): readonly string[] {
  const found: string[] = [];
  const ofPhrases = (content: readonly Inline[]): void => {
    for (const phrase of content) {
      if (phrase.kind === "noteLink") found.push(phrase.note);
      if ("content" in phrase) ofPhrases(phrase.content);
    }
  };
  const ofBlocks = (blocks: Markup): void => {
    for (const block of blocks) {
      if (block.kind === "paragraph") ofPhrases(block.content);
      if (block.kind === "quote") ofBlocks(block.blocks);
      if (block.kind === "list") for (const item of block.items) ofBlocks(item);
    }
  };
  ofBlocks(markup);
  return [...new Set(found)];
}
