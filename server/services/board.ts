/** Assignments as their teachers watch and grade them. Who grades what, and when it is shown, is in the record. */
import type { Board, BoardRow, BoardService, GradeGiven } from "#app/context/board.ts";
import { ENGINE_VERSION, suggestedPoints } from "#app/domain/assignment/count.ts";
import { rounded, type Scheme } from "#app/domain/assignment/grade.ts";
import { countedLate, penaltyOf } from "#app/domain/assignment/lateness.ts";
import { workStateOf } from "#app/domain/assignment/work-state.ts";
import { tidyParagraphs } from "#app/domain/group/fields.ts";
import { can } from "#app/domain/policy/policy.ts";
import { Problem } from "#app/domain/problem.ts";
import { assignmentWords } from "#app/words/assignments.ts";
import type { AssignmentRow } from "#db/repositories/assignments.ts";
import type { GradeRow } from "#db/repositories/grades.ts";
import type { SubmissionRow, WorkNote } from "#db/repositories/submissions.ts";
import type { Store, Transact } from "#db/store.ts";
import { type Account, accountFor, accountOf, accountOfSubmission } from "./assignments/account.ts";
import { type Entered, enterAssignment, studentsOf, textsOf, timesIn } from "./assignments/enter.ts";
import { gradeBookFile, gradeBookOf } from "./assignments/grade-book.ts";
import { requireAction } from "./groups-standing.ts";
import { recordChange } from "./rules/record-change.ts";

const words = assignmentWords.board;

type Parts = {
  readonly read: Store;
  readonly transact: Transact;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  /** A new ULID. */
  readonly newId: () => string;
};

export function makeBoardService({ read, transact, clock, newId }: Parts): BoardService {
  return {
    async open(viewer, id) {
      const now = clock();
      return boardOf(read, await enterAssignment(read, { viewer, id, now }, "assignment.watch"), now);
    },

    async gradeBook(viewer, groupId) {
      const now = clock();
      const { group } = await requireAction(read, { viewer, groupId, now }, "assignment.watch");
      return gradeBookOf(read, group, now);
    },

    async takeGradeBook(viewer, groupId) {
      const now = clock();
      const { group } = await requireAction(read, { viewer, groupId, now }, "assignment.watch");
      return gradeBookFile(await gradeBookOf(read, group, now));
    },

    grade: (viewer, id, given) =>
      transact(async (store) => {
        const now = clock();
        const { assignment, actor, group } = await enterAssignment(store, { viewer, id, now }, "assignment.grade");
        const comment = tidyParagraphs(given.comment);
        demandPoints(assignment.scheme, given);
        if (!(await studentsOf(store, group.id)).some((student) => student.id === given.member)) {
          throw new Problem("not-found", assignmentWords.unknown);
        }
        const before = await store.grades.ofMember(id, given.member);
        if ((before?.version ?? 0) !== given.version) throw await faster(store, before);
        const [submission] = await store.submissions.ofMember(id, given.member);
        const notes = await store.submissions.notes({
          ...{ assignment: id, member: given.member, until: Number.MAX_SAFE_INTEGER },
        });
        const suggested = scoreOf(await accountOf(store, assignment), assignment, { submission, notes });
        const version = given.version + 1;
        await store.grades.put({
          ...{ assignmentId: id, memberId: given.member, marking: "final", points: given.points, levels: {}, comment },
          ...{ isExcused: given.isExcused, reason: "", suggested: suggested.points, counted: suggested.counted },
          ...{ submissionId: submission?.id ?? null, rulesVersion: `${assignment.version}.${ENGINE_VERSION}`, version },
          ...{ markerId: viewer.id, at: now, releasedAt: before?.releasedAt ?? null },
        });
        const about = { assignment: id, member: given.member };
        await recordChange(
          { store, now, newId, group: group.id, actor },
          {
            verb: "grade.set",
            subject: { kind: "assignment", id },
            before: { ...about, points: before?.points ?? null, excused: before?.isExcused ?? false },
            after: { ...about, points: given.points, excused: given.isExcused, suggested: suggested.points, version },
          },
        );
      }),

    release: (viewer, id) =>
      transact(async (store) => {
        const now = clock();
        const { actor, group } = await enterAssignment(store, { viewer, id, now }, "assignment.grade");
        const graded = [...(await store.grades.ofAssignment(id)).keys()];
        const released = await store.grades.release(id, graded, now);
        if (released.length === 0) return { released: 0 };
        const after = { assignment: id, released: released.length };
        const subject = { kind: "assignment", id } as const;
        await recordChange(
          { store, now, newId, group: group.id, actor },
          { verb: "grade.release", subject, before: {}, after },
        );
        return { released: released.length };
      }),
  };
}

function demandPoints(scheme: Scheme, { points, isExcused }: GradeGiven): void {
  const most = scheme.kind === "points" ? scheme.points : 1;
  if (points === null || isExcused || (points >= 0 && points <= most)) return;
  const sentence = words.pointsWrong(most);
  throw new Problem("invalid", sentence, { fields: { points: sentence } });
}

