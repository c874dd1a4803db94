/** An assignment as its teachers watch and grade it. */
import type { AssignmentState } from "#app/domain/assignment/assignment.ts";
import type { Scheme } from "#app/domain/assignment/grade.ts";
import type { Times } from "#app/domain/assignment/times.ts";
import type { WorkState } from "#app/domain/assignment/work-state.ts";
import type { Profile } from "#app/domain/member/member.ts";
import type { TakenFile } from "./exports.ts";
import type { Viewer } from "./viewer.ts";

/** A student on the board. */
export type BoardRow = Profile & {
  readonly state: WorkState;
  readonly progress: { readonly met: number; readonly of: number };
  readonly notes: number;
  readonly replies: number;
  readonly words: number;
  /** Milliseconds that they read in its texts; null where the group does not measure it. */
  readonly readingTime: number | null;
  /** Of their last note, milliseconds; null for none. */
  readonly lastAt: number | null;
  /** Milliseconds late, beyond the grace; 0 in time or not handed in. */
  readonly late: number;
  /** What the rules suggest for what was handed in, less what lateness takes off; null for nothing. */
  readonly suggested: number | null;
  /** What a teacher gave; `version` 0 for nothing yet. */
  readonly grade: {
    readonly points: number | null;
    readonly comment: string;
    readonly isExcused: boolean;
    readonly isReleased: boolean;
    readonly version: number;
  };
};

export type Board = {
  readonly id: string;
  readonly title: string;
  readonly group: { readonly id: string; readonly name: string };
  readonly state: AssignmentState;
  readonly times: Times;
  readonly scheme: Scheme;
  readonly texts: readonly { readonly id: string; readonly title: string }[];
  readonly rows: readonly BoardRow[];
  /** Notes and replies by paragraph, those that have some, in order. */
  readonly perParagraph: readonly { readonly text: string; readonly number: number; readonly notes: number }[];
  readonly gateIsOpen: boolean;
  readonly maySet: boolean;
  readonly mayGrade: boolean;
};

export type GradeGiven = {
  readonly member: string;
  readonly points: number | null;
  readonly comment: string;
  readonly isExcused: boolean;
  /** The version that the marker saw; another one is a conflict. */
  readonly version: number;
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
      readonly points: number | null;
      readonly isReleased: boolean;
    }[];
    /** Of all points that were given. */
    readonly total: number;
  }[];
};

/** For staff; grading for teachers. Problem("not-found") outside the group, Problem("forbidden") for its other members. */
export interface BoardService {
  open(viewer: Viewer, assignmentId: string): Promise<Board>;
  gradeBook(viewer: Viewer, groupId: string): Promise<GradeBook>;
  /** The same as a table that no spreadsheet runs. */
  takeGradeBook(viewer: Viewer, groupId: string): Promise<TakenFile>;
  /** Problem("conflict") when another marker was faster, Problem("invalid") with `fields`. */
  grade(viewer: Viewer, assignmentId: string, grade: GradeGiven): Promise<void>;
  /** Shows every grade that was given to its student. */
  release(viewer: Viewer, assignmentId: string): Promise<{ readonly released: number }>;
}
