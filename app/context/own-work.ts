/** An assignment as its student sees it: what is asked, what is done, what counts, and what came of it. */
import type { Brief } from "#app/domain/assignment/assignment.ts";
import type { Scheme } from "#app/domain/assignment/grade.ts";
import type { Progress } from "#app/domain/assignment/progress.ts";
import type { ReachedLevel } from "#app/domain/assignment/rubric.ts";
import type { Times } from "#app/domain/assignment/times.ts";
import type { WorkState } from "#app/domain/assignment/work-state.ts";
import type { PlacedPrompt } from "./assignments.ts";
import type { TakenFile } from "./exports.ts";
import type { FeedbackMessage, FeedbackSaid } from "./feedback.ts";
import type { Viewer } from "./viewer.ts";

export type HandIn = {
  readonly n: number;
  readonly by: "member" | "deadline";
  readonly at: number;
  /** Milliseconds after the due time that held, beyond the grace; 0 in time. */
  readonly late: number;
  /** Notes in it. */
  readonly notes: number;
};

/** Released to the student. */
export type Feedback = {
  readonly points: number | null;
  readonly isExcused: boolean;
  /** HTML, sanitised. */
  readonly comment: string;
  /** What lateness took off, in points. */
  readonly penalty: number;
  readonly at: number;
  /** Of the rubric, what was reached in each criterion; none where there is no rubric. */
  readonly criteria: readonly ReachedLevel[];
};

export type OwnWork = {
  readonly id: string;
  readonly group: { readonly id: string; readonly name: string };
  readonly title: string;
  /** HTML, sanitised. */
  readonly instructions: string;
  readonly texts: readonly { readonly id: string; readonly title: string; readonly words: number }[];
  /** With the extension that holds. */
  readonly times: Times;
  readonly late: Brief["late"];
  readonly scheme: Scheme;
  readonly state: WorkState;
  readonly prompts: readonly PlacedPrompt[];
  readonly progress: Progress;
  /** Notes that would be handed in now. */
  readonly notes: number;
  /** Newest first. */
  readonly handIns: readonly HandIn[];
  /** False in an archived assignment or group: it can be read, and nothing is handed in. */
  readonly mayHandIn: boolean;
  /** Why nothing can be handed in now, with the time; null where it can. */
  readonly bar: { readonly kind: "not-open" | "closed"; readonly at: number } | null;
  /** Notes that moderators took out of sight and that therefore do not count. */
  readonly takenAway: number;
  readonly feedback: Feedback | null;
  /** Milliseconds that the student read in its texts; null where the group does not measure it. */
  readonly readingTime: number | null;
};

/** A note as it would be handed in now. */
export type WrittenNote = {
  readonly id: string;
  /** The first words of it; "" for a highlight. */
  readonly excerpt: string;
  readonly words: number;
  /** For anything that is asked. */
  readonly counts: boolean;
};

/** Its own page also shows what would be frozen, oldest first, and what was said about the grade. */
export type OpenWork = OwnWork & {
  readonly written: readonly WrittenNote[];
  /** What was said about the grade, oldest first. */
  readonly messages: readonly FeedbackMessage[];
  /** False in an archived group. */
  readonly mayWrite: boolean;
  /** As whom peers see the student; null where they see names. `name`: the pseudonym, null where the student chose the name. */
  readonly veil: { readonly mayChoose: boolean; readonly name: string | null } | null;
};

export interface OwnWorkService {
  /** Problem("not-found") for those outside and for drafts, Problem("forbidden") for who does no assignments here. */
  open(viewer: Viewer, assignmentId: string): Promise<OpenWork>;
  /** The assignments in which the viewer reads that text, the one due next first; none for staff and observers. */
  beside(viewer: Viewer, documentId: string): Promise<readonly OwnWork[]>;
  /**
   * Adds milliseconds in which the text was shown and read, no more than went by since this was told last; nothing where the
   * group does not measure it. Problem("forbidden") for who does no assignments here.
   */
  readFor(viewer: Viewer, documentId: string, active: number): Promise<void>;
  /** Freezes the work as it stands; `id` is a ULID of the client. Problem("locked") with the time when it is too late or early. */
  handIn(viewer: Viewer, assignmentId: string, id: string): Promise<{ readonly n: number; readonly at: number }>;
  /**
   * Writes to the staff about the viewer's own grade. Problem("forbidden") before it is released and in an archived group,
   * Problem("invalid") for no words or too many.
   */
  say(viewer: Viewer, assignmentId: string, said: FeedbackSaid): Promise<void>;
  /** All that the viewer did in the group's assignments and what was released of it, as a page. */
  take(viewer: Viewer, groupId: string): Promise<TakenFile>;
  /** Whether peers see a pseudonym of the viewer. Problem("forbidden") where that is not theirs to choose. */
  chooseVeil(viewer: Viewer, assignmentId: string, isVeiled: boolean): Promise<void>;
}
