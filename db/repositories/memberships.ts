import { and, asc, count, eq, inArray, isNull, not, sql } from "drizzle-orm";
import { isStaff, type Role, roles } from "#app/domain/group/group.ts";
import type { Db } from "../client.ts";
import { members } from "../schema/accounts.ts";
import { groups, memberships } from "../schema/groups.ts";

const staffRoles = roles.filter(isStaff);

export type MembershipRecord = typeof memberships.$inferSelect;

/** One line of a roster; `email` is for those who may invite, the service takes it out for everybody else. */
export type RosterRecord = {
  readonly id: string;
  readonly name: string;
  readonly pronouns: string;
  readonly hue: number;
  readonly picture: string | null;
  readonly email: string;
  readonly role: Role;
  readonly joinedAt: number;
  readonly leftAt: number | null;
};

/** Who is in which group, in which role; those who left stay as rows. */
export function membershipsRepository(db: Db) {
  const of = (groupId: string, memberId: string) =>
    and(eq(memberships.groupId, groupId), eq(memberships.memberId, memberId));

  const roleOf = db
    .select({ role: memberships.role })
    .from(memberships)
    .where(
      and(
        eq(memberships.groupId, sql.placeholder("groupId")),
        eq(memberships.memberId, sql.placeholder("memberId")),
        isNull(memberships.leftAt),
      ),
    )
    .prepare();

  return {
    /** The row of somebody who is or was in the group. */
    async find(groupId: string, memberId: string): Promise<MembershipRecord | null> {
      return db.select().from(memberships).where(of(groupId, memberId)).get() ?? null;
    },

    /** The role of an active member, null for everybody else. */
    async roleOf(groupId: string, memberId: string): Promise<Role | null> {
      const row = roleOf.get({ groupId, memberId });
      return row?.role ?? null;
    },

    /** Every active member of a group with their role. */
    async rolesIn(groupId: string): Promise<readonly { readonly member: string; readonly role: Role }[]> {
      return db
        .select({ member: memberships.memberId, role: memberships.role })
        .from(memberships)
        .where(and(eq(memberships.groupId, groupId), isNull(memberships.leftAt)))
        .all();
    },

    /** Active members with these roles, by id. */
    async withRoles(groupId: string, roles: readonly Role[]): Promise<ReadonlyMap<string, Role>> {
      const active = and(eq(memberships.groupId, groupId), isNull(memberships.leftAt));
      const rows = db
        .select({ id: memberships.memberId, role: memberships.role })
        .from(memberships)
        .where(and(active, inArray(memberships.role, [...roles])))
        .orderBy(asc(memberships.memberId))
        .all();
      return new Map(rows.map(({ id, role }) => [id, role]));
    },

    /** True for an owner, teacher or moderator of any group. */
    async isStaffSomewhere(memberId: string): Promise<boolean> {
      const leads = inArray(memberships.role, staffRoles);
      const row = db
        .select({ role: memberships.role })
        .from(memberships)
        .where(and(eq(memberships.memberId, memberId), isNull(memberships.leftAt), leads))
        .get();
      return row !== undefined;
    },

    /** Names of the groups that would be without an owner: whoever's account is about to end does not count. */
    async groupsWithoutOther(memberId: string): Promise<readonly string[]> {
      const other = sql`exists (select 1 from memberships o where o.group_id = ${memberships.groupId}
        and o.role = 'owner' and o.left_at is null and o.member_id <> ${memberId}
        and not exists (select 1 from deletions e where e.member_id = o.member_id))`;
      const owned = and(
        eq(memberships.memberId, memberId),
        eq(memberships.role, "owner"),
        isNull(memberships.leftAt),
        isNull(groups.deleteAfter),
      );
      const rows = db
        .select({ name: groups.name })
        .from(memberships)
        .innerJoin(groups, eq(groups.id, memberships.groupId))
        .where(and(owned, not(other)))
        .orderBy(asc(groups.name));
      return rows.all().map(({ name }) => name);
    },

    /** The groups that the member is or was in. */
    async everOf(memberId: string): Promise<MembershipRecord[]> {
      return db.select().from(memberships).where(eq(memberships.memberId, memberId)).all();
    },

    /** The member's active groups. */
    async ofMember(memberId: string): Promise<MembershipRecord[]> {
      return db
        .select()
        .from(memberships)
        .where(and(eq(memberships.memberId, memberId), isNull(memberships.leftAt)))
        .all();
    },

    /** Admits somebody, new or back again. */
    async admit(row: { groupId: string; memberId: string; role: Role; joinedAt: number }): Promise<void> {
      const { role, joinedAt } = row;
      db.insert(memberships)
        .values(row)
        .onConflictDoUpdate({
          target: [memberships.groupId, memberships.memberId],
          set: { role, joinedAt, leftAt: null },
        })
        .run();
    },

    async setRole(groupId: string, memberId: string, role: Role): Promise<void> {
      db.update(memberships).set({ role }).where(of(groupId, memberId)).run();
    },

    async leave(groupId: string, memberId: string, leftAt: number): Promise<void> {
      db.update(memberships).set({ leftAt }).where(of(groupId, memberId)).run();
    },

    /** Number of active owners. */
    async owners(groupId: string): Promise<number> {
      const row = db
        .select({ n: count() })
        .from(memberships)
        .where(and(eq(memberships.groupId, groupId), eq(memberships.role, "owner"), isNull(memberships.leftAt)))
        .get();
      return row?.n ?? 0;
    },

    /** Everybody who is or was in the group, by name. */
    async roster(groupId: string): Promise<RosterRecord[]> {
      return db
        .select({
          id: members.id,
          name: members.name,
          pronouns: members.pronouns,
          hue: members.hue,
          picture: members.picture,
          email: members.email,
          role: memberships.role,
          joinedAt: memberships.joinedAt,
          leftAt: memberships.leftAt,
        })
        .from(memberships)
        .innerJoin(members, eq(members.id, memberships.memberId))
        .where(eq(memberships.groupId, groupId))
        .orderBy(asc(members.name), asc(members.id))
        .all();
    },
  };
}
