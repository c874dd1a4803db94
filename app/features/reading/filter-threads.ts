/** Which threads the reader asked to see. */
import type { Colour } from "#app/domain/annotation/annotation.ts";
import type { Note } from "#app/live/note.ts";
import type { Thread } from "#app/live/thread-index.ts";

export type Filter = {
  readonly show: "everyone" | "mine" | "fresh" | "questions";
  /** One person's seat, or null for all. */
  readonly seat: string | null;
  readonly colour: Colour | null;
  readonly query: string;
};

export const noFilter: Filter = { show: "everyone", seat: null, colour: null, query: "" };

/** What a filter needs to know of the reader and of people's names. */
export type FilterFacts = {
  readonly isOwn: (seat: string) => boolean;
  readonly nameOf: (seat: string) => string;
  /** Whether a thread is shown as new. */
  readonly isFresh: (thread: Thread) => boolean;
};

/** True while everything is shown. */
export function isUnfiltered({ show, seat, colour, query }: Filter): boolean {
  return show === "everyone" && seat === null && colour === null && query.trim() === "";
}

/** The threads that fit, in their order; a thread fits when any of its notes does. */
export function filterThreads(threads: readonly Thread[], filter: Filter, facts: FilterFacts): readonly Thread[] {
  if (isUnfiltered(filter)) return threads;
  const words = fold(filter.query.trim());
  return threads.filter((thread) => {
    const notes = [thread.root, ...thread.replies];
    if (filter.seat !== null && !notes.some(({ seat }) => seat === filter.seat)) return false;
    if (filter.colour !== null && thread.root.colour !== filter.colour) return false;
    if (filter.show === "mine" && !notes.some(({ seat }) => facts.isOwn(seat))) return false;
    if (filter.show === "questions" && thread.root.motivation !== "questioning") return false;
    if (filter.show === "fresh" && !facts.isFresh(thread)) return false;
    return words === "" || notes.some(({ body, seat }) => fold(`${body} ${facts.nameOf(seat)}`).includes(words));
  });
}

/** True when the thread holds a note that is new to the reader. */
export function isFresh({ root, replies }: Thread, isNew: (note: Note) => boolean): boolean {
  return isNew(root) || replies.some(isNew);
}

/** Everybody who wrote in these threads. */
export function seatsOf(threads: readonly Thread[]): ReadonlySet<string> {
  const seats = new Set<string>();
  for (const { root, replies } of threads) {
    seats.add(root.seat);
    for (const { seat } of replies) seats.add(seat);
  }
  return seats;
}

const fold = (words: string): string => words.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
