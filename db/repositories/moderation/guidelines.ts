/** Rules of conduct with their wordings, and canned answers. */
import { and, asc, desc, eq, gt, isNull, lte, max, or, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { cannedAnswers, guidelines, guidelineVersions } from "#db/schema/people.ts";

type Version = typeof guidelineVersions.$inferSelect;

/** A rule in its present wording. */
export type GuidelineRow = typeof guidelines.$inferSelect & Pick<Version, "title" | "words" | "createdAt">;

export type CannedAnswerRow = typeof cannedAnswers.$inferSelect;

/** Verbs over rules of conduct. */
export function guidelinesRepository(db: Db) {
  const current = and(
    eq(guidelineVersions.guidelineId, guidelines.id),
    eq(guidelineVersions.version, guidelines.version),
  );
  return {
    /** Those that hold, by number. */
    async ofGroup(groupId: string): Promise<readonly GuidelineRow[]> {
      return db
        .select({ rule: guidelines, wording: guidelineVersions })
        .from(guidelines)
        .innerJoin(guidelineVersions, current)
        .where(and(eq(guidelines.groupId, groupId), isNull(guidelines.retiredAt)))
        .orderBy(asc(guidelines.number))
        .all()
        .map(({ rule, wording: { title, words, createdAt } }) => ({ ...rule, title, words, createdAt }));
    },

    /** Those that held at a moment (milliseconds), as they read then, by number. */
    async at(groupId: string, moment: number): Promise<readonly GuidelineRow[]> {
      const rows = db
        .select({ rule: guidelines, wording: guidelineVersions })
        .from(guidelines)
        .innerJoin(guidelineVersions, eq(guidelineVersions.guidelineId, guidelines.id))
        .where(
          and(
            eq(guidelines.groupId, groupId),
            lte(guidelineVersions.createdAt, moment),
            or(isNull(guidelines.retiredAt), gt(guidelines.retiredAt, moment)),
          ),
        )
        .orderBy(asc(guidelines.number), asc(guidelineVersions.version))
        .all();
      const latest = new Map(rows.map(({ rule, wording }) => [rule.id, { rule, wording }]));
      return [...latest.values()].map(({ rule, wording: { version, title, words, createdAt } }) => ({
        ...{ ...rule, version, title, words, createdAt },
      }));
    },

    /** Earlier wordings of a rule, newest first. */
    async versions(guidelineId: string): Promise<readonly Version[]> {
      return db
        .select()
        .from(guidelineVersions)
        .where(eq(guidelineVersions.guidelineId, guidelineId))
        .orderBy(desc(guidelineVersions.version))
        .all();
    },

    /** A number that no rule of the group has had. */
    async nextNumber(groupId: string): Promise<number> {
      const row = db
        .select({ last: max(guidelines.number) })
        .from(guidelines)
        .where(eq(guidelines.groupId, groupId))
        .get();
      return (row?.last ?? 0) + 1;
    },

    async insert(rule: typeof guidelines.$inferInsert, wording: typeof guidelineVersions.$inferInsert): Promise<void> {
      db.insert(guidelines).values(rule).run();
      db.insert(guidelineVersions).values(wording).run();
    },

    async revise(
      id: string,
      reasons: GuidelineRow["reasons"],
      wording: typeof guidelineVersions.$inferInsert,
    ): Promise<void> {
      db.update(guidelines).set({ reasons, version: wording.version }).where(eq(guidelines.id, id)).run();
      db.insert(guidelineVersions).values(wording).onConflictDoNothing().run();
    },

    async retire(id: string, now: number): Promise<void> {
      db.update(guidelines).set({ retiredAt: now }).where(eq(guidelines.id, id)).run();
    },
  };
}

/** Verbs over canned answers. */
export function cannedAnswersRepository(db: Db) {
  return {
    /** By kind, often used ones first. */
    async ofGroup(groupId: string): Promise<readonly CannedAnswerRow[]> {
      return db
        .select()
        .from(cannedAnswers)
        .where(eq(cannedAnswers.groupId, groupId))
        .orderBy(asc(cannedAnswers.kind), desc(cannedAnswers.uses), asc(cannedAnswers.title))
        .all();
    },

    async find(groupId: string, id: string): Promise<CannedAnswerRow | null> {
      const own = and(eq(cannedAnswers.groupId, groupId), eq(cannedAnswers.id, id));
      return db.select().from(cannedAnswers).where(own).get() ?? null;
    },

    async put(row: typeof cannedAnswers.$inferInsert): Promise<void> {
      const { kind, title, words, reasons } = row;
      db.insert(cannedAnswers)
        .values(row)
        .onConflictDoUpdate({ target: cannedAnswers.id, set: { kind, title, words, reasons } })
        .run();
    },

    async drop(id: string): Promise<void> {
      db.delete(cannedAnswers).where(eq(cannedAnswers.id, id)).run();
    },

    async used(id: string): Promise<void> {
      db.update(cannedAnswers)
        .set({ uses: sql`${cannedAnswers.uses} + 1` })
        .where(eq(cannedAnswers.id, id))
        .run();
    },
  };
}
