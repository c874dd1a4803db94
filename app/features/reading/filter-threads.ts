/** Which threads the reader asked to see. */
import type { Colour } from "#app/domain/annotation/annotation.ts";
import { ENDORSEMENT } from "#app/domain/annotation/reaction.ts";
import { type KindChoice, shownKind } from "#app/features/thread/kinds.ts";
import { fold } from "#app/features/thread/suggestions.ts";
import type { Note } from "#app/live/note.ts";
import type { Thread } from "#app/live/thread-index.ts";

export type Filter = {
  readonly show: "everyone" | "mine" | "fresh" | "questions" | "pinned" | "featured";
  /** One person's seat, or null for all. */
  readonly seat: string | null;
  readonly colour: Colour | null;
  readonly kind: KindChoice | null;
  readonly tag: string | null;
  readonly state: "open" | "answered" | "endorsed" | null;
  readonly query: string;
};

export const noFilter: Filter = {
  show: "everyone",
  seat: null,
  colour: null,
  kind: null,
  tag: null,
  state: null,
  query: "",
};

/** What a filter needs to know of the reader and of people's names. */
export type FilterFacts = {
  readonly isOwn: (seat: string) => boolean;
  readonly nameOf: (seat: string) => string;
  /** Whether a thread is shown as new. */
  readonly isFresh: (thread: Thread) => boolean;
};

/** True while everything is shown. */
export function isUnfiltered({ query, ...filter }: Filter): boolean {
  const { query: _, ...nothing } = noFilter;
  return (
    query.trim() === "" &&
    Object.entries(nothing).every(([name, value]) => filter[name as keyof typeof filter] === value)
  );
}

/** The threads that fit, in their order; a thread fits when any of its notes does. */
export function filterThreads(threads: readonly Thread[], filter: Filter, facts: FilterFacts): readonly Thread[] {
  if (isUnfiltered(filter)) return threads;
  const words = fold(filter.query.trim());
  return threads.filter((thread) => {
    const notes = [thread.root, ...thread.replies];
    if (filter.seat !== null && !notes.some(({ seat }) => seat === filter.seat)) return false;
    if (filter.colour !== null && thread.root.colour !== filter.colour) return false;
    if (filter.kind !== null && kindOf(thread.root) !== filter.kind) return false;
    if (filter.tag !== null && !thread.root.tags.some((tag) => fold(tag) === fold(filter.tag ?? ""))) return false;
    if (filter.state !== null && !isInState(thread, filter.state)) return false;
    if (filter.show === "mine" && !notes.some(({ seat }) => facts.isOwn(seat))) return false;
    if (filter.show === "questions" && thread.root.motivation !== "questioning") return false;
    if (filter.show === "pinned" && !notes.some(({ curation }) => curation !== null && curation.pinned !== null))
      return false;
    if (filter.show === "featured" && !notes.some(({ curation }) => curation?.featured)) return false;
    if (filter.show === "fresh" && !facts.isFresh(thread)) return false;
    if (words === "") return true;
    return notes.some(({ body, seat, tags }) => fold([body, facts.nameOf(seat), ...tags].join(" ")).includes(words));
  });
}

/** The kind that a note counts as; a bare highlight is none. */
function kindOf(root: Note): KindChoice | null {
  return shownKind(root) ?? (root.motivation === "commenting" ? "note" : null);
}

function isInState({ root, replies, isOpenQuestion }: Thread, state: NonNullable<Filter["state"]>): boolean {
  if (state === "open") return isOpenQuestion;
  if (state === "answered") return root.said?.state === "answered";
  return [root, ...replies].some(({ reactions }) => (reactions[ENDORSEMENT]?.length ?? 0) > 0);
}

/** Every tag of these threads with how many have it, the most used first. */
export function tagCounts(threads: readonly Thread[]): readonly { readonly tag: string; readonly count: number }[] {
  const byKey = new Map<string, { tag: string; count: number }>();
  for (const tag of threads.flatMap(({ root }) => root.tags)) {
    const known = byKey.get(fold(tag));
    if (known === undefined) byKey.set(fold(tag), { tag, count: 1 });
    else known.count += 1;
  }
  return [...byKey.values()].sort((a, b) => b.count - a.count || a.tag.localeCompare(b.tag));
}

/** Whether any note of these threads is pinned, or selected. */
export function curatedAmong(threads: readonly Thread[]): { readonly pinned: boolean; readonly featured: boolean } {
  const made = threads.flatMap(({ root, replies }) => [root, ...replies].flatMap(({ curation }) => curation ?? []));
  return { pinned: made.some(({ pinned }) => pinned !== null), featured: made.some(({ featured }) => featured) };
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
