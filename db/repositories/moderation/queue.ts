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
  // Prepared, as each decision asks them several times: building a statement takes ten times as long as running it.
  const { placeholder } = sql;
  const isAbout = and(
    eq(queueItems.targetKind, placeholder("kind")),
    eq(queueItems.targetId, placeholder("targetId")),
    sql`${queueItems.state} <> 'done'`,
  );
  const byId = db
    .select()
    .from(queueItems)
    .where(eq(queueItems.id, placeholder("id")))
    .prepare();
  const open = db.select().from(queueItems).where(isAbout).prepare();
  const openInGroup = db
    .select()
    .from(queueItems)
    .where(and(eq(queueItems.groupId, placeholder("group")), isAbout))
    .prepare();
  const signals = db
    .select()
    .from(queueSignals)
    .where(eq(queueSignals.itemId, placeholder("itemId")))
    .orderBy(asc(queueSignals.at), asc(queueSignals.id))
    .prepare();

  return {
    async find(id: string): Promise<QueueItem | null> {
      return byId.get({ id }) ?? null;
    },

    /** The item about a target that is not done yet, or null. */
    async openOf(kind: TargetKind, targetId: string): Promise<QueueItem | null> {
      return open.get({ kind, targetId }) ?? null;
    },

    /** The same in one group: people can be reported in several. */
    async openIn(group: string, kind: TargetKind, targetId: string): Promise<QueueItem | null> {
      return openInGroup.get({ group, kind, targetId }) ?? null;
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
      return signals.all({ itemId });
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
