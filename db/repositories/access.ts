/** The facts from which rights are decided, each in one statement. */
import { and, eq, isNull, sql } from "drizzle-orm";
import type { Lifecycle, Role } from "#app/domain/group/group.ts";
import type { Db } from "#db/client.ts";
import { members } from "#db/schema/accounts.ts";
import { documents } from "#db/schema/documents.ts";
import { groups, memberships } from "#db/schema/groups.ts";

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
    .where(and(eq(documents.id, placeholder("documentId")), eq(memberships.memberId, placeholder("memberId"))))
    .prepare();

  return {
    async group(memberId: string, groupId: string): Promise<GroupAccess | null> {
      return ofGroup.get({ memberId, groupId }) ?? null;
    },

    async document(memberId: string, documentId: string): Promise<DocumentAccess | null> {
      return ofDocument.get({ memberId, documentId }) ?? null;
    },
  };
}
