/** Items of the queue and their signals. Times in milliseconds. */
import { and, asc, eq, sql } from "drizzle-orm";
import type { TargetKind } from "#app/domain/moderation/queue.ts";
import type { Db } from "#db/client.ts";
import { queueItems, queueSignals } from "#db/schema/moderation.ts";

export type QueueItem = typeof queueItems.$inferSelect;
export type QueueSignal = typeof queueSignals.$inferSelect;
export type NewItem = Pick<
  QueueItem,
  "id" | "groupId" | "documentId" | "targetKind" | "targetId" | "memberId" | "priority" | "openedAt" | "dueAt"
>;
export type ItemPatch = Partial<Omit<QueueItem, "id" | "groupId" | "targetKind" | "targetId" | "version">>;

/** Verbs over single items. Whoever changes one says so in its room, see `services/moderation/item.ts`. */
export function queueRepository(db: Db) {
  return {
    async find(id: string): Promise<QueueItem | null> {
      return db.select().from(queueItems).where(eq(queueItems.id, id)).get() ?? null;
    },

    /** The item about a target that is not done yet, or null. */
    async openOf(kind: TargetKind, targetId: string): Promise<QueueItem | null> {
      const isOpen = and(
        eq(queueItems.targetKind, kind),
        eq(queueItems.targetId, targetId),
        sql`${queueItems.state} <> 'done'`,
      );
      return db.select().from(queueItems).where(isOpen).get() ?? null;
    },

    /** The same in one group: people can be reported in several. */
    async openIn(group: string, kind: TargetKind, targetId: string): Promise<QueueItem | null> {
      const own = and(
        eq(queueItems.groupId, group),
        eq(queueItems.targetKind, kind),
        eq(queueItems.targetId, targetId),
        sql`${queueItems.state} <> 'done'`,
      );
      return db.select().from(queueItems).where(own).get() ?? null;
    },

    async insert(item: NewItem): Promise<void> {
      db.insert(queueItems)
        .values({ ...item, state: "open", version: 1 })
        .run();
    },

    /** Changes an item and counts its version up. */
    async update(id: string, patch: ItemPatch): Promise<void> {
      db.update(queueItems)
        .set({ ...patch, version: sql`${queueItems.version} + 1` })
        .where(eq(queueItems.id, id))
        .run();
    },

    /** Renews a claim, which is no change that others have to read again. */
    async renew(id: string, claimUntil: number): Promise<void> {
      db.update(queueItems).set({ claimUntil }).where(eq(queueItems.id, id)).run();
    },

    /** Signals of an item, oldest first. */
    async signals(itemId: string): Promise<readonly QueueSignal[]> {
      return db
        .select()
        .from(queueSignals)
        .where(eq(queueSignals.itemId, itemId))
        .orderBy(asc(queueSignals.at), asc(queueSignals.id))
        .all();
    },

    /** Adds a signal; the same source once for each item. False when it was there. */
    async signal(signal: QueueSignal): Promise<boolean> {
      return db.insert(queueSignals).values(signal).onConflictDoNothing().run().changes > 0;
    },

    async reweigh(signalId: string, weight: number): Promise<void> {
      db.update(queueSignals).set({ weight }).where(eq(queueSignals.id, signalId)).run();
    },

    async dropSignal(itemId: string, kind: QueueSignal["kind"], sourceId: string): Promise<void> {
      db.delete(queueSignals)
        .where(and(eq(queueSignals.itemId, itemId), eq(queueSignals.kind, kind), eq(queueSignals.sourceId, sourceId)))
        .run();
    },
  };
}
