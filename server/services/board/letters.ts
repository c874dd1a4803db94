/** Letters to students: what is still to do, and that a grade is there. */

import type { Viewer } from "#app/context/viewer.ts";
import { barOf } from "#app/domain/assignment/lateness.ts";
import { Problem } from "#app/domain/problem.ts";
import { assignmentWords } from "#app/words/assignments.ts";
import { boardLetters } from "#app/words/board.ts";
import { feedbackLetters } from "#app/words/feedback.ts";
import type { MailText } from "#app/words/mail.ts";
import type { AssignmentRow } from "#db/repositories/assignments.ts";
import type { GradeRow } from "#db/repositories/grades.ts";
import type { Store } from "#db/store.ts";
import type { AccountDependencies } from "../accounts-dependencies.ts";
import type { Entered } from "../assignments/enter.ts";
import { sayMoment } from "../moment.ts";
import { recordChange } from "../rules/record-change.ts";
import { studentBy } from "./class.ts";
import { factsOf } from "./facts.ts";
import { stateIn } from "./rows.ts";

/** The site's address and its letters. */
export type Letters = Pick<AccountDependencies, "origin" | "post">;

/** Milliseconds in which nobody is reminded twice. */
const DAY = 24 * 60 * 60 * 1000;

type Reminding = {
  readonly rows: readonly string[] | null;
  readonly now: number;
  readonly newId: () => string;
  readonly letters: Letters | null;
};

/** Writes to those who have not handed in and still can; `spared` were written to within a day. */
export async function remindStudents(
  store: Store,
  { assignment, actor, group }: Entered,
  { rows, now, newId, letters }: Reminding,
): Promise<{ readonly reminded: number; readonly spared: number }> {
  if (assignment.state !== "published") throw new Problem("forbidden", assignmentWords.forTeachers);
  const { id } = assignment;
  const facts = await factsOf(store, assignment, now);
  const known = await store.board.reminded(id);
  const chosen = rows === null ? facts.students : rows.flatMap((row) => studentBy(facts.students, row) ?? []);
  const lagging = chosen.filter(({ member }) => {
    const isToDo = ["not-started", "started", "missing"].includes(stateIn(facts, member));
    return isToDo && !facts.handed.has(member) && barOf(facts.timesOf(member), now) === null;
  });
  const due = lagging.filter(({ member }) => now - (known.get(member) ?? 0) >= DAY);
  for (const { member } of due) {
    const { dueAt, zone } = facts.timesOf(member);
    const when = () => (dueAt === null ? null : sayMoment(dueAt, zone));
    await write(store, letters, {
      member,
      say: (to) => boardLetters.reminder({ ...to, title: assignment.title, due: when() }),
      id,
    });
    await recordChange(
      { store, now, newId, group: group.id, actor },
      { verb: "assignment.remind", subject: { kind: "assignment", id }, before: {}, after: { assignment: id, member } },
    );
  }
  return { reminded: due.length, spared: lagging.length - due.length };
}

/** Tells students that what they did was graded. */
export async function tellReleased(
  store: Store,
  { id, title }: AssignmentRow,
  { members, letters }: { readonly members: readonly string[]; readonly letters: Letters | null },
): Promise<void> {
  for (const member of members) {
    await write(store, letters, { member, say: (to) => boardLetters.released({ ...to, title }), id });
  }
}

/** Tells the student, or who gave the grade, that the other one wrote about it. */
export async function tellSaid(
  store: Store,
  { id, title }: AssignmentRow,
  { grade, by, letters }: { readonly grade: GradeRow; readonly by: Viewer; readonly letters: Letters | null },
): Promise<void> {
  const { memberId, markerId } = grade;
  if (by.id !== memberId) {
    const say: Letter["say"] = (to) => feedbackLetters.fromStaff({ ...to, title, by: by.name });
    await write(store, letters, { member: memberId, id, say });
  } else if (markerId !== null) {
    const say: Letter["say"] = (to) => feedbackLetters.fromStudent({ ...to, title, by: by.name });
    await write(store, letters, { member: markerId, id, below: `/grade/${memberId}`, say });
  }
}

type Letter = {
  readonly member: string;
  /** Of the assignment, where the link leads, or to a page below it. */
  readonly id: string;
  readonly below?: string;
  readonly say: (to: { readonly name: string; readonly url: string }) => MailText;
};

async function write(store: Store, letters: Letters | null, { member, id, below = "", say }: Letter): Promise<void> {
  const to = letters === null ? null : await store.members.byId(member);
  if (letters === null || to === null) return;
  const url = `${letters.origin}/assignments/${id}${below}`;
  await letters.post.write(store, to, () => say({ name: to.name, url }));
}
