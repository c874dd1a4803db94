/** The student's side of assignments: what is done, and handing in. */
import type { OpenWork, OwnWork, OwnWorkService, WrittenNote } from "#app/context/own-work.ts";
import type { Viewer } from "#app/context/viewer.ts";
import { suggestedPoints } from "#app/domain/assignment/count.ts";
import { rounded } from "#app/domain/assignment/grade.ts";
import { barOf, countedLate, lateBy, lateNow, penaltyOf } from "#app/domain/assignment/lateness.ts";
import type { Progress } from "#app/domain/assignment/progress.ts";
import { reachedLevels, suggestionOf } from "#app/domain/assignment/rubric.ts";
import type { CountedNote } from "#app/domain/assignment/snapshot.ts";
import type { Times } from "#app/domain/assignment/times.ts";
import { workStateOf } from "#app/domain/assignment/work-state.ts";
import { markupHtml } from "#app/domain/markup/html.ts";
import { parseMarkup } from "#app/domain/markup/parse.ts";
import { can } from "#app/domain/policy/policy.ts";
import { Problem } from "#app/domain/problem.ts";
import { assignmentWords as words } from "#app/words/assignments.ts";
import { veilWords } from "#app/words/veil.ts";
import type { AssignmentRow } from "#db/repositories/assignments.ts";
import type { GradeRow } from "#db/repositories/grades.ts";
import type { SubmissionRow, WorkNote } from "#db/repositories/submissions.ts";
import type { Store, Transact } from "#db/store.ts";
import { type Account, accountFor, accountOf, accountOfSubmission, snapshotOf } from "./assignments/account.ts";
import { archiveOf } from "./assignments/archive.ts";
import { type Entered, enterAssignment, isStudent, textsOf, timesIn } from "./assignments/enter.ts";
import { messagesAbout, sayAbout } from "./assignments/feedback.ts";
import { placedPrompts } from "./assignments/placed.ts";
import { type Letters, tellSaid } from "./board/letters.ts";
import { excerptOf } from "./excerpt.ts";
import { standingIn as groupStanding } from "./groups-standing.ts";
import { sayMoment } from "./moment.ts";
import { standingIn } from "./rights.ts";
import { type Looking, rosterFor } from "./veil.ts";

type Parts = {
  readonly read: Store;
  readonly transact: Transact;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  /** Of the site, as people type it. */
  readonly origin: string;
  /** Without it nobody is written to. */
  readonly letters?: Letters;
};

/** All that is there now: a clock that was set back hides nothing that somebody wrote before. */
const ALL = Number.MAX_SAFE_INTEGER;

