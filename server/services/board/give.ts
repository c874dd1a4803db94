/** Gives a grade: who was faster is said, and why it differs from what is suggested is kept. */
import { type GradeGiven, MAX_COMMENT, MAX_REASON } from "#app/context/grading.ts";
import { ENGINE_VERSION } from "#app/domain/assignment/count.ts";
import { type Marking, meanOf } from "#app/domain/assignment/grade.ts";
import { isSettled, ownMarking } from "#app/domain/assignment/marking.ts";
import { rubricPoints, strangeLevels } from "#app/domain/assignment/rubric.ts";
import { tidyParagraphs } from "#app/domain/group/fields.ts";
import { Problem } from "#app/domain/problem.ts";
import { assignmentWords } from "#app/words/assignments.ts";
import { boardWords } from "#app/words/board.ts";
import type { AssignmentRow } from "#db/repositories/assignments.ts";
import type { GradeRow, MarkRows } from "#db/repositories/grades.ts";
import type { Store } from "#db/store.ts";
import type { Entered } from "../assignments/enter.ts";
import { recordChange } from "../rules/record-change.ts";
import { classOf, studentBy } from "./class.ts";
import { factsOf, type Suggested, suggestedFor } from "./facts.ts";

type Hand = { readonly viewer: string; readonly now: number; readonly newId: () => string };

export async function giveGrade(
  store: Store,
  { assignment, actor, group }: Entered,
  { given: typed, ...hand }: Hand & { readonly given: GradeGiven },
): Promise<void> {
  const { id } = assignment;
  const facts = await factsOf(store, assignment, hand.now);
  const member = studentBy(facts.students, typed.member)?.member;
  if (member === undefined) throw new Problem("not-found", assignmentWords.unknown);
  const marks = facts.marks.get(member) ?? {};
  const marking = markingFor(assignment, marks, { given: typed, viewer: hand.viewer });
  const before = marks[marking] ?? null;
  if ((before?.version ?? 0) !== typed.version) throw await faster(store, before);
  const phrases = await phrasesOf(store, group.id, typed.phrases ?? []);
  const comment = tidyParagraphs(
    withPhrases(
      typed.comment,
      phrases.map(({ words }) => words),
    ),
  );
  const levels = typed.levels ?? {};
  const reason = (typed.reason ?? "").trim();
  const submission = facts.handed.get(member);
  const suggested = submission === undefined ? null : suggestedFor(facts, submission, levels);
  const given = { ...typed, points: typed.points ?? pointsIn(assignment, typed, suggested) };
  demandPoints(assignment, given);
  demandWords(comment, reason);
  if (strangeLevels(assignment.scheme, levels).length > 0) throw new Problem("invalid", boardWords.strangeLevel);
  demandReason({ given, reason, suggested, marks: marking === "final" ? marks : {} });
  const version = given.version + 1;
  await store.grades.put({
    ...{ assignmentId: id, memberId: member, marking, points: given.points, levels, comment, reason, version },
    ...{ isExcused: given.isExcused, suggested: suggested?.points ?? null, submissionId: submission?.id ?? null },
    ...{ counted: suggested?.progress.counted ?? [], rulesVersion: `${assignment.version}.${ENGINE_VERSION}` },
    ...{ markerId: hand.viewer, at: hand.now, releasedAt: before?.releasedAt ?? null },
  });
  await store.commentBank.countUse(phrases.map((one) => one.id));
  const about = { assignment: id, member, marking };
  await recordChange(
    { store, now: hand.now, newId: hand.newId, group: group.id, actor },
    {
      verb: "grade.set",
      subject: { kind: "assignment", id },
      before: { ...about, points: before?.points ?? null, excused: before?.isExcused ?? false },
      after: {
        ...{ ...about, points: given.points, excused: given.isExcused, version },
        ...{ suggested: suggested?.points ?? null, overridden: reason !== "" },
      },
    },
  );
}

/** A rubric that is filled says the points where nobody typed any: what is suggested by it, if work was handed in. */
function pointsIn(
  { scheme }: AssignmentRow,
  { levels = {}, isExcused }: GradeGiven,
  suggested: Suggested | null,
): number | null {
  const byRubric = scheme.kind === "points" && !isExcused ? rubricPoints(scheme, levels) : null;
  return byRubric === null ? null : (suggested?.points ?? byRubric);
}

