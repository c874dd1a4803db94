/** Assignments as their teachers watch and grade them. Who grades what, and when it is shown, is in the record. */
import type { BoardService } from "#app/context/board.ts";
import { MAX_PHRASE, MAX_PHRASES } from "#app/context/grading.ts";
import { tidyParagraphs } from "#app/domain/group/fields.ts";
import { type Action, can } from "#app/domain/policy/policy.ts";
import { Problem } from "#app/domain/problem.ts";
import { assignmentWords } from "#app/words/assignments.ts";
import { boardWords } from "#app/words/board.ts";
import type { Store, Transact } from "#db/store.ts";
import { archiveOf } from "./assignments/archive.ts";
import { type Entered, enterAssignment, studentsOf } from "./assignments/enter.ts";
import { sayAbout } from "./assignments/feedback.ts";
import { gradeBookFile, gradeBookOf } from "./assignments/grade-book.ts";
import { classOf, studentBy } from "./board/class.ts";
import { deskOf } from "./board/desk.ts";
import { giveGrade, releaseGrades } from "./board/give.ts";
import { type Letters, remindStudents, tellReleased, tellSaid } from "./board/letters.ts";
import { boardOf, reportOf } from "./board/look.ts";
import { requireAction } from "./groups-standing.ts";
import { recordChange } from "./rules/record-change.ts";

type Parts = {
  readonly read: Store;
  readonly transact: Transact;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  /** A new ULID. */
  readonly newId: () => string;
  /** Of the site, as people type it. */
  readonly origin: string;
  /** Without it nobody is written to, and what happens is the same. */
  readonly letters?: Letters;
};

export function makeBoardService({ read, transact, clock, newId, origin, letters = undefined }: Parts): BoardService {
  const post = letters ?? null;
  const enter = (store: Store, viewer: Parameters<BoardService["open"]>[0], id: string, action: Action) =>
    enterAssignment(store, { viewer, id, now: clock() }, action);
  const recordComments = (store: Store, { actor, group, assignment: { id } }: Entered, comments: number) =>
    recordChange(
      { store, now: clock(), newId, group: group.id, actor },
      { verb: "grade.comments", subject: { kind: "assignment", id }, before: {}, after: { comments } },
    );
  return {
    async open(viewer, id) {
      return boardOf(read, await enter(read, viewer, id, "assignment.watch"), clock());
    },

    async stamp(viewer, id) {
      await enter(read, viewer, id, "assignment.watch");
      return read.board.stamp(id);
    },

    async report(viewer, id) {
      return reportOf(read, await enter(read, viewer, id, "assignment.watch"), clock());
    },

    async gradeBook(viewer, groupId) {
      const now = clock();
      const { group, actor } = await requireAction(read, { viewer, groupId, now }, "assignment.watch");
      return { ...(await gradeBookOf(read, group, now)), mayGrade: can(actor, "assignment.grade", {}) };
    },

    async takeGradeBook(viewer, groupId) {
      const now = clock();
      const { group } = await requireAction(read, { viewer, groupId, now }, "assignment.watch");
      return gradeBookFile(await gradeBookOf(read, group, now));
    },

    async takeWorkOf(viewer, groupId, member) {
      const now = clock();
      const { group } = await requireAction(read, { viewer, groupId, now }, "assignment.grade");
      const student = (await studentsOf(read, groupId)).find(({ id }) => id === member);
      if (student === undefined) throw new Problem("not-found", assignmentWords.unknownReader);
      const address = `${origin}/g/${groupId}/gradebook/${member}/export`;
      const head = { origin, address, now, zone: viewer.timeZone };
      return archiveOf(read, { head, group, student, eyes: "staff" });
    },

    async work(viewer, id, student, as = "own") {
      const entered = await enter(read, viewer, id, "assignment.grade");
      return deskOf(read, entered, { viewer: viewer.id, student, as, now: clock() });
    },

    grade: (viewer, id, given) =>
      transact(async (store) => {
        const entered = await enter(store, viewer, id, "assignment.grade");
        await giveGrade(store, entered, { given, viewer: viewer.id, now: clock(), newId });
      }),

    release: (viewer, id, students = null) =>
      transact(async (store) => {
        const entered = await enter(store, viewer, id, "assignment.grade");
        const members = await releaseGrades(store, entered, { rows: students, now: clock(), newId });
        await tellReleased(store, entered.assignment, { members, letters: post });
        return { released: members.length };
      }),

    remind: (viewer, id, students) =>
      transact(async (store) => {
        const entered = await enter(store, viewer, id, "assignment.set");
        return remindStudents(store, entered, { rows: students, now: clock(), newId, letters: post });
      }),

    say: (viewer, id, student, said) =>
      transact(async (store) => {
        const entered = await enter(store, viewer, id, "assignment.grade");
        const grades = await store.grades.ofAssignment(id);
        const member = studentBy(await classOf(store, entered.assignment, grades), student)?.member;
        if (member === undefined) throw new Problem("not-found", assignmentWords.unknownReader);
        const grade = grades.get(member) ?? null;
        const isNew = await sayAbout(store, grade, { said, author: viewer.id, isStaff: true, now: clock() });
        if (isNew && grade !== null) await tellSaid(store, entered.assignment, { grade, by: viewer, letters: post });
      }),

    keepComment: (viewer, id, said) =>
      transact(async (store) => {
        const entered = await enter(store, viewer, id, "assignment.grade");
        const words = tidyParagraphs(said);
        const known = await store.commentBank.ofGroup(entered.group.id);
        const problem = problemOf(words, known.length);
        if (problem !== null) throw new Problem("invalid", problem, { fields: { words: problem } });
        if (known.some((one) => one.words === words)) return;
        await store.commentBank.insert({ id: newId(), groupId: entered.group.id, words, createdAt: clock() });
        await recordComments(store, entered, known.length + 1);
      }),

    dropComment: (viewer, id, commentId) =>
      transact(async (store) => {
        const entered = await enter(store, viewer, id, "assignment.grade");
        if (!(await store.commentBank.remove(entered.group.id, commentId))) return;
        await recordComments(store, entered, (await store.commentBank.ofGroup(entered.group.id)).length);
      }),
  };
}

function problemOf(words: string, known: number): string | null {
  if (words === "") return boardWords.bank.empty;
  if ([...words].length > MAX_PHRASE) return assignmentWords.problems.long;
  return known >= MAX_PHRASES ? assignmentWords.problems.many : null;
}
