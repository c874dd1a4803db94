/** Takes the work of those who did not hand in as it stood when it was due; a step at a time, and again after a crash. */
import type { Store, Transact } from "#db/store.ts";
import { accountFor, accountOf, snapshotOf } from "./account.ts";
import { studentsOf, timesIn } from "./enter.ts";

type Hands = {
  readonly read: Store;
  readonly transact: Transact;
  /** A new ULID. */
  readonly newId: () => string;
};

/** Assignments that are looked at in one run; others wait for the next. */
const AT_ONCE = 20;

/**
 * One work for each student, so that nothing waits behind a class and what was taken before a crash is not taken twice. Who
 * has more time is taken when that is over; an assignment is done when nobody has any left.
 */
export async function collectWork({ read, transact, newId }: Hands, now: number): Promise<void> {
  for (const assignment of await read.assignments.toCollect(now, AT_ONCE)) {
    const timesOf = await timesIn(read, assignment);
    let isDone = true;
    for (const { id: memberId } of await studentsOf(read, assignment.group)) {
      const { dueAt } = timesOf(memberId);
      if (dueAt === null) continue;
      if (dueAt > now) isDone = false;
      else await transact((store) => takeWork(store, { assignmentId: assignment.id, memberId, dueAt, newId }));
    }
    if (isDone) await transact((store) => store.assignments.setCollected(assignment.id, now));
  }
}

type Taking = {
  readonly assignmentId: string;
  readonly memberId: string;
  readonly dueAt: number;
  readonly newId: () => string;
};

/** As it stood at the due time, whenever this runs; nothing where nothing was written or something was handed in. */
async function takeWork(store: Store, { assignmentId, memberId, dueAt, newId }: Taking): Promise<void> {
  const assignment = await store.assignments.find(assignmentId);
  if (assignment === null || (await store.submissions.ofMember(assignmentId, memberId)).length > 0) return;
  const notes = await store.submissions.notes({ assignment: assignmentId, member: memberId, until: dueAt });
  if (notes.length === 0) return;
  const account = accountFor(await accountOf(store, assignment), memberId, notes);
  const snapshot = snapshotOf(assignment, account.notes);
  await store.submissions.insert({
    ...{ id: newId(), assignmentId, memberId, n: 1, by: "deadline", at: dueAt, late: 0, snapshot },
  });
}
