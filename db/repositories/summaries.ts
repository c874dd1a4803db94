/** Summaries of threads, version by version. */
import { and, desc, eq, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { annotations } from "#db/schema/annotations.ts";
import { summaries, summaryVersions } from "#db/schema/summaries.ts";

export type SummaryVersion = typeof summaryVersions.$inferSelect;
export type SummaryState = { readonly shown: number | null; readonly latest: number };

/** Verbs over summaries. */
export function summariesRepository(db: Db) {
  const versionsCiting = db.$client.prepare<[string], { readonly root: string; readonly n: number }>(
    `SELECT v.root_id AS root, v.n FROM summary_versions v, json_each(v.cited) c
     WHERE json_extract(c.value, '$.note') = ? AND v.body <> ''`,
  );
  return {
    /** Version 0 and nothing shown where there never was one. */
    async state(rootId: string): Promise<SummaryState> {
      const row = db.select().from(summaries).where(eq(summaries.rootId, rootId)).get();
      return row ?? { shown: null, latest: 0 };
    },

    /** Newest first. */
    async versions(rootId: string): Promise<readonly SummaryVersion[]> {
      return db
        .select()
        .from(summaryVersions)
        .where(eq(summaryVersions.rootId, rootId))
        .orderBy(desc(summaryVersions.n))
        .all();
    },

    /** Adds the next version and shows it. */
    async publish(version: typeof summaryVersions.$inferInsert): Promise<void> {
      db.insert(summaryVersions).values(version).run();
      db.insert(summaries)
        .values({ rootId: version.rootId, shown: version.n, latest: version.n })
        .onConflictDoUpdate({ target: summaries.rootId, set: { shown: version.n, latest: version.n } })
        .run();
    },

    /** Shows a version that there is, or none. */
    async show(rootId: string, n: number | null): Promise<void> {
      db.update(summaries).set({ shown: n }).where(eq(summaries.rootId, rootId)).run();
    },

    /** Erases the words of every version that cites the note, and gives the threads whose summary is shown no longer. */
    async eraseCiting(noteId: string): Promise<readonly string[]> {
      const roots = new Set<string>();
      for (const { root, n } of versionsCiting.all(noteId)) {
        db.update(summaryVersions)
          .set({ body: "" })
          .where(and(eq(summaryVersions.rootId, root), eq(summaryVersions.n, n)))
          .run();
        const shown = and(eq(summaries.rootId, root), eq(summaries.shown, n));
        if (db.update(summaries).set({ shown: null }).where(shown).run().changes > 0) roots.add(root);
      }
      return [...roots];
    },
  };
}

/** JSON of a thread's summary, with `body` null once it was withdrawn; null for a thread that never had one. */
export const summaryJson = sql<string | null>`(select json_object('n', s.latest, 'body', v.body, 'seat', v.seat_id,
  'at', v.at, 'cited', json(v.cited)) from summaries s
  left join summary_versions v on v.root_id = s.root_id and v.n = s.shown where s.root_id = ${annotations.id})`;
