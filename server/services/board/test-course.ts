/** A seminar with one assignment, and everything that its people do with it; for the tests of boards and grades. */
import type { AssignmentService, BriefInput } from "#app/context/assignments.ts";
import type { BoardRow, BoardService } from "#app/context/board.ts";
import type { OwnWorkService } from "#app/context/own-work.ts";
import type { Viewer } from "#app/context/viewer.ts";
import type { MailText } from "#app/words/mail.ts";
import { openSeminar, type Seminar } from "../annotations/test-seminar.ts";
import { makeAssignmentService } from "../assignments.ts";
import { makeBoardService } from "../board.ts";
import { makeCurationService } from "../curation.ts";
import { makeOwnWorkService } from "../own-work.ts";
import { standingIn } from "../rights.ts";

export type Course = {
  readonly s: Seminar;
  readonly assignments: AssignmentService;
  readonly board: BoardService;
  readonly work: OwnWorkService;
  readonly id: string;
  readonly tim: Viewer;
  /** Letters, with the address that each goes to. */
  readonly letters: readonly { readonly to: string; readonly text: MailText }[];
  readonly change: (over: Partial<BriefInput>) => Promise<void>;
  /** Id of a note in the assignment. */
  readonly write: (viewer: Viewer, body: string, given?: { readonly prompt?: string }) => Promise<string>;
  /** By Tea. */
  readonly pin: (note: string) => Promise<unknown>;
  readonly handIn: (viewer: Viewer) => Promise<unknown>;
  /** As Tea, or somebody else, sees it. */
  readonly rowOf: (student: Viewer, viewer?: Viewer) => Promise<BoardRow>;
  readonly grade: (
    marker: Viewer,
    student: Viewer,
    over?: Partial<Parameters<BoardService["grade"]>[2]>,
  ) => Promise<void>;
  /** The code of the Problem that it met, or "done". */
  readonly code: (promise: Promise<unknown>) => Promise<string>;
};

export const points = (most: number) => ({ kind: "points", points: most, rubric: [] }) as const;

export async function openCourse(over: Partial<BriefInput> = {}): Promise<Course> {
  const s = await openSeminar();
  const { read, writer, newId, time } = s.site;
  const parts = { read, newId, transact: writer.transact, clock: () => time.now };
  const letters: { to: string; text: MailText }[] = [];
  const post = {
    write: async (_: unknown, to: { readonly email: string } | null, say: () => MailText) =>
      void letters.push({ to: to?.email ?? "", text: say() }),
  };
  const hands = { notes: { run: s.run }, curation: makeCurationService(parts) };
  const assignments = makeAssignmentService({ ...parts, hands });
  const origin = "https://glossa.test";
  const told = { ...parts, origin, letters: { origin, post } };
  const board = makeBoardService(told);
  const work = makeOwnWorkService(told);
  const id = newId();
  const change: Course["change"] = async (changed) => {
    const { version, ...brief } = await assignments.edit(s.teacher, id);
    await assignments.change(s.teacher, id, version, { ...brief, ...changed });
  };
  await assignments.create(s.teacher, s.group, { id, template: "blank", title: "Read it", document: s.text.id });
  await change({ scheme: points(10), requirements: [{ kind: "notes", count: 2, minWords: 0 }], ...over });
  await assignments.publish(s.teacher, id);
  const tim = await s.site.addMember(s.group, "Tim", "teacher");

  const rowOf: Course["rowOf"] = async (student, viewer = s.teacher) => {
    const row = (await board.open(viewer, id)).rows.find((one) => one.id === student.id);
    if (row === undefined) throw new Error(`${student.name} is no row`);
    return row;
  };
  return {
    ...{ s, assignments, board, work, id, tim, letters, change, rowOf },
    async write(viewer, body, given = {}) {
      const asked = { memberId: viewer.id, documentId: s.text.id, now: time.now };
      const { rooms = [], shut = [] } = (await standingIn(read, asked)) ?? {};
      for (const { kind, audience } of [...rooms, ...shut]) {
        if (kind !== "cohort") continue;
        if ((await read.cohorts.assignmentOf(audience)) === id) return s.publish(viewer, { body, audience, ...given });
      }
      throw new Error(`${viewer.name} is in no audience of it`);
    },
    pin: (note) => hands.curation.run(s.teacher, { verb: "pin", id: note, until: null }),
    handIn: (viewer) => work.handIn(viewer, id, newId()),
    grade: (marker, student, given = {}) =>
      board.grade(marker, id, {
        ...{ member: student.id, points: 10, comment: "", isExcused: false, version: 0, reason: "as I read it" },
        ...given,
      }),
    code: (promise) => promise.then(() => "done").catch((thrown: { code: string }) => thrown.code),
  };
}
