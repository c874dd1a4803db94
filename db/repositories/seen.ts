/** How far each member has read each text. */
import { and, eq } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { seen } from "#db/schema/documents.ts";

/** `seenAt` in milliseconds: what is older is known; `block` is the ordinal of the block where the member stopped. */
export type SeenRow = { readonly seenAt: number; readonly block: number };

/** Verbs over the reading state. */
export function seenRepository(db: Db) {
  return {
    /** Null before the first visit. */
    async find(memberId: string, documentId: string): Promise<SeenRow | null> {
      const row = db
        .select({ seenAt: seen.seenAt, block: seen.block })
        .from(seen)
        .where(and(eq(seen.memberId, memberId), eq(seen.documentId, documentId)))
        .get();
      return row ?? null;
    },

    /** Keeps the place; what is new stays new until it was seen. */
    async putPlace(memberId: string, documentId: string, block: number): Promise<void> {
      db.insert(seen)
        .values({ memberId, documentId, seenAt: 0, block })
        .onConflictDoUpdate({ target: [seen.memberId, seen.documentId], set: { block } })
        .run();
    },
  };
}
