import { and, desc, eq, lte, ne, sql } from "drizzle-orm";
import type { Db } from "../client.ts";
import { members, sessions } from "../schema/accounts.ts";
import type { MemberRecord } from "./members.ts";

export type SessionRecord = typeof sessions.$inferSelect;

export type SessionsRepository = ReturnType<typeof sessionsRepository>;

/** Who is signed in where. An id is the SHA-256 of a cookie's token, so nothing in here opens a session. */
export function sessionsRepository(db: Db) {
  // Prepared, as every request reads one: building the statement anew takes ten times as long as reading.
  const withMember = db
    .select({ session: sessions, member: members })
    .from(sessions)
    .innerJoin(members, eq(members.id, sessions.memberId))
    .where(eq(sessions.id, sql.placeholder("id")))
    .prepare();

  return {
    /** The session with its member in one read, expired or not. */
    async withMember(id: string): Promise<{ session: SessionRecord; member: MemberRecord } | null> {
      return withMember.get({ id }) ?? null;
    },

    /** Newest use first. */
    async ofMember(memberId: string): Promise<SessionRecord[]> {
      return db.select().from(sessions).where(eq(sessions.memberId, memberId)).orderBy(desc(sessions.seenAt)).all();
    },

    async insert(session: SessionRecord): Promise<void> {
      db.insert(sessions).values(session).run();
    },

    /** Notes a use and moves the end of the session. */
    async touch(id: string, times: { seenAt: number; expiresAt: number }): Promise<void> {
      db.update(sessions).set(times).where(eq(sessions.id, id)).run();
    },

    /** Notes that password or factor was proved once more. */
    async confirm(id: string, confirmedAt: number): Promise<void> {
      db.update(sessions).set({ confirmedAt }).where(eq(sessions.id, id)).run();
    },

    async delete(id: string): Promise<void> {
      db.delete(sessions).where(eq(sessions.id, id)).run();
    },

    /** Ends every session of the member but `kept` (null keeps none); gives the ids of those ended. */
    async deleteOfMember(memberId: string, kept: string | null): Promise<string[]> {
      const others = kept === null ? undefined : ne(sessions.id, kept);
      return db
        .delete(sessions)
        .where(and(eq(sessions.memberId, memberId), others))
        .returning({ id: sessions.id })
        .all()
        .map((row) => row.id);
    },

    /** Gives the number of rows swept. */
    async deleteExpired(now: number): Promise<number> {
      return db.delete(sessions).where(lte(sessions.expiresAt, now)).run().changes;
    },
  };
}