/** Who excuses says the last word at once: there is nothing to be marked. */
function markingFor(
  { hasSecondMarker }: AssignmentRow,
  marks: MarkRows,
  { given, viewer }: { readonly given: GradeGiven; readonly viewer: string },
): Marking {
  if (!hasSecondMarker || given.marking === "final") {
    if (!isSettled(marks, hasSecondMarker) && !given.isExcused) throw new Problem("invalid", boardWords.notBothYet);
    return "final";
  }
  return ownMarking(marks, viewer, hasSecondMarker);
}

function demandPoints({ scheme }: AssignmentRow, { points, isExcused }: GradeGiven): void {
  const most = scheme.kind === "points" ? scheme.points : 1;
  if (points === null || isExcused || (points >= 0 && points <= most)) return;
  const sentence = assignmentWords.board.pointsWrong(most);
  throw new Problem("invalid", sentence, { fields: { points: sentence } });
}

function demandWords(comment: string, reason: string): void {
  const tooLong = assignmentWords.problems.long;
  const fields = {
    ...([...comment].length > MAX_COMMENT ? { comment: tooLong } : {}),
    ...([...reason].length > MAX_REASON ? { reason: tooLong } : {}),
  };
  if (Object.keys(fields).length > 0) throw new Problem("invalid", tooLong, { fields });
}

type Reasoned = {
  readonly given: GradeGiven;
  readonly reason: string;
  readonly suggested: Suggested | null;
  /** For the last word: what both markers gave, of which either one, or the middle, needs no reason of its own. */
  readonly marks: MarkRows;
};

function demandReason({ given, reason, suggested, marks: { first, second } }: Reasoned): void {
  const { points, isExcused } = given;
  if (points === null || isExcused || reason !== "") return;
  if (suggested?.points == null) return;
  const both = [first?.points, second?.points].filter((one) => one != null);
  if ([suggested.points, ...both, meanOf(both)].includes(points)) return;
  throw new Problem("invalid", boardWords.giveReason, { fields: { reason: boardWords.giveReason } });
}

async function faster(store: Store, grade: GradeRow | null): Promise<Problem> {
  const marker = grade?.markerId == null ? null : await store.members.byId(grade.markerId);
  return new Problem("conflict", assignmentWords.board.conflict(marker?.name ?? boardWords.somebody));
}

async function phrasesOf(store: Store, group: string, ids: readonly string[]) {
  return ids.length === 0 ? [] : (await store.commentBank.ofGroup(group)).filter(({ id }) => ids.includes(id));
}

function withPhrases(comment: string, phrases: readonly string[]): string {
  const missing = phrases.filter((words) => !comment.includes(words));
  return [comment.trimEnd(), ...missing].filter((part) => part !== "").join("\n\n");
}

/** Shows grades to their students; gives the members who had not seen theirs before. Undecided ones stay hidden. */
export async function releaseGrades(
  store: Store,
  { assignment, actor, group }: Entered,
  { rows, now, newId }: Omit<Hand, "viewer"> & { readonly rows: readonly string[] | null },
): Promise<readonly string[]> {
  const { id } = assignment;
  const grades = await store.grades.ofAssignment(id);
  const students = await classOf(store, assignment, grades);
  const chosen = rows === null ? students : students.filter(({ face }) => rows.includes(face.id));
  const decided = chosen.flatMap(({ member }) => {
    const grade = grades.get(member);
    const says = grade !== undefined && (grade.points !== null || grade.isExcused || grade.comment !== "");
    return says ? member : [];
  });
  const released = await store.grades.release(id, decided, now);
  if (released.length === 0) return released;
  const [only] = released.length === 1 ? released : [];
  await recordChange(
    { store, now, newId, group: group.id, actor },
    {
      verb: "grade.release",
      subject: { kind: "assignment", id },
      before: {},
      after: { assignment: id, released: released.length, ...(only === undefined ? {} : { member: only }) },
    },
  );
  return released;
}
