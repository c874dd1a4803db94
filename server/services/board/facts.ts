/** Everything that is known of the works of an assignment, read once for all of its students. Times in milliseconds. */
import { suggestedPoints } from "#app/domain/assignment/count.ts";
import { lateNow, penaltyOf } from "#app/domain/assignment/lateness.ts";
import type { Progress } from "#app/domain/assignment/progress.ts";
import { type ChosenLevels, type Suggestion, suggestionOf } from "#app/domain/assignment/rubric.ts";
import type { Times } from "#app/domain/assignment/times.ts";
import type { AssignmentRow } from "#db/repositories/assignments.ts";
import type { GradeRow, MarkRows } from "#db/repositories/grades.ts";
import type { SubmissionRow, WorkNote } from "#db/repositories/submissions.ts";
import type { Store } from "#db/store.ts";
import { type Account, accountOf, accountOfSubmission } from "../assignments/account.ts";
import { timesIn } from "../assignments/enter.ts";
import { classOf, type Student } from "./class.ts";

export type Facts = {
  readonly assignment: AssignmentRow;
  readonly account: Account;
  readonly now: number;
  readonly timesOf: (member: string) => Times;
  /** All that stands in the assignment, staff's notes included; oldest first. */
  readonly notes: readonly WorkNote[];
  /** By member. */
  readonly written: ReadonlyMap<string, readonly WorkNote[]>;
  /** Ids of what moderators took out of sight. */
  readonly takenAway: ReadonlySet<string>;
  readonly handed: ReadonlyMap<string, SubmissionRow>;
  readonly marks: ReadonlyMap<string, MarkRows>;
  readonly students: readonly Student[];
  readonly sections: readonly { readonly id: string; readonly name: string }[];
  /** Id of the section in which a member reads; null for none. */
  readonly sectionOf: (member: string) => string | null;
  /** Milliseconds by member; null where the group does not measure it. */
  readonly reading: ReadonlyMap<string, number> | null;
};

/** All that is there now: a clock that was set back hides nothing. */
const ALL = Number.MAX_SAFE_INTEGER;

export async function factsOf(read: Store, assignment: AssignmentRow, now: number): Promise<Facts> {
  const { id, group, texts, sectionSet } = assignment;
  const marks = await read.grades.marks(id);
  const notes = await read.submissions.notes({ assignment: id, member: null, until: ALL });
  const written = new Map<string, WorkNote[]>();
  for (const note of notes) {
    const own = written.get(note.member);
    if (own === undefined) written.set(note.member, [note]);
    else own.push(note);
  }
  const sections = sectionSet === null ? [] : await read.sections.ofSet(sectionSet);
  const seated = new Map(sections.flatMap((section) => section.members.map((member) => [member, section.id])));
  return {
    ...{ assignment, now, notes, written, marks },
    account: await accountOf(read, assignment),
    timesOf: await timesIn(read, assignment),
    takenAway: await read.submissions.takenAway(id, null),
    handed: await read.submissions.newest(id),
    students: await classOf(read, assignment, await read.grades.ofAssignment(id)),
    sections: sections.map(({ id: section, name }) => ({ id: section, name })),
    sectionOf: (member) => seated.get(member) ?? null,
    reading: (await read.courses.measuresReading(group))
      ? await read.courses.readingOf(texts.map(({ document }) => document))
      : null,
  };
}

/** Milliseconds late by the times that hold now: more time that is given afterwards takes lateness back. */
export function lateOf({ timesOf }: Pick<Facts, "timesOf">, submission: SubmissionRow): number {
  return lateNow(timesOf(submission.memberId), submission);
}

/** What lateness takes off a work, as a share of what was reached, 0 to 1. */
export function shareOf(facts: Facts, submission: SubmissionRow): number {
  const { late, times } = facts.assignment;
  return penaltyOf(late, { at: submission.at, late: lateOf(facts, submission), zone: times.zone });
}

export type Suggested = Suggestion & { readonly progress: Progress; readonly share: number };

/** What is suggested for work that was handed in, with these levels of the rubric. */
export function suggestedFor(facts: Facts, submission: SubmissionRow, levels: ChosenLevels): Suggested {
  const { account, assignment, written, takenAway } = facts;
  const progress = accountOfSubmission(account, submission, {
    ...{ notes: written.get(submission.memberId) ?? [], takenAway },
  });
  const share = shareOf(facts, submission);
  const byRules = suggestedPoints(assignment.scheme, progress);
  return { ...suggestionOf(assignment.scheme, { byRules, levels, share }), progress, share };
}

/** True where something was handed in since the mark was given, or the same work counts otherwise now. */
export function isOutdated(
  grade: Pick<GradeRow, "submissionId" | "suggested" | "isExcused">,
  submission: SubmissionRow | undefined,
  suggested: Suggestion | null,
): boolean {
  if (grade.isExcused) return false;
  return grade.submissionId !== (submission?.id ?? null) || grade.suggested !== (suggested?.points ?? null);
}
