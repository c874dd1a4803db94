/** Old names of tags, and the changes that made them old. */
import { and, asc, desc, eq, gt, inArray, isNull } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { tagAliases, tagChangeNotes, tagChanges } from "#db/schema/tag-changes.ts";

export type TagChange = typeof tagChanges.$inferSelect;
export type ChangedNote = { readonly note: string; readonly hadBoth: boolean };

/** Names of names of names lead no further than this; a ring would have no end. */
const MOST_HOPS = 8;

/** Verbs over renamed and merged tags. */
export function tagChangesRepository(db: Db) {
  const hop = (groupId: string, keys: readonly string[]) =>
    db
      .select({ key: tagAliases.key, to: tagAliases.toKey })
      .from(tagAliases)
      .where(and(eq(tagAliases.groupId, groupId), inArray(tagAliases.key, [...keys])))
      .all();

  return {
    /** Where each of these keys leads now; those that are nobody's old name are left out. */
    async leadTo(groupId: string, keys: readonly string[]): Promise<ReadonlyMap<string, string>> {
      const ends = new Map<string, string>();
      let heads = new Map(keys.map((key) => [key, [key]]));
      for (let i = 0; i < MOST_HOPS && heads.size > 0; i += 1) {
        const next = new Map<string, string[]>();
        for (const { key, to } of hop(groupId, [...heads.keys()])) {
          for (const start of heads.get(key) ?? []) ends.set(start, to);
          next.set(to, [...(next.get(to) ?? []), ...(heads.get(key) ?? [])]);
        }
        heads = next;
      }
      return ends;
    },

    async alias(groupId: string, key: string, toKey: string): Promise<void> {
      db.insert(tagAliases)
        .values({ groupId, key, toKey })
        .onConflictDoUpdate({ target: [tagAliases.groupId, tagAliases.key], set: { toKey } })
        .run();
    },

    /** The name is free, or a tag, again. */
    async dropAlias(groupId: string, key: string): Promise<void> {
      db.delete(tagAliases)
        .where(and(eq(tagAliases.groupId, groupId), eq(tagAliases.key, key)))
        .run();
    },

    async keep(change: Omit<TagChange, "undoneAt">): Promise<void> {
      db.insert(tagChanges).values(change).run();
    },

    async keepNote(changeId: string, annotationId: string, hadBoth: boolean): Promise<void> {
      db.insert(tagChangeNotes).values({ changeId, annotationId, hadBoth }).onConflictDoNothing().run();
    },

    async find(changeId: string): Promise<TagChange | null> {
      return db.select().from(tagChanges).where(eq(tagChanges.id, changeId)).get() ?? null;
    },

    /** The newest that were not taken back. */
    async latest(groupId: string, limit: number): Promise<readonly TagChange[]> {
      return db
        .select()
        .from(tagChanges)
        .where(and(eq(tagChanges.groupId, groupId), isNull(tagChanges.undoneAt)))
        .orderBy(desc(tagChanges.at), desc(tagChanges.id))
        .limit(limit)
        .all();
    },

    async markUndone(changeId: string, now: number): Promise<void> {
      db.update(tagChanges).set({ undoneAt: now }).where(eq(tagChanges.id, changeId)).run();
    },

    /** At most `limit` notes of the change after that id, in the order of their ids. */
    async notes(changeId: string, after: string, limit: number): Promise<readonly ChangedNote[]> {
      return db
        .select({ note: tagChangeNotes.annotationId, hadBoth: tagChangeNotes.hadBoth })
        .from(tagChangeNotes)
        .where(and(eq(tagChangeNotes.changeId, changeId), gt(tagChangeNotes.annotationId, after)))
        .orderBy(asc(tagChangeNotes.annotationId))
        .limit(limit)
        .all();
    },
  };
}
