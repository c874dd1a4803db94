/**
 * The maps of a reading, staff or desk room: flat, values plain JSON. A nested Y.Map per annotation costs five times the
 * memory and load time (72 against 13 MB for 10,000). The only file that names a key of a reading room.
 */
import type { AnnotationStatus, Colour, Kind, Motivation, Target } from "#app/domain/annotation/annotation.ts";
import type { Cited } from "#app/domain/summary/summary.ts";

/** annotation id -> AnnotationRecord, or null once it is gone. */
export const ANNOTATIONS = "annotations";
/** root id -> ThreadRecord, or null once nothing is to be said of the thread. */
export const THREADS = "threads";
/** annotation id -> Reactions, or null once there are none. */
export const REACTIONS = "reactions";

/** annotation id -> Curation, or null once staff made nothing of it any more. */
export const CURATION = "curation";

/** root id -> SummaryRecord, or null once the thread has none any more. */
export const SUMMARIES = "summaries";

/** In the group's room: `REVISION` -> RevisionRecord, once the text has changed since it was added. */
export const TEXT = "text";
export const REVISION = "revision";

export const roomMaps = [ANNOTATIONS, THREADS, REACTIONS, CURATION, SUMMARIES, TEXT] as const;
export type RoomMap = (typeof roomMaps)[number];

/** The one Yjs client id under which the server writes; a room's Yjs clock under it is its seq. */
export const FEED_CLIENT = 1;

/** `waiting`: for a person who decides; `declined`: it will not be shown, and its author may write something else. */
export const pendingStates = ["waiting", "declined"] as const;
export type PendingState = (typeof pendingStates)[number];

/** What readers of a room get of one note. A tombstone has an empty body and a status that says why. */
export type AnnotationRecord = {
  readonly id: string;
  /** Own id for the first note of a thread. */
  readonly root: string;
  readonly parent: string | null;
  readonly motivation: Motivation;
  readonly status: AnnotationStatus;
  /** The author's seat in the audience where the note was placed. */
  readonly seat: string;
  /** Null for replies. */
  readonly colour: Colour | null;
  /** Null for replies and for notes on the whole text. */
  readonly target: Target | null;
  /** Further passages, in the order in which they were added. */
  readonly more: readonly Target[];
  /** Null: what the motivation says. */
  readonly kind: Kind | null;
  /** Names of its tags, in the order of the author. */
  readonly tags: readonly string[];
  readonly body: string;
  readonly created: number;
  /** Time of the latest edit of the body, or null. */
  readonly edited: number | null;
  /** Counts every change; a client keeps its pending command until the version it was answered is here. */
  readonly version: number;
  /** On the author's desk alone, where these are words that readers do not see yet. */
  readonly waiting?: PendingState;
  /** On the own desk: its readers see it, at the latest once they are shown to each other. */
  readonly shared?: true;
};

/** What staff wrote of a thread as a whole. */
export type SummaryRecord = {
  /** Which version it is; counts from 1. */
  readonly n: number;
  /** In the markup of notes; links to notes are citations. */
  readonly body: string;
  readonly seat: string;
  /** Milliseconds. */
  readonly at: number;
  readonly cited: readonly Cited[];
};

/** The revision of the text that is read now, and since when (milliseconds). */
export type RevisionRecord = { readonly id: string; readonly n: number; readonly at: number };

/** What a room says of a thread as a whole. */
export type ThreadRecord = {
  /** Of a question; null for every other thread. */
  readonly state: "open" | "answered" | null;
  /** Seat of who said so last, or null. */
  readonly by: string | null;
  /** The reply that answers it, or null. */
  readonly answer: string | null;
  /** Milliseconds of that change. */
  readonly at: number;
};
