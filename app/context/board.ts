/** An assignment as its teachers watch and grade it, and the grade book of a group. */
import type { GradeInput, Marking, Scheme } from "#app/domain/assignment/grade.ts";
import type { Progress } from "#app/domain/assignment/progress.ts";
import type { Times } from "#app/domain/assignment/times.ts";
import type { Profile } from "#app/domain/member/member.ts";
import type { WorkState } from "./assignments.ts";
import type { HandIn } from "./own-work.ts";
import type { Viewer } from "./viewer.ts";

/** A student on the board. */
export type BoardRow = Profile & {
  readonly section: { readonly id: string; readonly name: string } | null;
  readonly state: WorkState;
  /** Required prompts: how many are answered, of how many. */
  readonly prompts: { readonly met: number; readonly of: number };
  readonly progress: { readonly met: number; readonly of: number; readonly share: number };
  readonly notes: number;
  readonly replies: number;
  readonly words: number;
  /** Of their last sign in the assignment's texts, milliseconds; null for never. */
  readonly lastSeen: number | null;
  /** Milliseconds late; 0 in time. */
  readonly late: number;
  readonly dueAt: number | null;
  /** Milliseconds of active reading; null where the group does not measure it. */
  readonly read: number | null;
  readonly points: number | null;
  readonly isReleased: boolean;
  /** To be sent back with a grade. */
  readonly gradeVersion: number;
};

export type Board = {
  readonly id: string;
  readonly title: string;
  readonly group: { readonly id: string; readonly name: string };
  readonly state: "published" | "archived" | "draft";
  readonly times: Times;
  readonly scheme: Scheme;
  readonly texts: readonly { readonly id: string; readonly title: string; readonly blocks: number }[];
  readonly sections: readonly { readonly id: string; readonly name: string }[];
  readonly rows: readonly BoardRow[];
  readonly totals: {
    readonly students: number;
    readonly handedIn: number;
    readonly started: number;
    readonly notes: number;
    readonly replies: number;
    readonly questions: number;
    readonly unansweredQuestions: number;
    readonly threadsWithoutReply: number;
    readonly medianWords: number;
  };
  /** Notes by text and block number. */
  readonly perBlock: readonly { readonly text: string; readonly n: number; readonly notes: number }[];
  readonly kinds: readonly { readonly kind: string; readonly notes: number }[];
  /** Who answers whom: member ids. */
  readonly answers: readonly { readonly from: string; readonly to: string; readonly count: number }[];
  /** Notes by day in the zone of the assignment, ISO date. */
  readonly days: readonly { readonly day: string; readonly notes: number }[];
  readonly maySet: boolean;
  readonly mayGrade: boolean;
  readonly gateIsOpen: boolean;
  /** Says that something of it changed; the page asks again. */
  readonly stamp: string;
};

/** One work to be graded, with what the rules say and where to read it. */
export type Work = {
  readonly assignment: { readonly id: string; readonly title: string; readonly scheme: Scheme; readonly times: Times };
  /** A pseudonym where marking is blind. */
  readonly student: Profile;
  readonly next: string | null;
  readonly previous: string | null;
  readonly place: { readonly n: number; readonly of: number };
  readonly handIns: readonly HandIn[];
  readonly progress: Progress;
  /** In points, with what lateness takes off. */
  readonly suggested: number | null;
  readonly penalty: number;
  readonly grades: readonly (GradeInput & {
    readonly marking: Marking;
    readonly by: string | null;
    readonly at: number;
    readonly version: number;
    readonly releasedAt: number | null;
    readonly suggested: number | null;
  })[];
  readonly notes: readonly {
    readonly id: string;
    readonly document: string;
    readonly root: string;
    readonly motivation: string;
    readonly kind: string | null;
    readonly tags: readonly string[];
    readonly block: number | null;
    readonly quote: string;
    /** HTML, sanitised; as handed in. */
    readonly html: string;
    readonly words: number;
    readonly at: number;
    readonly isCounted: boolean;
    /** Changed after it was handed in. */
    readonly isChanged: boolean;
    /** The requirements and prompts for which it counted, in words. */
    readonly countedFor: readonly string[];
    readonly repliesTo: string | null;
  }[];
  readonly comments: readonly { readonly id: string; readonly words: string }[];
  readonly isExtended: boolean;
};

export type GradeBook = {
  readonly group: { readonly id: string; readonly name: string };
  readonly assignments: readonly {
    readonly id: string;
    readonly title: string;
    readonly of: number | null;
    readonly dueAt: number | null;
    readonly mean: number | null;
  }[];
  readonly rows: readonly {
    readonly student: Profile;
    readonly section: string;
    readonly cells: readonly {
      readonly state: WorkState;
      readonly points: number | null;
      readonly isReleased: boolean;
    }[];
    readonly total: number;
  }[];
};

/** `watch` for all staff; what changes is for teachers. Problem("not-found") for everybody else. */
export interface BoardService {
  open(viewer: Viewer, assignmentId: string): Promise<Board>;
  work(viewer: Viewer, assignmentId: string, memberId: string): Promise<Work>;
  /** Problem("conflict") when another marker was faster. */
  grade(
    viewer: Viewer,
    assignmentId: string,
    grade: GradeInput & { readonly member: string; readonly version: number },
  ): Promise<{ readonly version: number }>;
  /** To all who are graded, or to some of them. */
  release(
    viewer: Viewer,
    assignmentId: string,
    members: readonly string[] | "all",
  ): Promise<{ readonly released: number }>;
  /** Tells those who have not handed in, once a day at most; gives how many were told. */
  remind(viewer: Viewer, assignmentId: string, members: readonly string[] | "all"): Promise<{ readonly told: number }>;
  saveComment(
    viewer: Viewer,
    groupId: string,
    comment: { readonly id: string | null; readonly words: string },
  ): Promise<void>;
  dropComment(viewer: Viewer, groupId: string, id: string): Promise<void>;
  book(viewer: Viewer, groupId: string): Promise<GradeBook>;
  /** Rows of a table for grade books of other systems; cells that a spreadsheet would run are quoted. */
  csv(viewer: Viewer, groupId: string): Promise<string>;
}
