/** Grades, the newest of each marker, and the comments that teachers use again. Times in milliseconds. */
import { and, asc, desc, eq, inArray, isNull, sql } from "drizzle-orm";
import type { Marking } from "#app/domain/assignment/grade.ts";
import type { Db } from "#db/client.ts";
import { commentBank, grades } from "#db/schema/grading.ts";

export type GradeRow = typeof grades.$inferSelect;
/** What markers gave to one work, by marking. */
export type MarkRows = Readonly<Partial<Record<Marking, GradeRow>>>;
export type BankRow = typeof commentBank.$inferSelect;

/** Verbs over grades. */
export function gradesRepository(db: Db) {
  const final = (assignmentId: string) => and(eq(grades.assignmentId, assignmentId), eq(grades.marking, "final"));
  return {
    /** Final ones by member. */
    async ofAssignment(assignmentId: string): Promise<ReadonlyMap<string, GradeRow>> {
      const rows = db.select().from(grades).where(final(assignmentId)).all();
      return new Map(rows.map((row) => [row.memberId, row]));
    },

    async ofMember(assignmentId: string, memberId: string): Promise<GradeRow | null> {
      const mine = and(final(assignmentId), eq(grades.memberId, memberId));
      return db.select().from(grades).where(mine).get() ?? null;
    },

    /** Of every marker, by member. */
    async marks(assignmentId: string): Promise<ReadonlyMap<string, MarkRows>> {
      const byMember = new Map<string, MarkRows>();
      for (const row of db.select().from(grades).where(eq(grades.assignmentId, assignmentId)).all()) {
        byMember.set(row.memberId, { ...byMember.get(row.memberId), [row.marking]: row });
      }
      return byMember;
    },

    async put(row: GradeRow): Promise<void> {
      const { assignmentId: _, memberId: __, marking: ___, ...said } = row;
      db.insert(grades)
        .values(row)
        .onConflictDoUpdate({ target: [grades.assignmentId, grades.memberId, grades.marking], set: said })
        .run();
    },

    /** Shows grades to those students; gives who had not seen theirs before. */
    async release(assignmentId: string, memberIds: readonly string[], at: number): Promise<readonly string[]> {
      const released: string[] = [];
      for (const memberId of memberIds) {
        const hidden = and(final(assignmentId), eq(grades.memberId, memberId), isNull(grades.releasedAt));
        if (db.update(grades).set({ releasedAt: at }).where(hidden).run().changes > 0) released.push(memberId);
      }
      return released;
    },
  };
}

/** Verbs over the comments that a group's teachers use again. */
export function commentBankRepository(db: Db) {
  return {
    /** Most used first. */
    async ofGroup(groupId: string): Promise<readonly BankRow[]> {
      return db
        .select()
        .from(commentBank)
        .where(eq(commentBank.groupId, groupId))
        .orderBy(desc(commentBank.uses), asc(commentBank.createdAt), asc(commentBank.id))
        .all();
    },

    async insert(row: typeof commentBank.$inferInsert): Promise<void> {
      db.insert(commentBank).values(row).run();
    },

    /** False when the group has none of that id. */
    async remove(groupId: string, id: string): Promise<boolean> {
      const one = and(eq(commentBank.id, id), eq(commentBank.groupId, groupId));
      return db.delete(commentBank).where(one).run().changes > 0;
    },

    async countUse(ids: readonly string[]): Promise<void> {
      const used = inArray(commentBank.id, [...ids]);
      db.update(commentBank)
        .set({ uses: sql`${commentBank.uses} + 1` })
        .where(used)
        .run();
    },
  };
}
