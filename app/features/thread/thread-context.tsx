import { createContext, useContext } from "react";
import type { RosterSeat } from "#app/context/reading.ts";
import type { FollowLevel } from "#app/domain/news/news.ts";
import type { Note } from "#app/live/note.ts";
import type { Thread } from "#app/live/thread-index.ts";

/** What a thread knows of the page around it and what it can ask of it. */
export type ThreadSurroundings = {
  readonly person: string;
  readonly document: string;
  /** Who sits there, or null while the roster has not been told yet. */
  readonly who: (seat: string) => RosterSeat | null;
  readonly isOwn: (seat: string) => boolean;
  readonly canPublish: boolean;
  readonly canHide: boolean;
  /** Citable number of the paragraph at which a thread stands. */
  readonly numberOf: (thread: Thread) => number | null;
  /** True for a note of somebody else that the reader has not seen. */
  readonly isNew: (note: Note) => boolean;
  /** Whether the reader follows the thread or has muted it. */
  readonly levelOf: (thread: Thread) => FollowLevel | null;
  readonly setLevel: (root: string, level: FollowLevel | null) => void;
  readonly reply: (root: string, body: string) => void;
  /** Begins to edit the note as it is now, and gives what saves it. */
  readonly edit: (note: Note) => (body: string) => void;
  readonly remove: (note: Note) => void;
  readonly hide: (note: Note) => void;
  readonly restore: (note: Note) => void;
  readonly copyLink: (note: Note) => void;
  /** What became of a refused command: to be sent again, or thrown away. */
  readonly retry: (entryId: string) => void;
  readonly discard: (entryId: string) => void;
  /** The words of a refused command, for editing them again. */
  readonly refusedWords: (entryId: string) => string | null;
  readonly copyWords: (words: string) => void;
  readonly onTyping: (root: string | null) => void;
};

const ThreadContext = createContext<ThreadSurroundings | null>(null);

/** Gives the surroundings to all threads inside. */
export const ThreadProvider = ThreadContext.Provider;

/** The surroundings; throws outside of a provider, which is a mistake of ours. */
export function useThreadSurroundings(): ThreadSurroundings {
  const surroundings = useContext(ThreadContext);
  if (surroundings === null) throw new Error("a thread stands outside of its provider");
  return surroundings;
}