async function faster(store: Store, grade: GradeRow | null): Promise<Problem> {
  const marker = grade?.markerId == null ? null : await store.members.byId(grade.markerId);
  return new Problem("conflict", words.conflict(marker?.name ?? words.somebody));
}

/** What the rules make of work as it was handed in, less what lateness takes off. */
function scoreOf(
  account: Account,
  { scheme, late, times }: AssignmentRow,
  { submission, notes }: { readonly submission: SubmissionRow | undefined; readonly notes: readonly WorkNote[] },
): { readonly points: number | null; readonly counted: readonly string[] } {
  if (submission === undefined) return { points: null, counted: [] };
  const progress = accountOfSubmission(account, submission, notes);
  const points = suggestedPoints(scheme, progress);
  const share = 1 - penaltyOf(late, { ...submission, zone: times.zone });
  return { points: points === null ? null : rounded(points * share), counted: progress.counted };
}

async function boardOf(read: Store, { assignment, actor, group }: Entered, now: number): Promise<Board> {
  const { id, title, state, times, scheme } = assignment;
  const account = await accountOf(read, assignment);
  const timesOf = await timesIn(read, assignment);
  const notes = groupBy(await read.submissions.notes({ assignment: id, member: null, until: now }));
  const handed = await read.submissions.newest(id);
  const grades = await read.grades.ofAssignment(id);
  const students = await studentsOf(read, group.id);
  const documents = assignment.texts.map(({ document }) => document);
  const isMeasured = await read.courses.measuresReading(group.id);
  const reading = isMeasured ? await read.courses.readingOf(documents) : null;
  const rows = students.map(({ id: member, name, pronouns, hue, picture }) =>
    rowOf(
      { id: member, name, pronouns, hue, picture },
      {
        ...{ assignment, account, now, times: timesOf(member), notes: notes.get(member) ?? [] },
        ...{ submission: handed.get(member), grade: grades.get(member) },
        readingTime: reading === null ? null : (reading.get(member) ?? 0),
      },
    ),
  );
  const texts = (await textsOf(read, assignment)).map((text) => ({ id: text.id, title: text.title }));
  const cohorts = await read.cohorts.ofAssignment(id);
  return {
    ...{ id, title, state, times, scheme, texts, rows, group: { id: group.id, name: group.name } },
    perParagraph: perParagraph(account, [...notes.values()].flat()),
    gateIsOpen: (cohorts[0]?.gate ?? assignment.reveal).kind === "open",
    maySet: can(actor, "assignment.set", { group }),
    mayGrade: can(actor, "assignment.grade", {}),
  };
}

type RowFacts = {
  readonly assignment: AssignmentRow;
  readonly account: Account;
  readonly now: number;
  readonly times: AssignmentRow["times"];
  readonly notes: readonly WorkNote[];
  readonly submission: SubmissionRow | undefined;
  readonly grade: GradeRow | undefined;
  readonly readingTime: number | null;
};

function rowOf(
  student: Pick<BoardRow, "id" | "name" | "pronouns" | "hue" | "picture">,
  { assignment, account, now, times, notes, submission, grade, readingTime }: RowFacts,
): BoardRow {
  const { progress, notes: counted } = accountFor(account, student.id, notes);
  const late = submission === undefined ? null : countedLate(assignment.late, submission.late);
  return {
    ...student,
    state: workStateOf({ times, now, late, notes: notes.length, isExcused: grade?.isExcused === true }),
    progress: { met: progress.met, of: progress.of },
    notes: notes.filter(({ parent }) => parent === null).length,
    replies: notes.filter(({ parent }) => parent !== null).length,
    words: counted.reduce((sum, note) => sum + note.words, 0),
    readingTime,
    lastAt: notes.at(-1)?.created ?? null,
    late: late ?? 0,
    suggested: scoreOf(account, assignment, { submission, notes }).points,
    grade: {
      points: grade?.points ?? null,
      comment: grade?.comment ?? "",
      isExcused: grade?.isExcused ?? false,
      isReleased: grade?.releasedAt != null,
      version: grade?.version ?? 0,
    },
  };
}

function perParagraph({ blocks }: Account, notes: readonly WorkNote[]): Board["perParagraph"] {
  const found: { text: string; number: number; notes: number }[] = [];
  for (const [text, ofText] of blocks) {
    for (const { number, start, end } of ofText) {
      const here = notes.filter(
        ({ document, targets }) =>
          document === text && targets.some(({ selector: [at] }) => at.start < end && at.end > start),
      );
      if (number !== null && here.length > 0) found.push({ text, number, notes: here.length });
    }
  }
  return found;
}

function groupBy(notes: readonly WorkNote[]): ReadonlyMap<string, readonly WorkNote[]> {
  const byMember = new Map<string, WorkNote[]>();
  for (const note of notes) byMember.set(note.member, [...(byMember.get(note.member) ?? []), note]);
  return byMember;
}
