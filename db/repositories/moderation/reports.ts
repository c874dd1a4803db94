/** Reports on notes and people. Times in milliseconds. */
import { and, asc, eq, sql } from "drizzle-orm";
import type { TargetKind } from "#app/domain/moderation/queue.ts";
import type { ReportState } from "#app/domain/moderation/report.ts";
import type { Db } from "#db/client.ts";
import { reports } from "#db/schema/moderation.ts";

export type ReportRow = typeof reports.$inferSelect;

/** Verbs over reports. */
export function reportsRepository(db: Db) {
  const ofTarget = (kind: TargetKind, id: string) => and(eq(reports.targetKind, kind), eq(reports.targetId, id));

  return {
    async find(id: string): Promise<ReportRow | null> {
      return db.select().from(reports).where(eq(reports.id, id)).get() ?? null;
    },

    /** False when the reporter has reported the same words already. */
    async insert(report: ReportRow): Promise<boolean> {
      return db.insert(reports).values(report).onConflictDoNothing().run().changes > 0;
    },

    /** All reports about a target, oldest first. */
    async about(kind: TargetKind, id: string): Promise<readonly ReportRow[]> {
      return db.select().from(reports).where(ofTarget(kind, id)).orderBy(asc(reports.createdAt), asc(reports.id)).all();
    },

    /** Settles the open reports about a target by the decision of that number; gives them as they were. */
    async settle(
      { kind, id }: { readonly kind: TargetKind; readonly id: string },
      state: ReportState,
      { seq, now }: { readonly seq: number; readonly now: number },
    ): Promise<readonly ReportRow[]> {
      const open = and(ofTarget(kind, id), eq(reports.state, "open"));
      const settled = db.select().from(reports).where(open).all();
      if (settled.length > 0) db.update(reports).set({ state, settledBy: seq, settledAt: now }).where(open).run();
      return settled;
    },

    /** Opens again what that decision had settled. */
    async unsettle(seq: number): Promise<void> {
      db.update(reports)
        .set({ state: "open", settledBy: null, settledAt: null })
        .where(eq(reports.settledBy, seq))
        .run();
    },

    async update(id: string, patch: Partial<Pick<ReportRow, "state" | "settledAt" | "settledBy">>): Promise<void> {
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
