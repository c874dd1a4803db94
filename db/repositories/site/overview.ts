/** What those who run a site see of all of it: counts, groups, sessions and one member. */
import { and, asc, count, desc, eq, gt, isNull, sql } from "drizzle-orm";
import type { Role } from "#app/domain/group/group.ts";
import type { Db } from "#db/client.ts";
import { members, sessions } from "#db/schema/accounts.ts";
import { groups, memberships } from "#db/schema/groups.ts";

export type SiteCounts = {
  readonly members: number;
  readonly groups: number;
  readonly texts: number;
  readonly notes: number;
};

export type SiteGroup = {
  readonly id: string;
  readonly name: string;
  readonly createdAt: number;
  readonly archivedAt: number | null;
  readonly deleteAfter: number | null;
  readonly members: number;
  readonly texts: number;
  readonly owners: number;
  /** Name of the one who has owned it longest, null where nobody does. */
  readonly owner: string | null;
};

export type SiteSession = {
  readonly id: string;
  readonly member: string;
  readonly name: string;
  readonly device: string;
  readonly createdAt: number;
  readonly seenAt: number;
};

/** Verbs that only read. */
export function overviewRepository(db: Db) {
  const counts = db.$client.prepare<[], SiteCounts>(
    `SELECT (SELECT count(*) FROM members) AS members,
            (SELECT count(*) FROM groups WHERE delete_after IS NULL) AS groups,
            (SELECT count(*) FROM documents WHERE delete_after IS NULL) AS texts,
            (SELECT count(*) FROM annotations WHERE status = 'published') AS notes`,
  );
  const active = sql`m.group_id = ${groups.id} AND m.left_at IS NULL`;
  const owning = sql`${active} AND m.role = 'owner'`;
  const sessionColumns = {
    id: sessions.id,
    member: members.id,
    name: members.name,
    device: sessions.device,
    createdAt: sessions.createdAt,
    seenAt: sessions.seenAt,
  };

  return {
    async counts(): Promise<SiteCounts> {
      return counts.get() ?? { members: 0, groups: 0, texts: 0, notes: 0 };
    },

    /** Groups whose name contains the words, by name; those without an owner first. */
    async groups(query: string, limit: number): Promise<readonly SiteGroup[]> {
      const owners = sql<number>`(SELECT count(*) FROM memberships m WHERE ${owning})`;
      return db
        .select({
          id: groups.id,
          name: groups.name,
          createdAt: groups.createdAt,
          archivedAt: groups.archivedAt,
          deleteAfter: groups.deleteAfter,
          members: sql<number>`(SELECT count(*) FROM memberships m WHERE ${active})`,
          texts: sql<number>`(SELECT count(*) FROM documents d WHERE d.group_id = "groups"."id" AND d.delete_after IS NULL)`,
          owners,
          owner: sql<string | null>`(SELECT p.name FROM memberships m JOIN members p ON p.id = m.member_id
            WHERE ${owning} ORDER BY m.joined_at, m.member_id LIMIT 1)`,
        })
        .from(groups)
        .where(sql`${groups.name} LIKE ${patternOf(query)} ESCAPE '\\'`)
        .orderBy(sql`${owners} > 0`, asc(groups.name), asc(groups.id))
        .limit(limit)
        .all();
    },

    /** Active members of a group by name, to choose a new owner from. */
    async membersOf(
      groupId: string,
    ): Promise<readonly { readonly id: string; readonly name: string; readonly role: Role }[]> {
      return db
        .select({ id: members.id, name: members.name, role: memberships.role })
        .from(memberships)
        .innerJoin(members, eq(members.id, memberships.memberId))
        .where(and(eq(memberships.groupId, groupId), isNull(memberships.leftAt)))
        .orderBy(asc(members.name), asc(members.id))
        .all();
    },

    /** Sessions that are open at `now` (milliseconds), newest use first. */
    async sessions(now: number, limit: number): Promise<readonly SiteSession[]> {
      return db
        .select(sessionColumns)
        .from(sessions)
        .innerJoin(members, eq(members.id, sessions.memberId))
        .where(gt(sessions.expiresAt, now))
        .orderBy(desc(sessions.seenAt), asc(sessions.id))
        .limit(limit)
        .all();
    },

    async session(id: string): Promise<SiteSession | null> {
      const rows = db.select(sessionColumns).from(sessions).innerJoin(members, eq(members.id, sessions.memberId));
      return rows.where(eq(sessions.id, id)).get() ?? null;
    },

    /** The groups of a member, by name. */
    async groupsOf(
      memberId: string,
    ): Promise<readonly { readonly id: string; readonly name: string; readonly role: Role }[]> {
      return db
        .select({ id: groups.id, name: groups.name, role: memberships.role })
        .from(memberships)
        .innerJoin(groups, eq(groups.id, memberships.groupId))
        .where(and(eq(memberships.memberId, memberId), isNull(memberships.leftAt)))
        .orderBy(asc(groups.name), asc(groups.id))
        .all();
    },

    async administrators(): Promise<number> {
      return db.select({ n: count() }).from(members).where(eq(members.isAdmin, true)).get()?.n ?? 0;
    },

    /** Letters that wait, and those that were given up. */
    async letters(): Promise<{ readonly waiting: number; readonly givenUp: number }> {
      const rows = db.$client
        .prepare<[], { state: string; n: number }>(
          "SELECT state, count(*) AS n FROM letters WHERE state <> 'sent' GROUP BY state",
        )
        .all();
      const of = (state: string) => rows.find((row) => row.state === state)?.n ?? 0;
      return { waiting: of("waiting"), givenUp: of("given-up") };
    },
  };
}

function patternOf(query: string): string {
  return `%${query.replace(/[\\%_]/g, "\\$&")}%`;
}
