/** Whom a reader ignores. */
import { and, asc, eq, inArray } from "drizzle-orm";
import type { Profile } from "#app/domain/member/member.ts";
import type { Db } from "#db/client.ts";
import { members } from "#db/schema/accounts.ts";
import { ignores } from "#db/schema/people.ts";

/** Verbs over ignoring. */
export function ignoresRepository(db: Db) {
  const { id, name, pronouns, hue, picture } = members;
  return {
    /** By name. */
    async of(memberId: string): Promise<readonly Profile[]> {
      return db
        .select({ id, name, pronouns, hue, picture })
        .from(ignores)
        .innerJoin(members, eq(members.id, ignores.ignoredId))
        .where(eq(ignores.memberId, memberId))
        .orderBy(asc(name), asc(id))
        .all();
    },

    async ids(memberId: string): Promise<ReadonlySet<string>> {
      const rows = db.select({ id: ignores.ignoredId }).from(ignores).where(eq(ignores.memberId, memberId)).all();
      return new Set(rows.map((row) => row.id));
    },

    /** Which of these members want to hear nothing of that one. */
    async ignoring(ignoredId: string, memberIds: readonly string[]): Promise<ReadonlySet<string>> {
      const among = and(eq(ignores.ignoredId, ignoredId), inArray(ignores.memberId, [...memberIds]));
      return new Set(
        db
          .select({ id: ignores.memberId })
          .from(ignores)
          .where(among)
          .all()
          .map((row) => row.id),
      );
    },

    async put(row: typeof ignores.$inferInsert): Promise<void> {
      db.insert(ignores).values(row).onConflictDoNothing().run();
    },

    async drop(memberId: string, ignoredId: string): Promise<void> {
      db.delete(ignores)
        .where(and(eq(ignores.memberId, memberId), eq(ignores.ignoredId, ignoredId)))
        .run();
    },
  };
}
