/** An assignment as its student sees it: what is asked, what is done, what counts, and what came of it. */

import type { Brief } from "#app/domain/assignment/assignment.ts";
import type { Scheme } from "#app/domain/assignment/grade.ts";
import type { AnswerProgress, Progress } from "#app/domain/assignment/progress.ts";
import type { Times } from "#app/domain/assignment/times.ts";
import type { PageCohort, WorkState } from "./assignments.ts";
import type { Viewer } from "./viewer.ts";

export type HandIn = {
  readonly n: number;
  readonly by: "member" | "deadline";
  readonly at: number;
  /** Milliseconds after the due time that held. */
  readonly late: number;
  /** Notes in it. */
  readonly notes: number;
};

/** Released to the student. */
export type Feedback = {
  readonly points: number | null;
  readonly of: number | null;
  readonly isComplete: boolean;
  readonly isExcused: boolean;
  readonly levels: Readonly<Record<string, string>>;
  readonly comment: string;
  /** What lateness took off, in points. */
  readonly penalty: number;
  readonly at: number;
};

export type OwnWork = {
  readonly id: string;
  readonly group: { readonly id: string; readonly name: string };
  readonly title: string;
  /** HTML, sanitised. */
  readonly instructions: string;
  readonly texts: readonly {
    readonly id: string;
    readonly title: string;
    readonly words: number;
    /** "" for the whole text, else such as "¶2–5". */
    readonly passages: string;
  }[];
  /** With the extension that holds. */
  readonly times: Times;
  readonly late: Brief["late"];
  readonly scheme: Scheme;
  readonly state: WorkState;
  readonly progress: Progress;
  readonly answers: readonly AnswerProgress[];
  /** Newest first. */
  readonly handIns: readonly HandIn[];
  readonly mayHandIn: boolean;
  /** Notes that moderation took away and that therefore do not count. */
  readonly takenAway: number;
  readonly cohort: PageCohort | null;
  readonly feedback: Feedback | null;
};

export interface OwnWorkService {
  /** Problem("not-found") for those outside, and for drafts. */
  open(viewer: Viewer, assignmentId: string): Promise<OwnWork>;
  /** What the reading page shows of the assignments in which the viewer reads that text, the one due next first. */
  beside(viewer: Viewer, documentId: string): Promise<readonly OwnWork[]>;
  /** Freezes the work as it stands; `id` is a ULID of the client. Problem("locked") with the time when it is too late or early. */
  handIn(viewer: Viewer, assignmentId: string, id: string): Promise<{ readonly n: number; readonly at: number }>;
  /** Adds active time (milliseconds) with a text where its group measures it; nothing happens elsewhere. */
  readFor(viewer: Viewer, documentId: string, active: number): Promise<void>;
}
