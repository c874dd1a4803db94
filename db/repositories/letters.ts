/** The queue of letters. */
import { and, asc, desc, eq, inArray, isNotNull, lt, lte, ne, sql } from "drizzle-orm";
import type { SQLiteColumn } from "drizzle-orm/sqlite-core";
import type { Db } from "#db/client.ts";
import { letters } from "#db/schema/news.ts";

export type LetterRow = typeof letters.$inferSelect;

/** A letter as it is put into the queue. */
export type NewLetter = Pick<
  LetterRow,
  "id" | "memberId" | "address" | "subject" | "text" | "html" | "headers" | "news" | "rootId" | "createdAt"
>;

/** A letter without what it says. */
export type LetterState = Pick<LetterRow, "id" | "address" | "createdAt" | "dueAt" | "tries" | "state" | "trouble"> & {
  readonly isNews: boolean;
};

const blank = { subject: "", text: "", html: "", headers: {}, news: [] } as const;

/** Verbs over letters; times in milliseconds. */
export function lettersRepository(db: Db) {
  const of = (id: string) => eq(letters.id, id);
  const waiting = eq(letters.state, "waiting");

  return {
    /** Waits from now on, and is due at once. */
    async insert(letter: NewLetter): Promise<void> {
      db.insert(letters)
        .values({ ...letter, dueAt: letter.createdAt, state: "waiting" })
        .run();
    },

    async find(id: string): Promise<LetterRow | null> {
      return db.select().from(letters).where(of(id)).get() ?? null;
    },

    /** What waits and is due, longest due first. */
    async due(now: number, limit: number): Promise<readonly LetterRow[]> {
      return db
        .select()
        .from(letters)
        .where(and(waiting, lte(letters.dueAt, now)))
        .orderBy(asc(letters.dueAt), asc(letters.id))
        .limit(limit)
        .all();
    },

    /** When the next letter is due, null when none waits. */
    async nextDue(): Promise<number | null> {
      const row = db
        .select({ dueAt: letters.dueAt })
        .from(letters)
        .where(waiting)
        .orderBy(asc(letters.dueAt))
        .limit(1)
        .get();
      return row?.dueAt ?? null;
    },

    /** A try begins: counted before it is made, so that one that ends the process is counted too. */
    async beginTry(id: string, nextAt: number): Promise<void> {
      db.update(letters)
        .set({ tries: sql`${letters.tries} + 1`, dueAt: nextAt })
        .where(of(id))
        .run();
    },

    async postpone(id: string, dueAt: number, trouble: string): Promise<void> {
      db.update(letters).set({ dueAt, trouble }).where(of(id)).run();
    },

    /** Forgets what it said. */
    async markSent(id: string, now: number): Promise<void> {
      db.update(letters)
        .set({ ...blank, state: "sent", dueAt: now, trouble: "" })
        .where(of(id))
        .run();
    },

    /** Keeps what it says, so that it can be tried again by hand; but for news, which are written anew. */
    async giveUp(id: string, now: number, trouble: string): Promise<void> {
      const kept = (words: SQLiteColumn) => sql`case when ${letters.news} = '[]' then ${words} else '' end`;
      db.update(letters)
        .set({ state: "given-up", dueAt: now, trouble, text: kept(letters.text), html: kept(letters.html) })
        .where(of(id))
        .run();
    },

    /** Due at once, with all its tries before it and a day from now to make them. */
    async revive(id: string, now: number): Promise<void> {
      db.update(letters).set({ state: "waiting", dueAt: now, createdAt: now, tries: 0 }).where(of(id)).run();
    },

    /** Those on their way that tell of any of these notifications. */
    async tellingOf(news: readonly string[]): Promise<readonly Pick<LetterRow, "id" | "news">[]> {
      if (news.length === 0) return [];
      const tells = sql`exists (select 1 from json_each(${letters.news}) n where n.value in (select value from json_each(${JSON.stringify(news)})))`;
      return db
        .select({ id: letters.id, news: letters.news })
        .from(letters)
        .where(and(ne(letters.state, "sent"), tells))
        .all();
    },

    async remove(id: string): Promise<void> {
      db.delete(letters).where(of(id)).run();
    },

    /** What waits or was given up, without what it says: given up first, then by when it is due. */
    async unsent(limit: number): Promise<readonly LetterState[]> {
      const rows = db
        .select({
          id: letters.id,
          address: letters.address,
          createdAt: letters.createdAt,
          dueAt: letters.dueAt,
          tries: letters.tries,
          state: letters.state,
          trouble: letters.trouble,
          news: letters.news,
        })
        .from(letters)
        .where(and(ne(letters.state, "sent"), ne(letters.address, "")))
        .orderBy(asc(letters.state), asc(letters.dueAt), asc(letters.id))
        .limit(limit)
        .all();
      return rows.map(({ news, ...letter }) => ({ ...letter, isNews: news.length > 0 }));
    },

    /** Letters to somebody in each state. */
    async counts(): Promise<Readonly<Record<LetterRow["state"], number>>> {
      const rows = db
        .select({ state: letters.state, n: sql<number>`count(*)` })
        .from(letters)
        .where(ne(letters.address, ""))
        .groupBy(letters.state)
        .all();
      return { waiting: 0, sent: 0, "given-up": 0, ...Object.fromEntries(rows.map(({ state, n }) => [state, n])) };
    },

    /** When the member was last written to at once about the thread, null for never. */
    async lastAtOnce(memberId: string, rootId: string): Promise<number | null> {
      const row = db
        .select({ createdAt: letters.createdAt })
        .from(letters)
        .where(and(eq(letters.memberId, memberId), eq(letters.rootId, rootId), isNotNull(letters.rootId)))
        .orderBy(desc(letters.createdAt))
        .limit(1)
        .get();
      return row?.createdAt ?? null;
    },

    /** Forgets letters that ended before `time`; gives the number of rows swept. */
    async sweep(time: number): Promise<number> {
      return db
        .delete(letters)
        .where(and(inArray(letters.state, ["sent", "given-up"]), lt(letters.dueAt, time)))
        .run().changes;
    },
  };
}
