import { createContext, type ReactNode, useContext } from "react";
import type { PageCohort } from "#app/context/assignments.ts";
import type { NoteVersion, RosterSeat } from "#app/context/reading.ts";
import type { Colour, Kind, Target } from "#app/domain/annotation/annotation.ts";
import type { Reaction } from "#app/domain/annotation/reaction.ts";
import type { Role } from "#app/domain/group/group.ts";
import type { Waiting } from "#app/domain/moderation/rules/hold-policy.ts";
import type { FollowLevel } from "#app/domain/news/news.ts";
import type { Note } from "#app/live/note.ts";
import type { Thread } from "#app/live/thread-index.ts";
import type { Curating } from "./curating.ts";
import type { Vocabulary } from "./kinds.ts";
import type { Suggestions } from "./suggestions.ts";

/** What an edit may change; the first note of a thread has colour, kind and tags, a reply only words. */
export type NoteChange = {
  readonly body: string;
  readonly colour?: Colour;
  readonly kind?: Kind | null;
  readonly tags?: readonly string[];
};

/** What stands around a note that threads know nothing of: reports, decisions, and what an author is told of them. */
export type NoteTools = {
  /** Further entries of its menu. */
  readonly menu: (note: Note) => ReactNode;
  /** Of an own note that readers do not see: why, and what can be done. */
  readonly standing: (note: Note) => ReactNode;
};

/** What is being written, for those who see it grow; `words` is empty unless the writer shows them. */
export type Writing = { readonly place: string; readonly words: string };

/** A passage that is being given a place: which one of the note's, from 0. */
export type Placing = { readonly note: string; readonly passage: number };

/** What a thread knows of the page around it and what it can ask of it. */
export type ThreadSurroundings = {
  readonly person: string;
  readonly document: string;
  /** The revision in which passages are. */
  readonly revision: string;
  readonly group: string;
  /** The site's own address, without a slash at its end. */
  readonly origin: string;
  readonly tools: NoteTools;
  readonly vocabulary: Vocabulary;
  readonly colourNames: Readonly<Record<string, string>>;
  readonly suggestions: Suggestions;
  readonly curation: Curating;
  /** Assignments in which the reader writes here, the one due next first. */
  readonly cohorts: readonly PageCohort[];
  /** Who sits there, or null while the roster has not been told yet. */
  readonly who: (seat: string) => RosterSeat | null;
  readonly isOwn: (seat: string) => boolean;
  /** True for whom the reader ignores: what they write is folded away. */
  readonly isIgnored: (seat: string) => boolean;
  /** From now on the reader ignores whoever sits there. */
  readonly ignore: (seat: string) => void;
  readonly canPublish: boolean;
  /** Whether the reader may give a note of which words are gone a place again, and how that begins. */
  readonly mayPlace: (note: Note) => boolean;
  readonly place: (placing: Placing) => void;
  readonly canHide: boolean;
  /** A teacher's word that a note is good. */
  readonly canEndorse: boolean;
  /** Whether the reader may say that a question of others is answered, and answer others in private. */
  readonly canAnswer: boolean;
  readonly canReplyPrivately: boolean;
  readonly role: Role;
  /** Whether what the reader posts there waits for a person; null is a new thread. */
  readonly waitingIn: (thread: string | null) => Waiting;
  /** Citable number of the paragraph at which a thread stands. */
  readonly numberOf: (thread: Thread) => number | null;
  /** Whose note that is and how it begins; a plain word where it is not known here. */
  readonly titleOf: (note: string) => string;
  /** True for a note of somebody else that the reader has not seen. */
  readonly isNew: (note: Note) => boolean;
  /** Whether the reader follows the thread or has muted it. */
  readonly levelOf: (thread: Thread) => FollowLevel | null;
  readonly setLevel: (root: string, level: FollowLevel | null) => void;
  readonly reply: (parent: Note, body: string, privately: boolean) => void;
  /** Begins to edit the note as it is now, and gives what saves it. */
  readonly edit: (note: Note) => (change: NoteChange) => void;
  readonly react: (note: Note, reaction: Reaction, on: boolean) => void;
  readonly answer: (root: Note, by: string | null) => void;
  readonly reopen: (root: Note) => void;
  readonly remove: (note: Note) => void;
  readonly hide: (note: Note) => void;
  readonly restore: (note: Note) => void;
  readonly copyLink: (note: Note) => void;
  readonly history: (note: string) => Promise<readonly NoteVersion[]>;
  /** Shows only notes with that tag. */
  readonly showTag: (tag: string) => void;
  /** Brings a passage into view. */
  readonly goToPassage: (target: Target) => void;
  /** What became of a refused command: to be sent again, or thrown away. */
  readonly retry: (entryId: string) => void;
  readonly discard: (entryId: string) => void;
  /** The words of a refused command, for editing them again. */
  readonly refusedWords: (entryId: string) => string | null;
  readonly copyWords: (words: string) => void;
  readonly onWriting: (writing: Writing | null) => void;
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
