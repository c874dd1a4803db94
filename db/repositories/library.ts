/** What the library says about the texts of a group, each question one statement for all of them. */
import { and, eq, inArray, isNotNull, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import type { Db } from "#db/client.ts";
import { annotations, placements, threadStates } from "#db/schema/annotations.ts";
import { blocks, documents, seen } from "#db/schema/documents.ts";
import { threadReads } from "#db/schema/news.ts";

/** Parts of a text in which the library counts notes. */
export const DENSITY_PARTS = 32;

/** `questions`: published ones whose thread nobody called answered, as the margin and the search say it. */
export type TextCounts = Readonly<Record<"notes" | "unread" | "questions" | "own", number>>;

/** Threads in each part of a text. */
export type Density = { readonly notes: readonly number[]; readonly unread: readonly number[] };

/** A text without threads. */
export const noParts = (): number[] => new Array<number>(DENSITY_PARTS).fill(0);

/** Verbs that count only what is published in the audiences given, and so what their members see. */
export function libraryRepository(db: Db) {
  const visible = (audienceIds: readonly string[]) =>
    and(inArray(placements.audienceId, [...audienceIds]), eq(annotations.status, "published"));

  const isUnread = (memberId: string) =>
    sql`${annotations.creatorId} <> ${memberId} and ${annotations.createdAt} > max(coalesce(${seen.seenAt}, 0), coalesce(${threadReads.readAt}, 0))`;
  const ofSeen = (memberId: string) => and(eq(seen.memberId, memberId), eq(seen.documentId, annotations.documentId));
  const ofRead = (memberId: string) =>
    and(eq(threadReads.memberId, memberId), eq(threadReads.rootId, annotations.rootId));

  return {
    /** By document id; texts without notes are missing. Own notes are never unread. */
    async counts(memberId: string, audienceIds: readonly string[]): Promise<ReadonlyMap<string, TextCounts>> {
      const isOpenQuestion = sql`${annotations.motivation} = 'questioning' and not exists (select 1
        from ${threadStates} where ${threadStates.rootId} = ${annotations.id} and ${threadStates.state} = 'answered')`;
      const rows = db
        .select({
          document: annotations.documentId,
          notes: sql<number>`count(distinct ${annotations.id})`,
          unread: sql<number>`count(distinct case when ${isUnread(memberId)} then ${annotations.id} end)`,
          own: sql<number>`count(distinct case when ${annotations.creatorId} = ${memberId} then ${annotations.id} end)`,
          questions: sql<number>`count(distinct case when ${isOpenQuestion} then ${annotations.id} end)`,
        })
        .from(placements)
        .innerJoin(annotations, eq(annotations.id, placements.annotationId))
        .leftJoin(seen, ofSeen(memberId))
        .leftJoin(threadReads, ofRead(memberId))
        .where(visible(audienceIds))
        .groupBy(annotations.documentId)
        .all();
      return new Map(rows.map(({ document, ...counts }) => [document, counts]));
    },

    /** By document id: threads in each of the equal parts of the text, and those that hold something new to the member. */
    async density(memberId: string, audienceIds: readonly string[]): Promise<ReadonlyMap<string, Density>> {
      const root = alias(annotations, "root");
      const length = sql`(select b."end" from blocks b where b.revision_id = ${root.revisionId} order by b.n desc limit 1)`;
      // The driver binds numbers as reals, and SQLite divides those without rounding.
      const part = sql<number>`cast(min(${DENSITY_PARTS - 1}, ${root.start} * ${DENSITY_PARTS} / max(1, ${length})) as integer)`;
      const rows = db
        .select({
          document: annotations.documentId,
          part,
          notes: sql<number>`count(distinct case when ${annotations.id} = ${root.id} then ${root.id} end)`,
          unread: sql<number>`count(distinct case when ${isUnread(memberId)} then ${root.id} end)`,
        })
        .from(placements)
        .innerJoin(annotations, eq(annotations.id, placements.annotationId))
        .innerJoin(root, eq(root.id, annotations.rootId))
        .leftJoin(seen, ofSeen(memberId))
        .leftJoin(threadReads, ofRead(memberId))
        .where(and(visible(audienceIds), isNotNull(root.start)))
        .groupBy(annotations.documentId, part)
        .all();
      const densities = new Map<string, { readonly notes: number[]; readonly unread: number[] }>();
      for (const { document, part: at, notes, unread } of rows) {
        const parts = densities.get(document) ?? { notes: noParts(), unread: noParts() };
        parts.notes[at] = notes;
        parts.unread[at] = unread;
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
