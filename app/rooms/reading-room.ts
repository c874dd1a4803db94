/**
 * The maps of a reading, staff or desk room: flat, values plain JSON. A nested Y.Map per annotation costs five times the
 * memory and load time (72 against 13 MB for 10,000). The only file that names a key of a reading room.
 */
import type { AnnotationStatus, Colour, Motivation, Target } from "#app/domain/annotation/annotation.ts";

/** annotation id -> AnnotationRecord, or null once it is gone. */
export const ANNOTATIONS = "annotations";

export const roomMaps = [ANNOTATIONS] as const;
export type RoomMap = (typeof roomMaps)[number];

/** The one Yjs client id under which the server writes; a room's Yjs clock under it is its seq. */
export const FEED_CLIENT = 1;

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
  readonly body: string;
  readonly created: number;
  /** Time of the latest edit of the body, or null. */
  readonly edited: number | null;
  /** Counts every change; a client keeps its pending command until the version it was answered is here. */
  readonly version: number;
};
