/** The lines of a board. */
import type { BoardRow } from "#app/context/board.ts";
import type { AskedLine, AskedMark } from "#app/domain/assignment/asked.ts";
import { countedLate } from "#app/domain/assignment/lateness.ts";
import type { Progress } from "#app/domain/assignment/progress.ts";
import { type WorkState, workStateOf } from "#app/domain/assignment/work-state.ts";
import type { AssignmentRow } from "#db/repositories/assignments.ts";
import type { Store } from "#db/store.ts";
import { accountFor } from "../assignments/account.ts";
import type { Student } from "./class.ts";
import { type Facts, isOutdated, lateOf, suggestedFor } from "./facts.ts";

/** What is asked, in the order of the checklist. */
export function askedOf({
  prompts,
  requirements,
}: Pick<AssignmentRow, "prompts" | "requirements">): readonly AskedLine[] {
  return [
    ...prompts.map(({ id, words, isRequired }) => ({ kind: "prompt" as const, id, words, isRequired })),
    ...requirements.map((requirement) => ({ kind: "requirement" as const, requirement })),
  ];
}

/** How far that is, in the same order. */
export function marksOf({ answers, requirements }: Progress): readonly AskedMark[] {
  return [
    ...answers.map(({ isMet }) => ({ have: isMet ? 1 : 0, of: 1, isMet })),
    ...requirements.map(({ have, isMet, requirement }) => ({ have, of: requirement.count, isMet })),
  ];
}

export async function rowsOf(read: Store, facts: Facts): Promise<readonly BoardRow[]> {
  const seen = await read.board.seenBy(facts.assignment.id);
  const reminded = await read.board.reminded(facts.assignment.id);
  const asking = await read.feedback.waiting(facts.assignment.id);
  return facts.students.map((student) =>
    rowOf(facts, student, {
      seenAt: seen.get(student.member) ?? null,
      remindedAt: reminded.get(student.member) ?? null,
      isAsked: asking.has(student.member),
    }),
  );
}

/** How far a student is. */
export function stateIn(facts: Facts, member: string): WorkState {
  const { assignment, timesOf, now, written, marks, handed } = facts;
  const submission = handed.get(member);
  return workStateOf({
    ...{ times: timesOf(member), now, notes: written.get(member)?.length ?? 0 },
    late: submission === undefined ? null : countedLate(assignment.late, lateOf(facts, submission)),
    isExcused: marks.get(member)?.final?.isExcused === true,
  });
}

function rowOf(
  facts: Facts,
  { member, face, isVeiled }: Student,
  { seenAt, remindedAt, isAsked }: Pick<BoardRow, "seenAt" | "remindedAt"> & Pick<BoardRow["grade"], "isAsked">,
): BoardRow {
  const { account, assignment, written, handed, marks, sectionOf, reading } = facts;
  const notes = written.get(member) ?? [];
  const submission = handed.get(member);
  const { final, first, second } = marks.get(member) ?? {};
  const { progress, notes: counted } = accountFor(account, member, notes);
  const suggested = submission === undefined ? null : suggestedFor(facts, submission, final?.levels ?? {});
  const lastAt = notes.at(-1)?.created ?? null;
  return {
    ...face,
    state: stateIn(facts, member),
    // In a small section a name is easily guessed.
    section: isVeiled ? null : sectionOf(member),
    marks: marksOf(progress),
    progress: { met: progress.met, of: progress.of },
    notes: notes.filter(({ parent }) => parent === null).length,
    replies: notes.filter(({ parent }) => parent !== null).length,
    words: counted.reduce((sum, note) => sum + note.words, 0),
    readingTime: reading === null ? null : (reading.get(member) ?? 0),
    lastAt,
    seenAt: seenAt === null && lastAt === null ? null : Math.max(seenAt ?? 0, lastAt ?? 0),
    remindedAt,
    late: submission === undefined ? 0 : countedLate(assignment.late, lateOf(facts, submission)),
    suggested: suggested?.points ?? null,
    grade: {
      points: final?.points ?? null,
      isExcused: final?.isExcused ?? false,
      isReleased: final?.releasedAt != null,
      isAsked,
      isOutdated: final !== undefined && isOutdated(final, submission, suggested),
      version: final?.version ?? 0,
      markers: [first, second].filter((mark) => mark !== undefined).length,
    },
  };
}
