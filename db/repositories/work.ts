/** What a member wrote, without its words, and the links under which they show it. */
import { and, asc, desc, eq, gt, isNull, notInArray, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import type { AnnotationStatus, Motivation } from "#app/domain/annotation/annotation.ts";
import type { Db } from "#db/client.ts";
import { annotations, placements } from "#db/schema/annotations.ts";
import { documents } from "#db/schema/documents.ts";
import { audiences } from "#db/schema/groups.ts";
import { workLinks } from "#db/schema/work.ts";

/** One note of the member: enough to decide who sees it, to count it and to put it in order. */
export type WorkRow = {
  readonly id: string;
  readonly root: string;
  readonly document: string;
  readonly creator: string;
  readonly motivation: Motivation;
  readonly status: AnnotationStatus;
  /** Of the thread's first note, UTF-16 code units; null for the whole text. */
  readonly start: number | null;
  readonly created: number;
  readonly placements: readonly { readonly audience: string }[];
  /** Placed where the group does not see it. */
  readonly isPrivate: boolean;
};

export type WorkLinkRow = typeof workLinks.$inferSelect;

/** Verbs over a member's own notes and links. */
export function workRepository(db: Db) {
  const roots = alias(annotations, "roots");
  const written = db
    .select({
      id: annotations.id,
      root: annotations.rootId,
      document: annotations.documentId,
      creator: annotations.creatorId,
      motivation: annotations.motivation,
      status: annotations.status,
      start: roots.start,
      created: annotations.createdAt,
      audiences: sql<string>`group_concat(${placements.audienceId})`,
      isPrivate: sql<number>`min(${audiences.kind} in ('desk', 'staff'))`,
    })
    .from(annotations)
    .innerJoin(roots, eq(roots.id, annotations.rootId))
    .innerJoin(documents, eq(documents.id, annotations.documentId))
    .innerJoin(placements, eq(placements.annotationId, annotations.id))
    .innerJoin(audiences, eq(audiences.id, placements.audienceId))
    .where(
      and(
        eq(annotations.creatorId, sql.placeholder("memberId")),
        eq(documents.groupId, sql.placeholder("groupId")),
        notInArray(annotations.status, ["deleted", "redacted"]),
      ),
    )
    .groupBy(annotations.id)
    .orderBy(asc(roots.start), asc(annotations.createdAt), asc(annotations.id))
    .prepare();

  return {
    /** All that stands of what the member wrote in the group, by place in its texts. */
    async written(memberId: string, groupId: string): Promise<readonly WorkRow[]> {
      return written.all({ memberId, groupId }).map(({ audiences: placed, isPrivate, ...row }) => ({
        ...row,
        placements: placed.split(",").map((audience) => ({ audience })),
        isPrivate: isPrivate === 1,
      }));
    },

    async addLink(link: Omit<WorkLinkRow, "revokedAt">): Promise<void> {
      db.insert(workLinks).values(link).run();
    },

    async linkByHash(tokenHash: string): Promise<WorkLinkRow | null> {
      return db.select().from(workLinks).where(eq(workLinks.tokenHash, tokenHash)).get() ?? null;
    },

    /** The member's links in the group that are good at `now`, newest first. */
    async openLinks(memberId: string, groupId: string, now: number): Promise<readonly WorkLinkRow[]> {
      const own = and(eq(workLinks.memberId, memberId), eq(workLinks.groupId, groupId));
      return db
        .select()
        .from(workLinks)
        .where(and(own, isNull(workLinks.revokedAt), gt(workLinks.expiresAt, now)))
        .orderBy(desc(workLinks.createdAt), desc(workLinks.id))
        .all();
    },

    /** Ends a link of that member; false when there is none. */
    async revokeLink(memberId: string, id: string, now: number): Promise<boolean> {
      const own = and(eq(workLinks.id, id), eq(workLinks.memberId, memberId), isNull(workLinks.revokedAt));
      return db.update(workLinks).set({ revokedAt: now }).where(own).run().changes === 1;
    },
  };
}
