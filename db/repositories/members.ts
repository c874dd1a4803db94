import { and, asc, eq, inArray, isNull, ne, or, sql } from "drizzle-orm";
import type { Role } from "#app/domain/group/group.ts";
import type { Profile } from "#app/domain/member/member.ts";
import type { Db } from "../client.ts";
import { members } from "../schema/accounts.ts";
import { groups, memberships } from "../schema/groups.ts";

/** A member as stored, address and password hash included: never hand one to a page. */
export type MemberRecord = typeof members.$inferSelect;

/** What may change after sign-up. */
export type MemberPatch = Partial<Omit<MemberRecord, "id" | "createdAt" | "isDemo">>;

/** People with an account. */
export function membersRepository(db: Db) {
  return {
    async byId(id: string): Promise<MemberRecord | null> {
      return db.select().from(members).where(eq(members.id, id)).get() ?? null;
    },

    /** What others may know of these members, by id. */
    async profiles(ids: readonly string[]): Promise<ReadonlyMap<string, Profile>> {
      const rows = db
        .select({
          id: members.id,
          name: members.name,
          pronouns: members.pronouns,
          hue: members.hue,
          picture: members.picture,
        })
        .from(members)
        .where(inArray(members.id, [...new Set(ids)]))
        .all();
      return new Map(rows.map((row) => [row.id, row]));
    },

    /** `key` is the normalised address (`addressKey`). */
    async byEmailKey(key: string): Promise<MemberRecord | null> {
      return db.select().from(members).where(eq(members.emailKey, key)).get() ?? null;
    },

    /** Throws SQLite's constraint error when the address is taken. */
    async insert(member: typeof members.$inferInsert): Promise<void> {
      db.insert(members).values(member).run();
    },

    async update(id: string, patch: MemberPatch): Promise<void> {
      db.update(members).set(patch).where(eq(members.id, id)).run();
    },

    async hasAdmin(): Promise<boolean> {
      return db.select({ id: members.id }).from(members).where(eq(members.isAdmin, true)).limit(1).get() !== undefined;
    },

    /** True when somebody else administers the site whose account is not about to end. */
    async hasOtherAdmin(id: string): Promise<boolean> {
      const stays = sql`not exists (select 1 from deletions e where e.member_id = ${members.id})`;
      const other = and(eq(members.isAdmin, true), ne(members.id, id), stays);
      return db.select({ id: members.id }).from(members).where(other).limit(1).get() !== undefined;
    },

    /** At most `limit` people whose name or address contains the words, by name; all of them for an empty query. */
    async search(query: string, limit: number): Promise<MemberRecord[]> {
      const pattern = `%${query.replace(/[\\%_]/g, "\\$&")}%`;
      const matches = or(
        sql`${members.name} LIKE ${pattern} ESCAPE '\\'`,
        sql`${members.email} LIKE ${pattern} ESCAPE '\\'`,
      );
      return db
        .select()
        .from(members)
        .where(and(isNull(members.endedAt), query === "" ? undefined : matches))
        .orderBy(asc(members.name), asc(members.id))
        .limit(limit)
        .all();
    },

    /** The demo's people with their active groups, one row for each group and one with nulls for those in none. */
    async demo(): Promise<{ member: MemberRecord; group: string | null; role: Role | null }[]> {
      return db
        .select({ member: members, group: groups.name, role: memberships.role })
        .from(members)
        .leftJoin(memberships, and(eq(memberships.memberId, members.id), isNull(memberships.leftAt)))
        .leftJoin(groups, eq(groups.id, memberships.groupId))
        .where(and(eq(members.isDemo, true), isNull(members.endedAt)))
        .orderBy(asc(members.createdAt), asc(members.id), asc(groups.name))
        .all();
    },

    async isEmpty(): Promise<boolean> {
      return db.select({ id: members.id }).from(members).limit(1).get() === undefined;
    },
  };
}
