/** Grades, the newest of each marker. Times in milliseconds. */
import { and, eq, isNull } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { grades } from "#db/schema/grading.ts";

export type GradeRow = typeof grades.$inferSelect;

/** Verbs over final grades. */
export function gradesRepository(db: Db) {
  const final = (assignmentId: string) => and(eq(grades.assignmentId, assignmentId), eq(grades.marking, "final"));
  return {
    /** By member. */
    async ofAssignment(assignmentId: string): Promise<ReadonlyMap<string, GradeRow>> {
      const rows = db.select().from(grades).where(final(assignmentId)).all();
      return new Map(rows.map((row) => [row.memberId, row]));
    },

    async ofMember(assignmentId: string, memberId: string): Promise<GradeRow | null> {
      const mine = and(final(assignmentId), eq(grades.memberId, memberId));
      return db.select().from(grades).where(mine).get() ?? null;
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
