/** What the outbox adds to the notes of the rooms, so that one's own doing is seen at once. */
import type { AnnotationCommand } from "#app/domain/annotation/command.ts";
import { draftedNote } from "./drafted-note.ts";
import type { Delivery, Note } from "./note.ts";
import type { OutboxEntry } from "./outbox-entry.ts";
import { hasReacted, reacted } from "./own-reactions.ts";

/** What the overlay has to know of the reader and of other notes. */
export type Overlaid = {
  /** The first one is the seat in the group's audience. */
  readonly ownSeats: readonly string[];
  /** A note as the reader sees it. */
  readonly see: (id: string) => Note | null;
};

type Signal = Extract<AnnotationCommand, { verb: "react" | "answer" | "reopen" }>;

/**
 * The answered entries that need no longer be laid over, of all entries about one note and in their order; `note` is the
 * merged record, or null. Notes carry a version, which tells. A reaction and what is said of a thread have none: there an
 * entry is done once the rooms say what it said, or once a later entry speaks of the same thing, since the rooms may never
 * show a state that was replaced within one batch.
 */
export function shownOf(
  entries: readonly OutboxEntry[],
  note: Note | null,
  { ownSeats }: Pick<Overlaid, "ownSeats">,
): ReadonlySet<OutboxEntry> {
  const replaced = new Set<string>();
  const shown = new Set<OutboxEntry>();
  for (const entry of entries.toReversed()) {
    const { command, state } = entry;
    const matter = matterOf(command);
    const isDone =
      matter === null ? isStored(entry, note) : replaced.has(matter) || says(command as Signal, note, ownSeats);
    if (state.kind === "answered" && isDone) shown.add(entry);
    if (matter !== null && state.kind !== "refused") replaced.add(matter);
  }
  return shown;
}

/** What an entry without a version speaks of; null for those that change the note itself. */
function matterOf(command: AnnotationCommand): string | null {
  if (command.verb === "react") return command.reaction;
  return command.verb === "answer" || command.verb === "reopen" ? "thread" : null;
}

function isStored({ command, state }: OutboxEntry, note: Note | null): boolean {
  if (state.kind !== "answered") return false;
  if (command.verb === "delete" && note === null) return true;
  return note !== null && note.version >= state.version;
}

function says(command: Signal, note: Note | null, ownSeats: readonly string[]): boolean {
  if (note === null) return false;
  if (command.verb === "react") return hasReacted(note.reactions, command.reaction, ownSeats) === command.on;
  if (command.verb === "reopen") return note.said?.state !== "answered";
  return note.said?.state === "answered" && note.said.answer === command.by;
}

/** The note as it will be once these entries, all about it and in order, have gone through. */
export function overlaid(note: Note | null, entries: readonly OutboxEntry[], around: Overlaid): Note | null {
  const shown = shownOf(entries, note, around);
  let seen = note;
  for (const entry of entries) {
    if (shown.has(entry)) continue;
    // An undo brings back what the deletion before it took from view.
    seen = applied(entry.command.verb === "undelete" ? note : seen, entry, around);
  }
  return seen;
}

function applied(note: Note | null, entry: OutboxEntry, around: Overlaid): Note | null {
  const { command, state } = entry;
  const delivery: Delivery = state.kind === "refused" ? "refused" : state.kind === "answered" ? "sent" : "waiting";
  const refusal = state.kind === "refused" ? { entry: entry.id, code: state.code, sentence: state.sentence } : null;
  if (command.verb === "publish" || command.verb === "reply") {
    return note ?? { ...draftedNote(command, entry.givenAt, around), delivery, refusal };
  }
  if (note === null) return null;
  // Refused words stay in the refused list and in the card; the note itself shows what others see.
  if (state.kind === "refused") return { ...note, delivery, refusal };
  switch (command.verb) {
    case "edit": {
      const { body, colour = note.colour, kind = note.kind, tags = note.tags } = command;
      return { ...note, body, colour, kind, tags, edited: body === note.body ? note.edited : entry.givenAt, delivery };
    }
    case "delete":
      return null;
    case "undelete":
    case "hide":
    case "restore":
      return { ...note, delivery, refusal };
    case "anchor": {
      const [target = note.target, ...more] = [note.target, ...note.more].flatMap((one, at) =>
        at === command.passage ? { ...command.target, state: "exact" as const } : (one ?? []),
      );
      return { ...note, target, more, delivery };
    }
    case "react":
      return { ...note, reactions: reacted(note.reactions, command, around.ownSeats) };
    case "answer":
    case "reopen":
      return { ...note, said: saidBy(command, entry.givenAt, around.ownSeats[0] ?? null) };
  }
}

function saidBy(command: Extract<Signal, { verb: "answer" | "reopen" }>, at: number, by: string | null): Note["said"] {
  if (command.verb === "reopen") return { state: "open", by, answer: null, at };
  return { state: "answered", by, answer: command.by, at };
}
