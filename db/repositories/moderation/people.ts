/** What moderators know about people: notes about them, how their own notes fared, and who moderates one text. */
import { and, asc, desc, eq, inArray, sql } from "drizzle-orm";
import type { AnnotationStatus } from "#app/domain/annotation/annotation.ts";
import type { Db } from "#db/client.ts";
import { members } from "#db/schema/accounts.ts";
import { annotations } from "#db/schema/annotations.ts";
import { documents } from "#db/schema/documents.ts";
import { queueItems, reports } from "#db/schema/moderation.ts";
import { memberNotes, textModerators } from "#db/schema/people.ts";

export type MemberNoteRow = typeof memberNotes.$inferSelect & { readonly author: string | null };

export type TextModeratorRow = { readonly document: string; readonly title: string; readonly member: string };

/** How many notes of a member stand in each status, and what became of reports about them and by them. */
export type Tally = {
  readonly notes: Readonly<Partial<Record<AnnotationStatus, number>>>;
  readonly reportedUpheld: number;
  readonly reportedDismissed: number;
  readonly reportsUpheld: number;
  readonly reportsDismissed: number;
};

/** Verbs over people, as moderators see them. */
export function peopleRepository(db: Db) {
  const isModerator = db
    .select({ member: textModerators.memberId })
    .from(textModerators)
    .where(
      and(
        eq(textModerators.documentId, sql.placeholder("document")),
        eq(textModerators.memberId, sql.placeholder("member")),
      ),
    )
    .prepare();
  const ofText = db
    .select({ member: textModerators.memberId })
    .from(textModerators)
    .where(eq(textModerators.documentId, sql.placeholder("document")))
    .prepare();

  return {
    async notesAbout(groupId: string, memberId: string): Promise<readonly MemberNoteRow[]> {
      return db
        .select({ note: memberNotes, author: members.name })
        .from(memberNotes)
        .leftJoin(members, eq(members.id, memberNotes.authorId))
        .where(and(eq(memberNotes.groupId, groupId), eq(memberNotes.memberId, memberId)))
        .orderBy(desc(memberNotes.createdAt), desc(memberNotes.id))
        .all()
        .map(({ note, author }) => ({ ...note, author }));
    },

    async addNote(note: typeof memberNotes.$inferInsert): Promise<void> {
      db.insert(memberNotes).values(note).run();
    },

    /** By its author alone; false when there is none of theirs. */
    async dropNote(groupId: string, id: string, authorId: string): Promise<boolean> {
      const own = and(eq(memberNotes.id, id), eq(memberNotes.groupId, groupId), eq(memberNotes.authorId, authorId));
      return db.delete(memberNotes).where(own).run().changes > 0;
    },

    /** Several members at once; those who have nothing are missing. */
    async tallies(groupId: string, memberIds: readonly string[]): Promise<ReadonlyMap<string, Tally>> {
      const wanted = [...memberIds];
      const tallies = new Map<string, { -readonly [K in keyof Tally]: Tally[K] }>();
      const of = (member: string): { -readonly [K in keyof Tally]: Tally[K] } => {
        const known = tallies.get(member) ?? { ...emptyTally };
        tallies.set(member, known);
        return known;
      };
      const written = db
        .select({ member: annotations.creatorId, status: annotations.status, n: sql<number>`count(*)` })
        .from(annotations)
        .innerJoin(documents, eq(documents.id, annotations.documentId))
        .where(and(eq(documents.groupId, groupId), inArray(annotations.creatorId, wanted)))
        .groupBy(annotations.creatorId, annotations.status)
        .all();
      for (const { member, status, n } of written) {
        const tally = of(member);
        tally.notes = { ...tally.notes, [status]: n };
      }
      const made = db
        .select({ member: reports.reporterId, state: reports.state, n: sql<number>`count(*)` })
        .from(reports)
        .where(and(eq(reports.groupId, groupId), inArray(reports.reporterId, wanted)))
        .groupBy(reports.reporterId, reports.state)
        .all();
      for (const { member, state, n } of made) {
        if (state === "upheld") of(member).reportsUpheld = n;
        if (state === "dismissed") of(member).reportsDismissed = n;
      }
      const about = db
        .select({ member: annotations.creatorId, state: reports.state, n: sql<number>`count(*)` })
        .from(reports)
        .innerJoin(annotations, and(eq(reports.targetKind, "note"), eq(annotations.id, reports.targetId)))
        .where(and(eq(reports.groupId, groupId), inArray(annotations.creatorId, wanted)))
        .groupBy(annotations.creatorId, reports.state)
        .all();
      for (const { member, state, n } of about) {
        if (state === "upheld") of(member).reportedUpheld = n;
        if (state === "dismissed") of(member).reportedDismissed = n;
      }
      return tallies;
    },

    /** Whether a member moderates that one text. */
    async moderatesText(document: string, member: string): Promise<boolean> {
      return isModerator.get({ document, member }) !== undefined;
    },

    async moderatorsOfText(document: string): Promise<ReadonlySet<string>> {
      return new Set(ofText.all({ document }).map(({ member }) => member));
    },

    /** Who moderates which single texts of a group. */
    async textModerators(groupId: string): Promise<readonly TextModeratorRow[]> {
      return db
        .select({ document: documents.id, title: documents.title, member: textModerators.memberId })
        .from(textModerators)
        .innerJoin(documents, eq(documents.id, textModerators.documentId))
        .where(eq(documents.groupId, groupId))
        .orderBy(asc(documents.title))
        .all();
    },

    /** The single texts of a group that a member moderates. */
    async textsModerated(groupId: string, memberId: string): Promise<readonly string[]> {
      return db
        .select({ document: documents.id })
        .from(textModerators)
        .innerJoin(documents, eq(documents.id, textModerators.documentId))
        .where(and(eq(documents.groupId, groupId), eq(textModerators.memberId, memberId)))
        .all()
        .map(({ document }) => document);
    },

    /** False when it was so already. */
    async putTextModerator(row: typeof textModerators.$inferInsert): Promise<boolean> {
      return db.insert(textModerators).values(row).onConflictDoNothing().run().changes > 0;
    },

    async dropTextModerator(document: string, member: string): Promise<boolean> {
      const row = and(eq(textModerators.documentId, document), eq(textModerators.memberId, member));
      return db.delete(textModerators).where(row).run().changes > 0;
    },

    /** Lets go of what a member holds in the queue, of one group or of all; gives how many items. */
    async releaseClaims(memberId: string, groupId: string | null): Promise<number> {
      const held = and(
        eq(queueItems.claimedBy, memberId),
        groupId === null ? undefined : eq(queueItems.groupId, groupId),
      );
      return db
        .update(queueItems)
        .set({ claimedBy: null, claimUntil: null, version: sql`${queueItems.version} + 1` })
        .where(held)
        .run().changes;
    },

    async countClaims(memberId: string, groupId: string | null): Promise<number> {
      return db.$count(
        queueItems,
        and(eq(queueItems.claimedBy, memberId), groupId === null ? undefined : eq(queueItems.groupId, groupId)),
      );
    },
  };
}

const emptyTally: Tally = { notes: {}, reportedUpheld: 0, reportedDismissed: 0, reportsUpheld: 0, reportsDismissed: 0 };
