/** Which news still have to go out by letter. */
import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import type { PendingNews } from "#app/domain/news/due.ts";
import { defaultFrequency } from "#app/domain/news/news.ts";
import type { Db } from "#db/client.ts";
import { members } from "#db/schema/accounts.ts";
import { letterChoices, notifications } from "#db/schema/news.ts";

export type NewsRow = typeof notifications.$inferSelect;

/** Ids in one statement; SQLite allows 32,766 variables. */
const IDS_AT_ONCE = 10_000;

/** Verbs over notifications as far as letters are concerned; times in milliseconds. */
export function newsLettersRepository(db: Db) {
  const mark = (ids: readonly string[], mailedAt: number | null): void => {
    for (let from = 0; from < ids.length; from += IDS_AT_ONCE) {
      const some = ids.slice(from, from + IDS_AT_ONCE);
      db.update(notifications).set({ mailedAt }).where(inArray(notifications.id, some)).run();
    }
  };

  return {
    /** News of which it is not decided whether a letter tells, oldest first, with the choice of who gets it. */
    async pending(limit: number): Promise<readonly PendingNews[]> {
      const rows = db
        .select({
          id: notifications.id,
          member: notifications.memberId,
          timeZone: members.timeZone,
          kind: notifications.kind,
          chosen: letterChoices.frequency,
          root: notifications.rootId,
          created: notifications.createdAt,
          readAt: notifications.readAt,
        })
        .from(notifications)
        .innerJoin(members, eq(members.id, notifications.memberId))
        .leftJoin(
          letterChoices,
          and(eq(letterChoices.memberId, notifications.memberId), eq(letterChoices.kind, notifications.kind)),
        )
        .where(isNull(notifications.mailedAt))
        .orderBy(asc(notifications.createdAt))
        .limit(limit)
        .all();
      return rows.map(({ chosen, readAt, ...row }) => ({
        ...row,
        frequency: chosen ?? defaultFrequency[row.kind],
        isRead: readAt !== null,
      }));
    },

    async byIds(ids: readonly string[]): Promise<readonly NewsRow[]> {
      return db
        .select()
        .from(notifications)
        .where(inArray(notifications.id, [...ids]))
        .orderBy(asc(notifications.createdAt), asc(notifications.id))
        .all();
    },

    /** It is decided: a letter tells of them, or none will. */
    async settle(ids: readonly string[], now: number): Promise<void> {
      mark(ids, now);
    },

    /** It is open again. */
    async reopen(ids: readonly string[]): Promise<void> {
      mark(ids, null);
    },
  };
}
