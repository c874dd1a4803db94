/** Turns the demo's notes into commands in the order in which they were given. Pure. */
import type { TextPositionSelector, TextQuoteSelector } from "#app/domain/annotation/annotation.ts";
import type { AnnotationCommand } from "#app/domain/annotation/command.ts";
import { reactions as signs } from "#app/domain/annotation/reaction.ts";
import type { Block } from "#app/domain/document/document.ts";
import type { SeedNote, SeedReactions, SeedReply } from "#db/seed/shape.ts";

/** One command of the past. */
export type MarginEvent = {
  /** Key of the person. */
  readonly by: string;
  /** Milliseconds. */
  readonly at: number;
  readonly command: AnnotationCommand;
  /** Ordinal of the block that it is about; 1 for the whole text. */
  readonly block: number;
  /** Of the note that the command writes: what moderators have to do with it. */
  readonly moderated?: Pick<SeedReply, "reports" | "decided">;
};

export type PlantedRevision = { readonly id: string; readonly text: string; readonly blocks: readonly Block[] };

export type Margin = {
  readonly document: string;
  readonly revision: PlantedRevision;
  readonly notes: readonly SeedNote[];
  /** Milliseconds; the notes count back from here. */
  readonly now: number;
  readonly newId: () => string;
  /** How a person is named in a body. */
  readonly mention: (person: string) => string;
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
  const { document, now, newId, revision } = margin;
  const id = newId();
  const target = note.quote === null ? null : targetOf(margin, note.quote);
  const block = revision.blocks.findLast((each) => each.start <= (target?.selector[0].start ?? 0))?.n ?? 1;
  const root: AnnotationCommand = {
    verb: "publish",
    id,
    document,
    motivation: motivations[note.kind],
    colour: note.colour,
    body: written(margin, note.body),
    placement: note.private === true ? "me" : "everyone",
    target,
    more: (note.also ?? []).map((quote) => targetOf(margin, quote)),
    kind: note.as ?? null,
    tags: note.tags ?? [],
  };
  const at = now - note.minutesAgo * MINUTE;
  const replies = (note.replies ?? []).flatMap((reply) => replyEvents(margin, { note, root: id, reply, block }));
  const moderated = moderatedOf(note);
  return [
    { by: note.by, at, command: root, block, ...moderated },
    ...given(document, { id, at, block }, note.reactions),
    ...replies,
  ];
}

type Replying = {
  readonly note: SeedNote;
  readonly root: string;
  readonly reply: SeedReply;
  readonly block: number;
};

function replyEvents(margin: Margin, { note, root, reply, block }: Replying): readonly MarginEvent[] {
  const { document, now, newId } = margin;
  const [id, at] = [newId(), now - reply.minutesAgo * MINUTE];
  const privately = reply.privately === true;
  const command = { verb: "reply", id, document, parent: root, body: written(margin, reply.body), privately } as const;
  const answer = { verb: "answer", id: root, document, by: id } as const;
  return [
    { by: reply.by, at, command, block, ...moderatedOf(reply) },
    ...given(document, { id, at, block }, reply.reactions),
    ...(reply.answers === true ? [{ by: note.by, at: at + MINUTE, command: answer, block }] : []),
  ];
}

function moderatedOf({ reports, decided }: Pick<SeedReply, "reports" | "decided">): Pick<MarginEvent, "moderated"> {
  if (reports === undefined && decided === undefined) return {};
  return { moderated: { ...(reports && { reports }), ...(decided && { decided }) } };
}

type On = { readonly id: string; readonly at: number; readonly block: number };

/** One reaction after the other, ten seconds apart. */
function given(document: string, { id, at, block }: On, reactions: SeedReactions = {}): readonly MarginEvent[] {
  const each = signs.flatMap((reaction) => (reactions[reaction] ?? []).map((by) => ({ by, reaction })));
  return each.map(({ by, reaction }, i) => {
    const command = { verb: "react", id, document, reaction, on: true } as const;
    return { by, at: at + (i + 1) * 10_000, command, block };
  });
}

function written({ mention }: Margin, body: string): string {
  return body.replace(/@\{(\w+)\}/g, (_, person: string) => mention(person));
}

function targetOf(margin: Margin, quote: string) {
  const position = positionOf(margin.revision.text, quote);
  return { source: margin.revision.id, selector: [position, around(margin, position)] } as const;
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
