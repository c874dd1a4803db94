/** The facts from which rights are decided, each in one statement. */
import { and, eq, isNull, sql } from "drizzle-orm";
import { isStaff, type Lifecycle, type Role } from "#app/domain/group/group.ts";
import type { Db } from "#db/client.ts";
import { members } from "#db/schema/accounts.ts";
import { documents } from "#db/schema/documents.ts";
import { groups, memberships } from "#db/schema/groups.ts";
import { textModerators } from "#db/schema/people.ts";

export type GroupAccess = {
  readonly role: Role;
  readonly isAdmin: boolean;
  readonly group: Lifecycle & { readonly id: string; readonly name: string };
};

export type DocumentAccess = GroupAccess & {
  readonly document: Lifecycle & { readonly id: string; readonly addedBy: string; readonly revisionId: string };
};

/** Verbs that answer null for everybody who is no active member of the group. */
export function accessRepository(db: Db) {
  const groupColumns = {
    id: groups.id,
    name: groups.name,
    archivedAt: groups.archivedAt,
    deleteAfter: groups.deleteAfter,
  };
  const { placeholder } = sql;
  const ofGroup = db
    .select({ role: memberships.role, isAdmin: members.isAdmin, group: groupColumns })
    .from(memberships)
    .innerJoin(groups, eq(groups.id, memberships.groupId))
    .innerJoin(members, eq(members.id, memberships.memberId))
    .where(
      and(
        eq(memberships.memberId, placeholder("memberId")),
        eq(memberships.groupId, placeholder("groupId")),
        isNull(memberships.leftAt),
      ),
    )
    .prepare();
  const ofDocument = db
    .select({
      role: memberships.role,
      isAdmin: members.isAdmin,
      moderates: textModerators.memberId,
      group: groupColumns,
      document: {
        id: documents.id,
        addedBy: documents.addedBy,
        revisionId: documents.revisionId,
        archivedAt: documents.archivedAt,
        deleteAfter: documents.deleteAfter,
      },
    })
    .from(documents)
    .innerJoin(groups, eq(groups.id, documents.groupId))
    .innerJoin(memberships, and(eq(memberships.groupId, groups.id), isNull(memberships.leftAt)))
    .innerJoin(members, eq(members.id, memberships.memberId))
    .leftJoin(
      textModerators,
      and(eq(textModerators.documentId, documents.id), eq(textModerators.memberId, memberships.memberId)),
    )
    .where(and(eq(documents.id, placeholder("documentId")), eq(memberships.memberId, placeholder("memberId"))))
    .prepare();

  return {
    async group(memberId: string, groupId: string): Promise<GroupAccess | null> {
      return ofGroup.get({ memberId, groupId }) ?? null;
    },

    async document(memberId: string, documentId: string): Promise<DocumentAccess | null> {
      const row = ofDocument.get({ memberId, documentId });
      if (row === undefined) return null;
      const { moderates, ...access } = row;
      return { ...access, role: roleWith(access.role, moderates !== null) };
    },

    /** The role that a member has in a text: at least a moderator's for those who moderate it. */
    async roleIn(documentId: string, memberId: string): Promise<Role | null> {
      const row = ofDocument.get({ memberId, documentId });
      return row === undefined ? null : roleWith(row.role, row.moderates !== null);
    },
  };
}

/** Whoever moderates a text counts as a moderator there, and keeps a higher role. */
export function roleWith(role: Role, moderates: boolean): Role {
  return moderates && !isStaff(role) ? "moderator" : role;
}
