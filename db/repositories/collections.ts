/** Collections with their threads in order, and their links. */
import { and, asc, desc, eq, gt, isNull } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { collectionEntries, collectionLinks, collections } from "#db/schema/collections.ts";

export type CollectionRow = typeof collections.$inferSelect;
export type EntryRow = Pick<typeof collectionEntries.$inferSelect, "rootId" | "remark">;
export type CollectionLinkRow = typeof collectionLinks.$inferSelect;

/** Verbs over collections; those that put entries in order run inside one work each. */
export function collectionsRepository(db: Db) {
  return {
    /** Newest first, removed ones too. */
    async ofGroup(groupId: string): Promise<readonly CollectionRow[]> {
      const newest = [desc(collections.createdAt), desc(collections.id)];
      return db
        .select()
        .from(collections)
        .where(eq(collections.groupId, groupId))
        .orderBy(...newest)
        .all();
    },

    async find(id: string): Promise<CollectionRow | null> {
      return db.select().from(collections).where(eq(collections.id, id)).get() ?? null;
    },

    async insert(row: typeof collections.$inferInsert): Promise<void> {
      db.insert(collections).values(row).run();
    },

    async update(id: string, said: Partial<Omit<CollectionRow, "id" | "groupId">>): Promise<void> {
      db.update(collections).set(said).where(eq(collections.id, id)).run();
    },

    /** In their order. */
    async entries(id: string): Promise<readonly EntryRow[]> {
      return db
        .select({ rootId: collectionEntries.rootId, remark: collectionEntries.remark })
        .from(collectionEntries)
        .where(eq(collectionEntries.collectionId, id))
        .orderBy(asc(collectionEntries.place), asc(collectionEntries.rootId))
        .all();
    },

    async addEntry(row: typeof collectionEntries.$inferInsert): Promise<void> {
      db.insert(collectionEntries).values(row).onConflictDoNothing().run();
    },

    async remark(id: string, rootId: string, remark: string): Promise<void> {
      db.update(collectionEntries)
        .set({ remark })
        .where(and(eq(collectionEntries.collectionId, id), eq(collectionEntries.rootId, rootId)))
        .run();
    },

    async dropEntry(id: string, rootId: string): Promise<void> {
      db.delete(collectionEntries)
        .where(and(eq(collectionEntries.collectionId, id), eq(collectionEntries.rootId, rootId)))
        .run();
    },

    /** Gives the entries the places of this list, from 0 on. */
    async order(id: string, roots: readonly string[]): Promise<void> {
      roots.forEach((rootId, place) => {
        db.update(collectionEntries)
          .set({ place })
          .where(and(eq(collectionEntries.collectionId, id), eq(collectionEntries.rootId, rootId)))
          .run();
      });
    },

    async addLink(row: typeof collectionLinks.$inferInsert): Promise<void> {
      db.insert(collectionLinks).values(row).run();
    },

    /** Links that are still good at that moment, newest first. */
    async openLinks(id: string, now: number): Promise<readonly CollectionLinkRow[]> {
      const good = and(
        eq(collectionLinks.collectionId, id),
        isNull(collectionLinks.revokedAt),
        gt(collectionLinks.expiresAt, now),
      );
      return db.select().from(collectionLinks).where(good).orderBy(desc(collectionLinks.createdAt)).all();
    },

    async linkByHash(tokenHash: string): Promise<CollectionLinkRow | null> {
      return db.select().from(collectionLinks).where(eq(collectionLinks.tokenHash, tokenHash)).get() ?? null;
    },

    async revokeLink(id: string, linkId: string, now: number): Promise<boolean> {
      const own = and(eq(collectionLinks.collectionId, id), eq(collectionLinks.id, linkId));
      return db.update(collectionLinks).set({ revokedAt: now }).where(own).run().changes > 0;
    },
  };
}
