/** Reports on notes and people. Times in milliseconds. */
import { and, asc, desc, eq, gt, inArray, ne, sql } from "drizzle-orm";
import type { Origin } from "#app/domain/moderation/brigade.ts";
import type { TargetKind } from "#app/domain/moderation/queue.ts";
import type { ReportState } from "#app/domain/moderation/report.ts";
import type { Db } from "#db/client.ts";
import { members, sessions } from "#db/schema/accounts.ts";
import { annotations } from "#db/schema/annotations.ts";
import { reports } from "#db/schema/moderation.ts";

export type ReportRow = typeof reports.$inferSelect;

/** Verbs over reports. */
export function reportsRepository(db: Db) {
  const ofTarget = (kind: TargetKind, id: string) => and(eq(reports.targetKind, kind), eq(reports.targetId, id));

  // Prepared, since most decisions find no report.
  const openAbout = db
    .select()
    .from(reports)
    .where(
      and(
        eq(reports.targetKind, sql.placeholder("kind")),
        eq(reports.targetId, sql.placeholder("id")),
        eq(reports.state, "open"),
      ),
    )
    .prepare();
  const inGroup = (group: string | undefined) => (group === undefined ? undefined : eq(reports.groupId, group));

  return {
    async find(id: string): Promise<ReportRow | null> {
      return db.select().from(reports).where(eq(reports.id, id)).get() ?? null;
    },

    /** False when the reporter has reported the same words already. */
    async insert(report: ReportRow): Promise<boolean> {
      return db.insert(reports).values(report).onConflictDoNothing().run().changes > 0;
    },

    /** The one report that a member made about these words of a target, or null. */
    async ofReporter(
      { kind, id }: { readonly kind: TargetKind; readonly id: string },
      { revision, reporter }: { readonly revision: string; readonly reporter: string },
    ): Promise<ReportRow | null> {
      const same = and(ofTarget(kind, id), eq(reports.revisionId, revision), eq(reports.reporterId, reporter));
      return db.select().from(reports).where(same).get() ?? null;
    },

    /** Reports that a member has made, newest first. */
    async by(reporterId: string, limit: number): Promise<readonly ReportRow[]> {
      return db
        .select()
        .from(reports)
        .where(eq(reports.reporterId, reporterId))
        .orderBy(desc(reports.createdAt), desc(reports.id))
        .limit(limit)
        .all();
    },

    /** How many a member made since then (milliseconds). */
    async countSince(reporterId: string, since: number): Promise<number> {
      return db.$count(reports, and(eq(reports.reporterId, reporterId), gt(reports.createdAt, since)));
    },

    /** Notes of a text that the member has reported, with the newest report about each, unless it was withdrawn. */
    async onText(
      reporterId: string,
      documentId: string,
    ): Promise<readonly { readonly note: string; readonly report: string }[]> {
      return db
        .select({ note: reports.targetId, report: sql<string>`max(${reports.id})` })
        .from(reports)
        .innerJoin(annotations, eq(annotations.id, reports.targetId))
        .where(
          and(
            eq(reports.reporterId, reporterId),
            eq(reports.targetKind, "note"),
            eq(annotations.documentId, documentId),
            ne(reports.state, "withdrawn"),
          ),
        )
        .groupBy(reports.targetId)
        .all();
    },

    /** When each of these accounts was made, and marks of the addresses from which it was last used; see `address-mark`. */
    async origins(memberIds: readonly string[]): Promise<readonly Origin[]> {
      const rows = db
        .select({ member: members.id, createdAt: members.createdAt, mark: sessions.addressMark })
        .from(members)
        .leftJoin(sessions, eq(sessions.memberId, members.id))
        .where(inArray(members.id, [...memberIds]))
        .all();
      const origins = new Map<string, { member: string; createdAt: number; marks: number[] }>();
      for (const { member, createdAt, mark } of rows) {
        const origin = origins.get(member) ?? { member, createdAt, marks: [] };
        if (mark !== null) origin.marks.push(mark);
        origins.set(member, origin);
      }
      return [...origins.values()];
    },

    /** All reports about a target, oldest first. */
    async about(kind: TargetKind, id: string, group?: string): Promise<readonly ReportRow[]> {
      return db
        .select()
        .from(reports)
        .where(and(ofTarget(kind, id), inGroup(group)))
        .orderBy(asc(reports.createdAt), asc(reports.id))
        .all();
    },

    /** Settles the open reports about a target by the decision of that number; gives them as they were. */
    async settle(
      { kind, id, group }: { readonly kind: TargetKind; readonly id: string; readonly group?: string | undefined },
      state: ReportState,
      { seq, now }: { readonly seq: number; readonly now: number },
    ): Promise<readonly ReportRow[]> {
      const open = and(ofTarget(kind, id), inGroup(group), eq(reports.state, "open"));
      const settled = group === undefined ? openAbout.all({ kind, id }) : db.select().from(reports).where(open).all();
      if (settled.length > 0) db.update(reports).set({ state, settledBy: seq, settledAt: now }).where(open).run();
      return settled;
    },

    /** Opens again what that decision had settled, and gives it as it is then. */
    async unsettle(seq: number): Promise<readonly ReportRow[]> {
      return db
        .update(reports)
        .set({ state: "open", settledBy: null, settledAt: null })
        .where(eq(reports.settledBy, seq))
        .returning()
        .all();
    },

    async update(
      id: string,
      patch: Partial<Pick<ReportRow, "state" | "settledAt" | "settledBy" | "reason" | "words">>,
    ): Promise<void> {
      db.update(reports).set(patch).where(eq(reports.id, id)).run();
    },

    /** How many reports of the member were found right and wrong. */
    async history(reporterId: string): Promise<{ readonly upheld: number; readonly dismissed: number }> {
      const count = (state: ReportState) => sql<number>`count(*) filter (where ${reports.state} = ${state})`;
      const row = db
        .select({ upheld: count("upheld"), dismissed: count("dismissed") })
        .from(reports)
        .where(eq(reports.reporterId, reporterId))
        .get();
      return row ?? { upheld: 0, dismissed: 0 };
    },
  };
}
