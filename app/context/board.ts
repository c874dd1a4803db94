/** An assignment as its teachers watch it, and the grade book of their group. */
import type { AskedLine, AskedMark } from "#app/domain/assignment/asked.ts";
import type { AssignmentState } from "#app/domain/assignment/assignment.ts";
import type { PerDay } from "#app/domain/assignment/days.ts";
import type { Scheme } from "#app/domain/assignment/grade.ts";
import type { Statistics } from "#app/domain/assignment/statistics.ts";
import type { Times } from "#app/domain/assignment/times.ts";
import type { WorkState } from "#app/domain/assignment/work-state.ts";
import type { Gate } from "#app/domain/audience/audience.ts";
import type { Profile } from "#app/domain/member/member.ts";
import type { TakenFile } from "./exports.ts";
import type { FeedbackSaid } from "./feedback.ts";
import type { Desk, GradeGiven } from "./grading.ts";
import type { Viewer } from "./viewer.ts";

/**
 * A student on the board. Where marking is blind, `id` and `name` are pseudonyms of the assignment until the grade is
 * released, and there is neither picture nor section.
 */
export type BoardRow = Profile & {
  readonly state: WorkState;
  readonly section: string | null;
  /** One for each `asked`. */
  readonly marks: readonly AskedMark[];
  readonly progress: { readonly met: number; readonly of: number };
  readonly notes: number;
  readonly replies: number;
  readonly words: number;
  /** Milliseconds that they read in its texts; null where the group does not measure it. */
  readonly readingTime: number | null;
  /** Of their last note, milliseconds; null for none. */
  readonly lastAt: number | null;
  /** Until when they have seen the texts, or wrote; 0 for who opened one, null for who did not. */
  readonly seenAt: number | null;
  /** Milliseconds late, beyond the grace; 0 in time or not handed in. */
  readonly late: number;
  /** What is suggested for what was handed in, less what lateness takes off; null for nothing. */
  readonly suggested: number | null;
  /** When they were reminded last; null for never. */
  readonly remindedAt: number | null;
  /** What a teacher gave; `version` 0 for nothing yet. */
  readonly grade: {
    readonly points: number | null;
    readonly isExcused: boolean;
    readonly isReleased: boolean;
    /** Whether the student asked about it and nobody has answered. */
    readonly isAsked: boolean;
    /** Whether something was handed in, or counts otherwise, since it was given. */
    readonly isOutdated: boolean;
    readonly version: number;
    /** Of two markers, how many have marked. */
    readonly markers: number;
  };
};

/** A thread that waits for somebody. */
export type ThreadLine = {
  readonly id: string;
  readonly by: string;
  readonly excerpt: string;
  /** Milliseconds. */
  readonly at: number;
};

/** What students make of the texts. */
export type Overview = {
  /** Notes and replies by paragraph, those that have some, in order. */
  readonly perParagraph: readonly { readonly text: string; readonly number: number; readonly notes: number }[];
  /** First notes by kind (a word for it), most first. */
  readonly kinds: readonly { readonly name: string; readonly notes: number }[];
  /** On the clock of the assignment. */
  readonly days: readonly PerDay[];
  /** Words of the note in the middle, of those that have some. */
  readonly medianWords: number;
  readonly openQuestions: { readonly count: number; readonly oldest: readonly ThreadLine[] };
  readonly silentThreads: { readonly count: number; readonly oldest: readonly ThreadLine[] };
  /** Who answers whom: those who answer or are answered most, and how often. */
  readonly answers: {
    readonly people: readonly { readonly id: string; readonly name: string }[];
    readonly pairs: readonly { readonly from: string; readonly to: string; readonly times: number }[];
  };
};

