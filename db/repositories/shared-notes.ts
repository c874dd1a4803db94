/** The pages that groups write together: accepted updates, whose client ids are whose, versions and refusals. */
import { and, asc, desc, eq, gt, inArray, max, sql } from "drizzle-orm";
import type { PageNode } from "#app/domain/page/page.ts";
import type { Db } from "#db/client.ts";
import { seats } from "#db/schema/groups.ts";
import {
  sharedNoteClients as clients,
  sharedNoteRefusals as refusals,
  sharedNoteUpdates as updates,
  sharedNoteVersions as versions,
} from "#db/schema/shared-notes.ts";

export type PageKey = { readonly documentId: string; readonly audienceId: string };

/** What changed since a moment: times in milliseconds, members in no order. */
export type PageChanges = {
  readonly edits: number;
  readonly firstEdit: number;
  readonly lastEdit: number;
  readonly members: readonly string[];
};

export type VersionRow = { readonly id: string; readonly createdAt: number; readonly seats: readonly string[] };

/** Verbs over shared pages. */
export function sharedNotesRepository(db: Db) {
  const page = (table: typeof updates | typeof clients | typeof versions, key: PageKey) =>
    and(eq(table.documentId, key.documentId), eq(table.audienceId, key.audienceId));

  return {
    /** Every stored update, in order. */
    async updates(key: PageKey): Promise<readonly Uint8Array[]> {
      const rows = db.select({ update: updates.update }).from(updates).where(page(updates, key));
      return rows
        .orderBy(asc(updates.seq))
        .all()
        .map(({ update }) => new Uint8Array(update));
    },

    /** Members by the client ids that are bound to them. */
    async owners(key: PageKey): Promise<ReadonlyMap<number, string>> {
      const rows = db.select().from(clients).where(page(clients, key)).all();
      return new Map(rows.map(({ clientId, memberId }) => [clientId, memberId]));
    },

    /** Adds an update after the last one. */
    async append(key: PageKey, row: { memberId: string | null; update: Uint8Array; createdAt: number }): Promise<void> {
      const last = db
        .select({ seq: max(updates.seq) })
        .from(updates)
        .where(page(updates, key))
        .get();
      const seq = (last?.seq ?? 0) + 1;
      db.insert(updates)
        .values({ ...key, ...row, update: Buffer.from(row.update), seq })
        .run();
    },

    /** Binds client ids to a member; one that is bound already stays with whom it belongs to. */
    async bind(key: PageKey, memberId: string, clientIds: readonly number[]): Promise<void> {
      for (const clientId of clientIds) {
        db.insert(clients)
          .values({ ...key, clientId, memberId })
          .onConflictDoNothing()
          .run();
      }
    },

    /** Replaces all updates by one that holds them; the next one still gets a higher number. */
    async compact(key: PageKey, update: Uint8Array, createdAt: number): Promise<void> {
      const last = db
        .select({ seq: max(updates.seq) })
        .from(updates)
        .where(page(updates, key))
        .get();
      db.delete(updates).where(page(updates, key)).run();
      const seq = (last?.seq ?? 0) + 1;
      db.insert(updates)
        .values({ ...key, seq, memberId: null, update: Buffer.from(update), createdAt })
        .run();
    },

    /** What changed since the newest version, null for nothing. */
    async changedSinceVersion(key: PageKey): Promise<PageChanges | null> {
      const newest = db
        .select({ at: max(versions.createdAt) })
        .from(versions)
        .where(page(versions, key))
        .get();
      const since = and(page(updates, key), gt(updates.createdAt, newest?.at ?? 0));
      const sums = db
        .select({
          edits: sql<number>`count(*)`,
          firstEdit: sql<number | null>`min(${updates.createdAt})`,
          lastEdit: sql<number | null>`max(${updates.createdAt})`,
        })
        .from(updates)
        .where(since)
        .get();
      if (sums === undefined || sums.firstEdit === null || sums.lastEdit === null) return null;
      const rows = db.selectDistinct({ member: updates.memberId }).from(updates).where(since).all();
      const members = rows.flatMap(({ member }) => member ?? []);
      return { edits: sums.edits, firstEdit: sums.firstEdit, lastEdit: sums.lastEdit, members };
    },

    async addVersion(key: PageKey, row: VersionRow & { readonly page: PageNode }): Promise<void> {
      db.insert(versions)
        .values({ ...key, ...row })
        .run();
    },

    /** The newest versions first, at most `limit`. */
    async versions(key: PageKey, limit: number): Promise<readonly VersionRow[]> {
      return db
        .select({ id: versions.id, createdAt: versions.createdAt, seats: versions.seats })
        .from(versions)
        .where(page(versions, key))
        .orderBy(desc(versions.createdAt), desc(versions.id))
        .limit(limit)
        .all();
    },

    /** A version of that page, null when it is of another or of none. */
    async version(key: PageKey, id: string): Promise<(VersionRow & { readonly page: PageNode }) | null> {
      const row = db
        .select({ id: versions.id, createdAt: versions.createdAt, seats: versions.seats, page: versions.page })
        .from(versions)
        .where(and(page(versions, key), eq(versions.id, id)))
        .get();
      return row ?? null;
    },

    /** The seats under which these members sit or sat in an audience. */
    async seatsOf(audienceId: string, memberIds: readonly string[]): Promise<readonly string[]> {
      const held = and(eq(seats.audienceId, audienceId), inArray(seats.memberId, [...memberIds]));
      const rows = db.select({ id: seats.id }).from(seats).where(held).orderBy(asc(seats.id)).all();
      return rows.map(({ id }) => id);
    },

    async addRefusal(
      key: PageKey,
      row: { id: string; memberId: string; reason: string; bytes: number; createdAt: number },
    ): Promise<void> {
      db.insert(refusals)
        .values({ ...key, ...row })
        .run();
    },
  };
}
