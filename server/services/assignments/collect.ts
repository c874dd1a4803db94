/** Takes the work of those who did not hand in as it stood when it was due; a step at a time, and again after a crash. */
import type { CountedNote } from "#app/domain/assignment/snapshot.ts";
import type { AssignmentRow } from "#db/repositories/assignments.ts";
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
    const isToTake = await waiting(read, assignment);
    let isDone = true;
    for (const { id: memberId } of await studentsOf(read, assignment.group)) {
      const { dueAt } = timesOf(memberId);
      if (dueAt === null) continue;
      if (dueAt > now) isDone = false;
      else if (isToTake(memberId, dueAt)) {
        await transact((store) => takeWork(store, { assignmentId: assignment.id, memberId, dueAt, newId }));
      }
    }
    if (isDone) await transact((store) => store.assignments.setCollected(assignment.id, now));
  }
}

/** While one of a class has more time, the others cost no transaction at every run. */
async function waiting(
  read: Store,
  { id, group, collectedAt }: AssignmentRow,
): Promise<(memberId: string, dueAt: number) => boolean> {
  const taken = await read.submissions.taken(id);
  const wrote = (await read.submissions.writers(group)).get(id);
  return (memberId, dueAt) => {
    if (wrote?.has(memberId) !== true) return false;
    const known = taken.get(memberId);
    // After a clock that was wrong each is looked at again.
    return known === undefined || (known.by === "deadline" && (known.at < dueAt || collectedAt !== null));
  };
}

type Taking = {
  readonly assignmentId: string;
  readonly memberId: string;
  readonly dueAt: number;
  readonly newId: () => string;
};

/**
 * As it stood at the due time, whenever this runs; nothing where nothing was written or something was handed in. What was
 * taken before is taken again where the member was given more time and used it.
 */
async function takeWork(store: Store, { assignmentId, memberId, dueAt, newId }: Taking): Promise<void> {
  const assignment = await store.assignments.find(assignmentId);
  const [newest] = await store.submissions.ofMember(assignmentId, memberId);
  if (assignment === null || newest?.by === "member" || (newest?.at ?? dueAt) > dueAt) return;
  const notes = await store.submissions.notes({ assignment: assignmentId, member: memberId, until: dueAt });
  if (notes.length === 0) return;
  const account = accountFor(await accountOf(store, assignment), memberId, notes);
  if (newest !== undefined && isSame(newest.snapshot.notes, account.notes)) return;
  const snapshot = snapshotOf(assignment, account.notes);
  const n = (newest?.n ?? 0) + 1;
  await store.submissions.insert({
    ...{ id: newId(), assignmentId, memberId, n, by: "deadline", at: dueAt, late: 0, snapshot },
  });
}

function isSame(before: readonly CountedNote[], now: readonly CountedNote[]): boolean {
  const said = (notes: readonly CountedNote[]) => notes.map(({ id, revision }) => `${id} ${revision}`).join();
  return said(before) === said(now);
}