export type Board = {
  readonly id: string;
  readonly title: string;
  readonly group: { readonly id: string; readonly name: string };
  readonly state: AssignmentState;
  readonly times: Times;
  readonly scheme: Scheme;
  readonly texts: readonly { readonly id: string; readonly title: string; readonly paragraphs: number }[];
  readonly sections: readonly { readonly id: string; readonly name: string }[];
  readonly asked: readonly AskedLine[];
  readonly rows: readonly BoardRow[];
  readonly overview: Overview;
  /** Of the points that were given; null for none, and where none are given. */
  readonly statistics: Statistics | null;
  readonly isBlind: boolean;
  readonly hasSecondMarker: boolean;
  /** The gate that holds now. */
  readonly gate: Gate;
  /** Whether it lets everybody in. */
  readonly gateIsOpen: boolean;
  readonly maySet: boolean;
  readonly mayGrade: boolean;
  readonly mayRemind: boolean;
  /** As `stamp` gives it, of the moment in which this was read. */
  readonly stamp: string;
};

/** A board to be printed, with what was said to whom. */
export type Report = Board & {
  /** By the id of the row: comments as they were typed. */
  readonly comments: Readonly<Record<string, string>>;
  /** Milliseconds. */
  readonly at: number;
};

/** The grades of a group: who got what in which assignment. */
export type GradeBook = {
  readonly group: { readonly id: string; readonly name: string };
  /** Published and archived ones, by due time. */
  readonly assignments: readonly {
    readonly id: string;
    readonly title: string;
    /** Points that can be reached; null where none are given. */
    readonly of: number | null;
    readonly kind: Scheme["kind"];
    /** Mean of the points that were given; null for none. */
    readonly mean: number | null;
  }[];
  readonly rows: readonly {
    readonly student: { readonly id: string; readonly name: string };
    /** One for each assignment. */
    readonly cells: readonly {
      readonly state: WorkState;
      /** Null also where marking is blind and the grade was not released. */
      readonly points: number | null;
      readonly isReleased: boolean;
    }[];
    /** Of all points that were given. */
    readonly total: number;
  }[];
  readonly mayGrade: boolean;
};

/** For staff; grading for teachers. Problem("not-found") outside the group, Problem("forbidden") for its other members. */
export interface BoardService {
  open(viewer: Viewer, assignmentId: string): Promise<Board>;
  /** Another one after every change that the board shows, for far less than opening it. */
  stamp(viewer: Viewer, assignmentId: string): Promise<string>;
  report(viewer: Viewer, assignmentId: string): Promise<Report>;
  gradeBook(viewer: Viewer, groupId: string): Promise<GradeBook>;
  /** The same as a table that no spreadsheet runs. */
  takeGradeBook(viewer: Viewer, groupId: string): Promise<TakenFile>;
  /** All that one student did and what came of it, as a page; only for who grades. */
  takeWorkOf(viewer: Viewer, groupId: string, student: string): Promise<TakenFile>;
  /**
   * The work of one student to be marked; `student` is the id of a row of the board. `final`, once both of two markers have
   * marked: for the last word.
   */
  work(viewer: Viewer, assignmentId: string, student: string, as?: "own" | "final"): Promise<Desk>;
  /** Problem("conflict") when another marker was faster, Problem("invalid") with `fields`. */
  grade(viewer: Viewer, assignmentId: string, grade: GradeGiven): Promise<void>;
  /** Shows grades that were given to their students, of these rows or of all, and writes to them. */
  release(
    viewer: Viewer,
    assignmentId: string,
    students?: readonly string[] | null,
  ): Promise<{ readonly released: number }>;
  /** Writes to those of these rows, or of all, who have not handed in; nobody is written to twice within a day. */
  remind(
    viewer: Viewer,
    assignmentId: string,
    students: readonly string[] | null,
  ): Promise<{ readonly reminded: number; readonly spared: number }>;
  /** Writes to a student about a released grade. Problem("forbidden") before it is released, Problem("invalid") with `fields`. */
  say(viewer: Viewer, assignmentId: string, student: string, said: FeedbackSaid): Promise<void>;
  /** Keeps a comment for the teachers of the group. Problem("invalid") with `fields`. */
  keepComment(viewer: Viewer, assignmentId: string, words: string): Promise<void>;
  dropComment(viewer: Viewer, assignmentId: string, commentId: string): Promise<void>;
}
