/** What the library says about the texts of a group, each question one statement for all of them. */
import { and, eq, inArray, isNotNull, isNull, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { annotations, placements } from "#db/schema/annotations.ts";
import { blocks, documents, seen } from "#db/schema/documents.ts";

/** Parts of a text in which the library counts notes. */
export const DENSITY_PARTS = 32;

/** `questions`: published questions that nobody has answered yet. */
export type TextCounts = Readonly<Record<"notes" | "unread" | "questions" | "own", number>>;

/** Verbs that count only what is published in the audiences given, and so what their members see. */
export function libraryRepository(db: Db) {
  const visible = (audienceIds: readonly string[]) =>
    and(inArray(placements.audienceId, [...audienceIds]), eq(annotations.status, "published"));

  return {
    /** By document id; texts without notes are missing. Own notes are never unread. */
    async counts(memberId: string, audienceIds: readonly string[]): Promise<ReadonlyMap<string, TextCounts>> {
      const isUnread = sql`${annotations.creatorId} <> ${memberId} and ${annotations.createdAt} > coalesce(${seen.seenAt}, 0)`;
      const isOpenQuestion = sql`${annotations.motivation} = 'questioning' and not exists (select 1 from annotations r
        where r.root_id = ${annotations.id} and r.id <> ${annotations.id} and r.status = 'published')`;
      const rows = db
        .select({
          document: annotations.documentId,
          notes: sql<number>`count(distinct ${annotations.id})`,
          unread: sql<number>`count(distinct case when ${isUnread} then ${annotations.id} end)`,
          own: sql<number>`count(distinct case when ${annotations.creatorId} = ${memberId} then ${annotations.id} end)`,
          questions: sql<number>`count(distinct case when ${isOpenQuestion} then ${annotations.id} end)`,
        })
        .from(placements)
        .innerJoin(annotations, eq(annotations.id, placements.annotationId))
        .leftJoin(seen, and(eq(seen.memberId, memberId), eq(seen.documentId, annotations.documentId)))
        .where(visible(audienceIds))
        .groupBy(annotations.documentId)
        .all();
      return new Map(rows.map(({ document, ...counts }) => [document, counts]));
    },

    /** By document id: threads in each of the equal parts of the text. */
    async density(audienceIds: readonly string[]): Promise<ReadonlyMap<string, readonly number[]>> {
      const length = sql`(select b."end" from blocks b where b.revision_id = ${annotations.revisionId} order by b.n desc limit 1)`;
      // The driver binds numbers as reals, and SQLite divides those without rounding.
      const part = sql<number>`cast(min(${DENSITY_PARTS - 1}, ${annotations.start} * ${DENSITY_PARTS} / max(1, ${length})) as integer)`;
      const rows = db
        .select({ document: annotations.documentId, part, notes: sql<number>`count(distinct ${annotations.id})` })
        .from(placements)
        .innerJoin(annotations, eq(annotations.id, placements.annotationId))
        .where(and(visible(audienceIds), isNull(annotations.parentId), isNotNull(annotations.start)))
        .groupBy(annotations.documentId, part)
        .all();
      const densities = new Map<string, number[]>();
      for (const { document, part: at, notes } of rows) {
        const parts = densities.get(document) ?? new Array<number>(DENSITY_PARTS).fill(0);
        parts[at] = notes;
        densities.set(document, parts);
      }
      return densities;
    },

    /** By document id: the number of the last numbered block (¶) up to where the member stopped. */
    async readTo(memberId: string, groupId: string): Promise<ReadonlyMap<string, number>> {
      const rows = db
        .select({ document: documents.id, number: sql<number | null>`max(${blocks.number})` })
        .from(seen)
        .innerJoin(documents, eq(documents.id, seen.documentId))
        .innerJoin(blocks, and(eq(blocks.revisionId, documents.revisionId), sql`${blocks.n} <= ${seen.block}`))
        .where(and(eq(seen.memberId, memberId), eq(documents.groupId, groupId)))
        .groupBy(documents.id)
        .all();
      return new Map(rows.flatMap(({ document, number }) => (number === null ? [] : [[document, number] as const])));
    },
  };
}
