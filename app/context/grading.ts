/** One student's work as it is marked. */

import type { AskedLine, AskedMark } from "#app/domain/assignment/asked.ts";
import type { Marking, Scheme } from "#app/domain/assignment/grade.ts";
import type { Suggestion } from "#app/domain/assignment/rubric.ts";
import type { Times } from "#app/domain/assignment/times.ts";
import type { WorkState } from "#app/domain/assignment/work-state.ts";
import type { FeedbackMessage } from "./feedback.ts";

/** A note of the work, in the wording in which it was handed in. */
export type DeskNote = {
  readonly id: string;
  readonly text: { readonly id: string; readonly title: string };
  /** ¶ of its first passage; null for the whole text and for replies. */
  readonly number: number | null;
  /** The words that it is about, with a little around them; null for none. */
  readonly quote: { readonly before: string; readonly exact: string; readonly after: string } | null;
  /** A word for it. */
  readonly kind: string;
  readonly tags: readonly string[];
  /** HTML, sanitised. */
  readonly html: string;
  readonly words: number;
  /** Milliseconds. */
  readonly created: number;
  readonly isEndorsed: boolean;
  /** What it replies to. */
  readonly parent: { readonly by: string; readonly excerpt: string } | null;
  /** What others said to it, first ones first. */
  readonly replies: readonly { readonly by: string; readonly excerpt: string }[];
  /** Places in `rules` for which it counted. */
  readonly counts: readonly number[];
};

export type GivenMark = {
  readonly marking: Marking;
  readonly marker: string;
  readonly points: number | null;
  readonly levels: Readonly<Record<string, string>>;
  readonly comment: string;
  readonly reason: string;
  readonly isExcused: boolean;
  readonly at: number;
  readonly version: number;
};

export type Neighbour = { readonly id: string; readonly name: string };

export type Desk = {
  readonly assignment: {
    readonly id: string;
    readonly title: string;
    readonly group: { readonly id: string; readonly name: string };
    readonly scheme: Scheme;
    readonly isBlind: boolean;
    readonly hasSecondMarker: boolean;
  };
  /** Pseudonyms where marking is blind. */
  readonly student: Neighbour & { readonly section: string | null; readonly isVeiled: boolean };
  readonly state: WorkState;
  /** With the extension that holds. */
  readonly times: Times;
  /** What is marked: the newest; null where nothing was handed in, and the notes are those of now. */
  readonly submission: {
    readonly n: number;
    readonly at: number;
    readonly by: "member" | "deadline";
    /** Milliseconds late, beyond the grace, by the times that hold now. */
    readonly late: number;
  } | null;
  /** Notes in it that are not there any more, and notes that came after it. */
  readonly gone: number;
  readonly later: number;
  /** Oldest first. */
  readonly notes: readonly DeskNote[];
  readonly rules: readonly (AskedLine & AskedMark)[];
  /** By the rules, and by the levels of the viewer's own mark. */
  readonly suggestion: Suggestion;
  /** Share that lateness takes off, 0 to 1. */
  readonly share: number;
  /** What the viewer would write: `version` 0 for nothing yet. */
  readonly own: { readonly marking: Marking; readonly version: number; readonly mark: GivenMark | null };
  /** Of everybody else, as far as the viewer may see them already; the final one always. */
  readonly marks: readonly GivenMark[];
  /** True when both markers marked, so that the last word can be said; always true with one marker. */
  readonly isSettled: boolean;
  readonly isReleased: boolean;
  /** What was said about the grade, oldest first; none before it is released. */
  readonly messages: readonly FeedbackMessage[];
  /** Something was handed in, or counts otherwise, since the mark was given. */
  readonly isOutdated: boolean;
  readonly bank: readonly { readonly id: string; readonly words: string }[];
  readonly around: {
    readonly place: number;
    readonly of: number;
    readonly previous: Neighbour | null;
    readonly next: Neighbour | null;
    /** The next one that the viewer has not marked, also from the beginning. */
    readonly nextOpen: Neighbour | null;
  };
};

export type GradeGiven = {
  /** Id of a row of the board. */
  readonly member: string;
  readonly points: number | null;
  readonly comment: string;
  readonly isExcused: boolean;
  /** The version of that mark that the marker saw; another one is a conflict. */
  readonly version: number;
  /** The viewer's own mark, which is what is left out, or the last word on both. */
  readonly marking?: "own" | "final";
  /** Level by criterion. */
  readonly levels?: Readonly<Record<string, string>>;
  /** Why it differs from what is suggested. */
  readonly reason?: string;
  /** Comments of the bank that the comment uses; those that it does not hold yet are added. */
  readonly phrases?: readonly string[];
};

/** Code points of a comment, of a reason, and of a comment in the bank. */
export const MAX_COMMENT = 10_000;
export const MAX_REASON = 500;
export const MAX_PHRASE = 1_000;
/** Of one group. */
export const MAX_PHRASES = 100;
