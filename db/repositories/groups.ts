import { and, asc, eq, isNull, lte, type SQL, sql } from "drizzle-orm";
import type { Role } from "#app/domain/group/group.ts";
import type { Db } from "../client.ts";
import { groups, memberships } from "../schema/groups.ts";

export type GroupRecord = typeof groups.$inferSelect;
export type GroupPatch = Partial<Omit<GroupRecord, "id" | "createdAt">>;

/** A group as one of its members sees it in a list; `notes` counts what is published to the whole group. */
export type GroupCardRecord = GroupRecord & { role: Role; members: number; texts: number; notes: number };

export type GroupsRepository = ReturnType<typeof groupsRepository>;

const membersOf = sql<number>`(SELECT count(*) FROM memberships AS m WHERE m.group_id = ${groups.id} AND m.left_at IS NULL)`;
const textsOf = sql<number>`(SELECT count(*) FROM documents AS d WHERE d.group_id = ${groups.id} AND d.delete_after IS NULL)`;
const notesOf = sql<number>`(
  SELECT count(*) FROM audiences AS a
  JOIN placements AS p ON p.audience_id = a.id
  JOIN annotations AS n ON n.id = p.annotation_id
  WHERE a.group_id = ${groups.id} AND a.kind = 'group' AND n.status = 'published')`;

/** Groups of people who read together. */
export function groupsRepository(db: Db) {
  const cards = (memberId: string, which?: SQL): GroupCardRecord[] =>
    db
      .select({
        id: groups.id,
        name: groups.name,
        description: groups.description,
        colourNames: groups.colourNames,
        recordShown: groups.recordShown,
        createdAt: groups.createdAt,
        archivedAt: groups.archivedAt,
        deleteAfter: groups.deleteAfter,
        role: memberships.role,
        members: membersOf,
        texts: textsOf,
        notes: notesOf,
      })
      .from(groups)
      .innerJoin(memberships, eq(memberships.groupId, groups.id))
      .where(and(eq(memberships.memberId, memberId), isNull(memberships.leftAt), which))
      .orderBy(asc(groups.name), asc(groups.id))
      .all();

  return {
    async byId(id: string): Promise<GroupRecord | null> {
      return db.select().from(groups).where(eq(groups.id, id)).get() ?? null;
    },

    /** The active groups of a member, by name. */
    async cardsOf(memberId: string): Promise<GroupCardRecord[]> {
      return cards(memberId);
    },

    /** One group as that member sees it; null for those who are not in it. */
    async cardOf(memberId: string, groupId: string): Promise<GroupCardRecord | null> {
      return cards(memberId, eq(groups.id, groupId))[0] ?? null;
    },

    async insert(group: typeof groups.$inferInsert): Promise<void> {
      db.insert(groups).values(group).run();
    },

    async update(id: string, patch: GroupPatch): Promise<void> {
      db.update(groups).set(patch).where(eq(groups.id, id)).run();
    },

    /** Ids of the groups whose grace period is over. */
    async due(now: number): Promise<string[]> {
      const rows = db.select({ id: groups.id }).from(groups).where(lte(groups.deleteAfter, now)).all();
      return rows.map((row) => row.id);
    },

    /** Takes memberships, invitations, audiences and documents with it. */
    async delete(id: string): Promise<void> {
      db.delete(groups).where(eq(groups.id, id)).run();
    },
  };
}
