/** One student's work on the desk of its marker: each note beside its passage, and the rule for which it counted. */
import type { Desk, GivenMark } from "#app/context/grading.ts";
import { isSettled, ownMarking, seesMarks } from "#app/domain/assignment/marking.ts";
import { Problem } from "#app/domain/problem.ts";
import { assignmentWords } from "#app/words/assignments.ts";
import { boardWords } from "#app/words/board.ts";
import type { GradeRow, MarkRows } from "#db/repositories/grades.ts";
import type { Store } from "#db/store.ts";
import { accountFor } from "../assignments/account.ts";
import type { Entered } from "../assignments/enter.ts";
import { messagesAbout } from "../assignments/feedback.ts";
import { type Student, studentBy } from "./class.ts";
import { notesOn } from "./desk-notes.ts";
import { type Facts, factsOf, isOutdated, lateOf, suggestedFor } from "./facts.ts";
import { askedOf, marksOf, stateIn } from "./rows.ts";

type Asking = {
  readonly viewer: string;
  readonly student: string;
  readonly as: "own" | "final";
  readonly now: number;
};

/** Throws Problem("not-found") for who is no row of the board. */
export async function deskOf(
  read: Store,
  { assignment, group }: Entered,
  { viewer, student: id, as, now }: Asking,
): Promise<Desk> {
  const facts = await factsOf(read, assignment, now);
  const student = studentBy(facts.students, id);
  if (student === null) throw new Problem("not-found", assignmentWords.unknownReader);
  const { member, face, isVeiled } = student;
  const submission = facts.handed.get(member);
  const marks = facts.marks.get(member) ?? {};
  const isLast = as === "final" && isSettled(marks, assignment.hasSecondMarker);
  const marking = isLast ? "final" : ownMarking(marks, viewer, assignment.hasSecondMarker);
  const own = marks[marking];
  const suggested = submission === undefined ? null : suggestedFor(facts, submission, own?.levels ?? {});
  const live = accountFor(facts.account, member, facts.written.get(member) ?? []).progress;
  const progress = suggested?.progress ?? live;
  const found = await notesOn(read, facts, { member, submission, progress });
  const isReleased = marks.final?.releasedAt != null;
  const { title, scheme, isBlind, hasSecondMarker } = assignment;
  return {
    assignment: {
      ...{ id: assignment.id, title, scheme, isBlind, hasSecondMarker },
      group: { id: group.id, name: group.name },
    },
    student: { id: face.id, name: face.name, section: sectionName(facts, student), isVeiled },
    state: stateIn(facts, member),
    times: facts.timesOf(member),
    submission:
      submission === undefined
        ? null
        : { n: submission.n, at: submission.at, by: submission.by, late: lateOf(facts, submission) },
    ...found,
    rules: askedOf(assignment).flatMap((line, n) => {
      const mark = marksOf(progress)[n];
      return mark === undefined ? [] : { ...line, ...mark };
    }),
    suggestion: said(suggested),
    share: suggested?.share ?? 0,
    own: {
      marking,
      version: own?.version ?? 0,
      mark: own === undefined ? null : ((await given(read, [own]))[0] ?? null),
    },
    marks: await given(read, shown(marks, { viewer, marking, hasSecondMarker })),
    isSettled: isSettled(marks, hasSecondMarker),
    isReleased,
    messages: isReleased ? await messagesAbout(read, { assignmentId: assignment.id, memberId: member }, viewer) : [],
    isOutdated: own !== undefined && isOutdated(own, submission, suggested),
    bank: (await read.commentBank.ofGroup(group.id)).map((one) => ({ id: one.id, words: one.words })),
    around: aroundOf(facts, { viewer, student }),
  };
}

function said(suggested: Desk["suggestion"] | null): Desk["suggestion"] {
  if (suggested === null) return { from: "rules", reached: null, penalty: 0, points: null };
  const { from, reached, penalty, points } = suggested;
  return { from, reached, penalty, points };
}

function sectionName({ sections, sectionOf }: Facts, { member, isVeiled }: Student): string | null {
  const section = isVeiled ? null : sectionOf(member);
  return sections.find(({ id }) => id === section)?.name ?? null;
}

type Sight = { readonly viewer: string; readonly marking: GradeRow["marking"]; readonly hasSecondMarker: boolean };

function shown(marks: MarkRows, { viewer, marking, hasSecondMarker }: Sight): readonly GradeRow[] {
  const sees = seesMarks(marks, viewer, hasSecondMarker);
  return [marks.first, marks.second, marks.final].flatMap((mark) => {
    if (mark === undefined || mark.marking === marking) return [];
    return sees || mark.marking === "final" ? mark : [];
  });
}

async function given(read: Store, marks: readonly GradeRow[]): Promise<readonly GivenMark[]> {
  const names = await read.members.profiles(marks.flatMap(({ markerId }) => markerId ?? []));
  return marks.map(({ marking, markerId, points, levels, comment, reason, isExcused, at, version }) => ({
    ...{ marking, points, levels, comment, reason, isExcused, at, version },
    marker: names.get(markerId ?? "")?.name ?? boardWords.somebody,
  }));
}

function aroundOf(
  { students, handed, marks, assignment }: Facts,
  { viewer, student }: { readonly viewer: string; readonly student: Student },
): Desk["around"] {
  const place = students.indexOf(student);
  const named = (one: Student | undefined) => (one === undefined ? null : { id: one.face.id, name: one.face.name });
  const isOpen = ({ member }: Student) => {
    const given = marks.get(member) ?? {};
    return handed.has(member) && given[ownMarking(given, viewer, assignment.hasSecondMarker)] === undefined;
  };
  const onward = [...students.slice(place + 1), ...students.slice(0, place)];
  return {
    ...{ place: place + 1, of: students.length },
    previous: named(students[place - 1]),
    next: named(students[place + 1]),
    nextOpen: named(onward.find(isOpen)),
  };
}
