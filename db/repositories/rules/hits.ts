/** What rules found: in bodies that are stored, and in what was refused or sent back. Times in milliseconds. */
import { and, asc, eq, inArray, lte } from "drizzle-orm";
import type { Hit } from "#app/domain/moderation/rules/rule.ts";
import type { Db } from "#db/client.ts";
import { ruleAttempts, ruleHits } from "#db/schema/rules.ts";

export type HitRow = typeof ruleHits.$inferSelect;
export type Attempt = typeof ruleAttempts.$inferSelect;

export type HitsOf = {
  readonly revision: string;
  readonly annotation: string;
  readonly group: string;
  readonly held: boolean;
  readonly at: number;
};

/** What came of a rule's holds, and how often it was met otherwise. */
export type RuleCounts = {
  readonly rule: string;
  readonly hits: number;
  readonly held: number;
  /** Of those that a person decided about: published after all, and not. */
  readonly overturned: number;
  readonly confirmed: number;
  readonly failed: number;
  /** Milliseconds, null for never. */
  readonly failedAt: number | null;
};

/** Verbs over hits and attempts. */
export function ruleHitsRepository(db: Db) {
  return {
    /** Keeps the hits of one body; the same again changes nothing. */
    async keep(hits: readonly Hit[], { revision, annotation, group, held, at }: HitsOf): Promise<void> {
      for (const { rule, version, kind, action, places, failed } of hits) {
        db.insert(ruleHits)
          .values({
            ...{ revisionId: revision, ruleId: rule, annotationId: annotation, groupId: group },
            ...{ ruleVersion: version, kind, action, places, failed, held: held && action !== "tag", at },
          })
          .onConflictDoNothing()
          .run();
      }
    },

    /** Hits of a body, in the order of their rules' ids. */
    async ofRevision(revision: string): Promise<readonly HitRow[]> {
      return db.select().from(ruleHits).where(eq(ruleHits.revisionId, revision)).orderBy(asc(ruleHits.ruleId)).all();
    },

    /** Hits of all bodies of these notes. */
    async ofNotes(ids: readonly string[]): Promise<readonly HitRow[]> {
      if (ids.length === 0) return [];
      return db
        .select()
        .from(ruleHits)
        .where(inArray(ruleHits.annotationId, [...ids]))
        .orderBy(asc(ruleHits.at))
        .all();
    },

    async attempt(attempt: Attempt): Promise<void> {
      db.insert(ruleAttempts).values(attempt).run();
    },

    /** Whether the member was sent back with a nudge for the same words there. */
    async wasNudged(memberId: string, groupId: string, hash: number): Promise<boolean> {
      const same = and(
        eq(ruleAttempts.groupId, groupId),
        eq(ruleAttempts.memberId, memberId),
        eq(ruleAttempts.outcome, "nudged"),
        eq(ruleAttempts.hash, hash),
      );
      return db.select({ id: ruleAttempts.id }).from(ruleAttempts).where(same).get() !== undefined;
    },

    /** Forgets attempts that are older. */
    async forgetAttempts(before: number): Promise<void> {
      db.delete(ruleAttempts).where(lte(ruleAttempts.at, before)).run();
    },

    /** For every rule of the group that was ever met. */
    async counts(groupId: string): Promise<readonly RuleCounts[]> {
      return db.$client
        .prepare<[string], RuleCounts>(
          `SELECT h.rule_id AS rule, count(*) AS hits, sum(h.held) AS held,
             coalesce(sum(h.held AND d.verb IN ('note.publish', 'note.restore')), 0) AS overturned,
             coalesce(sum(h.held AND d.verb IN ('note.remove', 'note.spam', 'note.hide', 'note.revise', 'note.redact')), 0) AS confirmed,
             sum(h.failed) AS failed, max(CASE WHEN h.failed THEN h.at END) AS failedAt
           FROM rule_hits h LEFT JOIN decisions d ON d.seq = (
             SELECT max(x.seq) FROM decisions x WHERE x.subject_kind = 'note' AND x.subject_id = h.annotation_id
               AND x.revision_id = h.revision_id AND x.actor_id IS NOT NULL AND x.undoes IS NULL
               AND x.actor_role <> 'author'
               AND NOT EXISTS (SELECT 1 FROM decisions u WHERE u.undoes = x.seq))
           WHERE h.group_id = ? GROUP BY h.rule_id`,
        )
        .all(groupId);
    },
  };
}