export function makeOwnWorkService({ read, transact, clock, origin, letters: post }: Parts): OwnWorkService {
  const letters = post ?? null;
  const enter = async (store: Store, viewer: Viewer, id: string): Promise<Entered> => {
    const entered = await enterAssignment(store, { viewer, id, now: clock() }, null);
    // In an archived group nothing is handed in, and what was done can still be read.
    if (!isStudent(entered.actor.role)) throw new Problem("forbidden", words.forStudents);
    return entered;
  };
  return {
    async open(viewer, id) {
      return workOf(read, await enter(read, viewer, id), clock());
    },

    async beside(viewer, documentId) {
      const now = clock();
      const standing = await standingIn(read, { memberId: viewer.id, documentId, now });
      if (standing === null) throw new Problem("not-found", words.unknown);
      if (!isStudent(standing.role)) return [];
      const works = [];
      for (const { id, state } of await read.assignments.ofDocument(documentId)) {
        if (state !== "published") continue;
        const {
          written: _,
          messages: __,
          mayWrite: ___,
          veil: ____,
          ...work
        } = await workOf(read, await enter(read, viewer, id), now);
        works.push(work);
      }
      const dueOf = ({ times }: OwnWork) => times.dueAt ?? Number.MAX_SAFE_INTEGER;
      return works.sort((a, b) => dueOf(a) - dueOf(b));
    },

    async readFor(viewer, documentId, active) {
      const now = clock();
      const standing = await standingIn(read, { memberId: viewer.id, documentId, now });
      if (standing === null) throw new Problem("not-found", words.unknown);
      const { actor, group } = standing;
      if (!can(actor, "assignment.work", { group })) throw new Problem("forbidden", words.forStudents);
      if (active <= 0 || !(await read.courses.measuresReading(group.id))) return;
      await transact((store) => store.courses.addReading(viewer.id, documentId, active, now));
    },

    handIn: (viewer, assignmentId, id) =>
      transact(async (store) => {
        const { assignment, actor, group } = await enter(store, viewer, assignmentId);
        const known = await store.submissions.find(id);
        if (known !== null) {
          const isSame = known.memberId === viewer.id && known.assignmentId === assignmentId;
          if (!isSame) throw new Problem("conflict", words.changed);
          return { n: known.n, at: known.at };
        }
        if (!can(actor, "assignment.work", { group }) || assignment.state !== "published") {
          throw new Problem("forbidden", words.own.archived);
        }
        const now = clock();
        const times = (await timesIn(store, assignment))(viewer.id);
        demandOpen(times, now, viewer.timeZone);
        const notes = await store.submissions.notes({ assignment: assignmentId, member: viewer.id, until: ALL });
        const account = accountFor(await accountOf(store, assignment), viewer.id, notes);
        const [newest] = await store.submissions.ofMember(assignmentId, viewer.id);
        const n = (newest?.n ?? 0) + 1;
        await store.submissions.insert({
          ...{ id, assignmentId, memberId: viewer.id, n, by: "member", at: now, late: lateBy(times, now) },
          snapshot: snapshotOf(assignment, account.notes),
        });
        return { n, at: now };
      }),

    chooseVeil: (viewer, assignmentId, isVeiled) =>
      transact(async (store) => {
        const { assignment, actor, group } = await enter(store, viewer, assignmentId);
        const mayChoose = assignment.anonymity === "optional" && can(actor, "assignment.work", { group });
        if (!mayChoose) throw new Problem("forbidden", veilWords.notYours);
        await store.audiences.setVeiled(assignmentId, viewer.id, isVeiled);
        // Open pages ask again who sits where.
        store.effect({ kind: "opened", documents: assignment.texts.map(({ document }) => document) });
      }),

    async take(viewer, groupId) {
      const now = clock();
      const { actor, group } = await groupStanding(read, { viewer, groupId, now });
      if (!isStudent(actor.role)) throw new Problem("forbidden", words.forStudents);
      const head = { origin, address: `${origin}/g/${groupId}/assignments/export`, now, zone: viewer.timeZone };
      return archiveOf(read, { head, group, student: viewer, eyes: "student" });
    },

    say: (viewer, assignmentId, said) =>
      transact(async (store) => {
        const { assignment, actor, group } = await enter(store, viewer, assignmentId);
        if (!can(actor, "assignment.work", { group })) throw new Problem("forbidden", words.own.archived);
        const grade = await store.grades.ofMember(assignmentId, viewer.id);
        const isNew = await sayAbout(store, grade, { said, author: viewer.id, isStaff: false, now: clock() });
        if (isNew && grade !== null) await tellSaid(store, assignment, { grade, by: viewer, letters });
      }),
  };
}

function demandOpen(times: Times, now: number, zone: string): void {
  const bar = barOf(times, now);
  if (bar === null) return;
  const when = sayMoment((bar === "not-open" ? times.opensAt : times.closesAt) ?? now, zone);
  throw new Problem("locked", bar === "not-open" ? words.own.notOpen(when) : words.own.closed(when));
}

