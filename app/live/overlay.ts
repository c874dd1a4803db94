/** What the outbox adds to the notes of the rooms, so that one's own doing is seen at once. */
import type { AnnotationCommand } from "#app/domain/annotation/command.ts";
import type { Delivery, Note } from "./note.ts";
import type { OutboxEntry } from "./outbox-entry.ts";

/** True once the rooms show what the server answered; `note` is the merged record, or null. */
export function isShown(entry: OutboxEntry, note: Note | null): boolean {
  if (entry.state.kind !== "answered") return false;
  if (entry.command.verb === "delete" && note === null) return true;
  return note !== null && note.version >= entry.state.version;
}

/** The note as it will be once these entries, all about it and in order, have gone through. */
export function overlaid(note: Note | null, entries: readonly OutboxEntry[], ownSeat: string): Note | null {
  let seen = note;
  for (const entry of entries) {
    if (isShown(entry, note)) continue;
    // An undo brings back what the deletion before it took from view.
    seen = applied(entry.command.verb === "undelete" ? note : seen, entry, ownSeat);
  }
  return seen;
}

function applied(note: Note | null, entry: OutboxEntry, ownSeat: string): Note | null {
  const { command, state } = entry;
  const delivery: Delivery = state.kind === "refused" ? "refused" : state.kind === "answered" ? "sent" : "waiting";
  const refusal = state.kind === "refused" ? { entry: entry.id, sentence: state.sentence } : null;
  switch (command.verb) {
    case "publish":
    case "reply":
      return note ?? { ...draftedNote(command, entry.givenAt, ownSeat), delivery, refusal };
    case "edit": {
      if (note === null) return null;
      // Refused words stay in the refused list and in the card; the note itself shows what others see.
      if (state.kind === "refused") return { ...note, delivery, refusal };
      return { ...note, body: command.body, colour: command.colour ?? note.colour, edited: entry.givenAt, delivery };
    }
    case "delete":
      return note === null || state.kind === "refused" ? note && { ...note, delivery, refusal } : null;
    case "undelete":
    case "hide":
    case "restore":
    case "react":
    case "answer":
    case "reopen":
      return note && { ...note, delivery, refusal };
  }
}

function draftedNote(
  command: Extract<AnnotationCommand, { verb: "publish" | "reply" }>,
  givenAt: number,
  seat: string,
): Omit<Note, "delivery" | "refusal"> {
  const shared = { id: command.id, status: "published", seat, body: command.body, created: givenAt } as const;
  if (command.verb === "reply") {
    return {
      ...shared,
      root: command.parent,
      parent: command.parent,
      motivation: "replying",
      colour: null,
      target: null,
      more: [],
      kind: null,
      tags: [],
      edited: null,
      version: 0,
      placement: "everyone",
    };
  }
  return {
    ...shared,
    root: command.id,
    parent: null,
    motivation: command.motivation,
    colour: command.colour,
    target: command.target && { ...command.target, state: "exact" },
    more: (command.more ?? []).map((target) => ({ ...target, state: "exact" })),
    kind: command.kind ?? null,
    tags: command.tags ?? [],
    edited: null,
    version: 0,
    placement: command.placement,
  };
}
