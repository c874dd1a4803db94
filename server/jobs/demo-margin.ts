/** Turns the demo's notes into commands in the order in which they were given. Pure. */
import type { TextPositionSelector, TextQuoteSelector } from "#app/domain/annotation/annotation.ts";
import type { AnnotationCommand } from "#app/domain/annotation/command.ts";
import type { Block } from "#app/domain/document/document.ts";
import type { SeedNote } from "#db/seed/shape.ts";

/** One command of the past. */
export type MarginEvent = {
  /** Key of the person. */
  readonly by: string;
  /** Milliseconds. */
  readonly at: number;
  readonly command: AnnotationCommand;
  /** Ordinal of the block that it is about; 1 for the whole text. */
  readonly block: number;
};

export type PlantedRevision = { readonly id: string; readonly text: string; readonly blocks: readonly Block[] };

export type Margin = {
  readonly document: string;
  readonly revision: PlantedRevision;
  readonly notes: readonly SeedNote[];
  /** Milliseconds; the notes count back from here. */
  readonly now: number;
  readonly newId: () => string;
};

const MINUTE = 60_000;
/** UTF-16 code units on either side of a quotation. */
const CONTEXT = 32;
const motivations = { highlight: "highlighting", note: "commenting", question: "questioning" } as const;

/** All notes and replies, oldest first. Throws an Error for a quotation that is not in the text exactly once. */
export function marginEvents(margin: Margin): readonly MarginEvent[] {
  return margin.notes.flatMap((note) => threadEvents(margin, note)).sort((a, b) => a.at - b.at);
}

function threadEvents(margin: Margin, note: SeedNote): readonly MarginEvent[] {
  const { document, now, newId } = margin;
  const id = newId();
  const position = note.quote === null ? null : positionOf(margin.revision.text, note.quote);
  const block = margin.revision.blocks.findLast((each) => each.start <= (position?.start ?? 0))?.n ?? 1;
  const root: AnnotationCommand = {
    verb: "publish",
    id,
    document,
    motivation: motivations[note.kind],
    colour: note.colour,
    body: note.body,
    placement: note.private === true ? "me" : "everyone",
    target: position === null ? null : { source: margin.revision.id, selector: [position, around(margin, position)] },
  };
  const replies = (note.replies ?? []).map((reply): MarginEvent => {
    const command = { verb: "reply", id: newId(), document, parent: id, body: reply.body } as const;
    return { by: reply.by, at: now - reply.minutesAgo * MINUTE, command, block };
  });
  return [{ by: note.by, at: now - note.minutesAgo * MINUTE, command: root, block }, ...replies];
}

function positionOf(text: string, quote: string): TextPositionSelector {
  const start = text.indexOf(quote);
  if (start < 0 || text.indexOf(quote, start + 1) >= 0) throw new Error(`Not in the text exactly once: ${quote}`);
  return { type: "TextPositionSelector", start, end: start + quote.length };
}

function around({ revision: { text } }: Margin, { start, end }: TextPositionSelector): TextQuoteSelector {
  return {
    type: "TextQuoteSelector",
    exact: text.slice(start, end),
    prefix: text.slice(Math.max(0, start - CONTEXT), start),
    suffix: text.slice(end, end + CONTEXT),
  };
}
