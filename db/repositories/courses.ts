/** What a group sets for its close readings, and how long its students read where that is measured. Times in milliseconds. */
import { and, eq, inArray, sql } from "drizzle-orm";
import type { Start } from "#app/domain/assignment/moved.ts";
import { believed } from "#app/domain/assignment/reading-time.ts";
import type { Db } from "#db/client.ts";
import { courses, readingTimes } from "#db/schema/assignments.ts";
import { documents } from "#db/schema/documents.ts";

const DAY = 24 * 60 * 60 * 1000;

/** Verbs over courses. */
export function coursesRepository(db: Db) {
  return {
    async measuresReading(groupId: string): Promise<boolean> {
      const row = db.select().from(courses).where(eq(courses.groupId, groupId)).get();
      return row?.measuresReading === true;
    },

    /** What new assignments begin with, and the zone of their clock; null where nothing was said. */
    async start(groupId: string): Promise<(Start & { readonly zone: string }) | null> {
      const row = db.select().from(courses).where(eq(courses.groupId, groupId)).get();
      return row === undefined || !("late" in row.defaults) ? null : { ...row.defaults, zone: row.zone };
    },

    /** Null start: nothing again. `zone` (IANA). */
    async setStart(groupId: string, start: Start | null, zone: string): Promise<void> {
      db.insert(courses)
        .values({ groupId, zone, defaults: start ?? {} })
        .onConflictDoUpdate({ target: courses.groupId, set: { defaults: start ?? {}, zone } })
        .run();
    },

    /** What was measured goes when it is turned off. `zone` (IANA) is that of a course which is new. */
    async setMeasuresReading(groupId: string, measuresReading: boolean, zone: string): Promise<void> {
      db.insert(courses)
        .values({ groupId, zone, defaults: {}, measuresReading })
        .onConflictDoUpdate({ target: courses.groupId, set: { measuresReading } })
        .run();
      if (measuresReading) return;
      const texts = db.select({ id: documents.id }).from(documents).where(eq(documents.groupId, groupId));
      db.delete(readingTimes).where(inArray(readingTimes.documentId, texts)).run();
    },

    /** Adds to the day what is believed of `told`. */
    async addReading(memberId: string, documentId: string, told: number, now: number): Promise<void> {
      const mine = and(eq(readingTimes.memberId, memberId), eq(readingTimes.documentId, documentId));
      const last = db
        .select({ at: sql<number | null>`max(${readingTimes.lastAt})` })
        .from(readingTimes)
        .where(mine)
        .get();
      const active = believed(told, last?.at == null ? null : now - last.at);
      db.insert(readingTimes)
        .values({ memberId, documentId, day: Math.floor(now / DAY), active, lastAt: now })
        .onConflictDoUpdate({
          target: [readingTimes.memberId, readingTimes.documentId, readingTimes.day],
          set: { active: sql`${readingTimes.active} + ${active}`, lastAt: now },
        })
        .run();
      // A clock that ran ahead holds nothing up once it is right again.
      db.update(readingTimes)
        .set({ lastAt: now })
        .where(and(mine, sql`${readingTimes.lastAt} > ${now}`))
        .run();
    },

    /** By member: in all of these texts together; of one member alone, or of everybody. */
    async readingOf(
      documentIds: readonly string[],
      memberId: string | null = null,
    ): Promise<ReadonlyMap<string, number>> {
      const here = inArray(readingTimes.documentId, [...documentIds]);
      const rows = db
        .select({ member: readingTimes.memberId, active: sql<number>`sum(${readingTimes.active})` })
        .from(readingTimes)
        .where(memberId === null ? here : and(here, eq(readingTimes.memberId, memberId)))
        .groupBy(readingTimes.memberId)
        .all();
      return new Map(rows.map(({ member, active }) => [member, active]));
    },
  };
}
