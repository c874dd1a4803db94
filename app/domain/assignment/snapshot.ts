/** Work as it stood when it was handed in: which notes in which wording, never their words. */
import type { Kind, Motivation } from "../annotation/annotation.ts";

/** A note as the rules count it. */
export type CountedNote = {
  readonly id: string;
  readonly document: string;
  /** Of its body: id of the revision. */
  readonly revision: string;
  readonly motivation: Motivation;
  readonly kind: Kind | null;
  /** Keys of its tags. */
  readonly tags: readonly string[];
  /** Words of its body (UAX #29). */
  readonly words: number;
  /** Of its first passage, UTF-16 code units in the text's revision; null for the whole text and for replies. */
  readonly start: number | null;
  readonly end: number | null;
  /** Numbers of the blocks that its passages touch. */
  readonly blocks: readonly number[];
  /** Member who wrote what it replies to; null for first notes. */
  readonly repliesTo: string | null;
  /** The note that it replies to. */
  readonly parent: string | null;
  /** The prompt for which it was written. */
  readonly prompt: string | null;
  /** Milliseconds since 1970. */
  readonly created: number;
};

export type Snapshot = {
  /** Version of the assignment. */
  readonly version: number;
  /** Oldest first. */
  readonly notes: readonly CountedNote[];
};