async function workOf(read: Store, { assignment, actor, group }: Entered, now: number): Promise<OpenWork> {
  const member = actor.id;
  const times = (await timesIn(read, assignment))(member);
  const account = await accountOf(read, assignment);
  const notes = await read.submissions.notes({ assignment: assignment.id, member, until: ALL });
  const { progress, notes: counted } = accountFor(account, member, notes);
  const handed = await read.submissions.ofMember(assignment.id, member);
  const takenAway = await read.submissions.takenAway(assignment.id, member);
  const grade = await read.grades.ofMember(assignment.id, member);
  const released = grade?.releasedAt == null ? null : grade;
  const texts = (await textsOf(read, assignment)).map((text) => ({
    id: text.id,
    title: text.title,
    words: text.words,
  }));
  const lateOf = (one: SubmissionRow) => countedLate(assignment.late, lateNow(times, one));
  const late = handed[0] === undefined ? null : lateOf(handed[0]);
  const bar = barOf(times, now);
  const { id, title, scheme } = assignment;
  return {
    ...{ id, title, group: { id: group.id, name: group.name }, texts, times, late: assignment.late, scheme },
    instructions: markupHtml(parseMarkup(assignment.instructions, { origin: "" })),
    state: workStateOf({ times, now, late, notes: notes.length, isExcused: released?.isExcused === true }),
    prompts: placedPrompts(assignment, account.blocks),
    progress,
    notes: notes.length,
    written: writtenIn(notes, counted, progress),
    handIns: handed.map((one) => ({
      ...{ n: one.n, by: one.by, at: one.at, late: lateOf(one) },
      notes: one.snapshot.notes.length,
    })),
    mayHandIn: can(actor, "assignment.work", { group }) && assignment.state === "published",
    bar: bar === null ? null : { kind: bar, at: (bar === "closed" ? times.closesAt : times.opensAt) ?? now },
    readingTime: await readingTimeOf(read, assignment, member),
    takenAway: takenAway.size,
    mayWrite: can(actor, "assignment.work", { group }),
    veil: await veilOf(read, assignment, actor),
    messages: released === null ? [] : await messagesAbout(read, released, member),
    feedback:
      released === null
        ? null
        : feedbackOf(released, assignment, penaltyIn(released, { assignment, account, handed, notes, takenAway })),
  };
}

async function veilOf(read: Store, { id, anonymity }: AssignmentRow, viewer: Looking): Promise<OpenWork["veil"]> {
  if (anonymity === "off") return null;
  const audiences = (await read.cohorts.ofAssignment(id)).map(({ audience }) => audience);
  const own = (await rosterFor(read, viewer, audiences)).find((seat) => seat.id === viewer.id);
  return { mayChoose: anonymity === "optional", name: own?.veil ?? null };
}

async function readingTimeOf(read: Store, { group, texts }: AssignmentRow, member: string): Promise<number | null> {
  if (!(await read.courses.measuresReading(group))) return null;
  const documents = texts.map(({ document }) => document);
  return (await read.courses.readingOf(documents, member)).get(member) ?? 0;
}

function writtenIn(
  notes: readonly WorkNote[],
  counted: readonly CountedNote[],
  progress: Progress,
): readonly WrittenNote[] {
  const counts = new Set(progress.counted);
  const wordsOf = new Map(counted.map((note) => [note.id, note.words]));
  return notes.map(({ id, body }) => ({
    ...{ id, excerpt: excerptOf(body), words: wordsOf.get(id) ?? 0, counts: counts.has(id) },
  }));
}

type Graded = {
  readonly assignment: AssignmentRow;
  readonly account: Account;
  readonly handed: readonly SubmissionRow[];
  readonly notes: readonly WorkNote[];
  readonly takenAway: ReadonlySet<string>;
};

function feedbackOf(
  { points, isExcused, comment, releasedAt, levels }: GradeRow,
  { scheme }: AssignmentRow,
  penalty: number,
): OwnWork["feedback"] {
  return {
    ...{ points, isExcused, at: releasedAt ?? 0, penalty },
    comment: markupHtml(parseMarkup(comment, { origin: "" })),
    criteria: isExcused ? [] : reachedLevels(scheme, levels),
  };
}

/** Points that lateness took off what the rules suggested; 0 where the marker gave something else, whatever the reasons were. */
function penaltyIn(grade: GradeRow, { assignment, account, handed, ...work }: Graded): number {
  const graded = handed.find(({ id }) => id === grade.submissionId);
  if (graded === undefined || grade.suggested === null || grade.points !== grade.suggested) return 0;
  const { late, scheme } = assignment;
  if (penaltyOf(late, { ...graded, zone: assignment.times.zone }) === 0) return 0;
  const byRules = suggestedPoints(scheme, accountOfSubmission(account, graded, work));
  const { reached } = suggestionOf(scheme, { byRules, levels: grade.levels, share: 0 });
  return rounded(Math.max(0, (reached ?? 0) - grade.suggested));
}
