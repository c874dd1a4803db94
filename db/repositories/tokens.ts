import { and, eq, gt, isNull, lte, type SQL } from "drizzle-orm";
import { addressKey } from "#app/domain/member/address.ts";
import type { Db } from "../client.ts";
import { tokens } from "../schema/accounts.ts";

export type TokenRecord = typeof tokens.$inferSelect;
export type TokenKind = TokenRecord["kind"];

/** One-time tokens, stored as their SHA-256. */
export function tokensRepository(db: Db) {
  const good = (hash: string, kind: TokenKind, now: number): SQL | undefined =>
    and(eq(tokens.hash, hash), eq(tokens.kind, kind), isNull(tokens.usedAt), gt(tokens.expiresAt, now));

  return {
    async insert(token: Omit<TokenRecord, "usedAt">): Promise<void> {
      db.insert(tokens).values(token).run();
    },

    /** The token when it may still be used, else null. */
    async find(hash: string, kind: TokenKind, now: number): Promise<TokenRecord | null> {
      return (
        db
          .select()
          .from(tokens)
          .where(good(hash, kind, now))
          .get() ?? null
      );
    },

    /** Marks a good token as used and gives it; null when it is unknown, used or expired. */
    async use(hash: string, kind: TokenKind, now: number): Promise<TokenRecord | null> {
      return (
        db
          .update(tokens)
          .set({ usedAt: now })
          .where(good(hash, kind, now))
          .returning()
          .get() ?? null
      );
    },

    /** Gives a good token and forgets it, payload and all; null when it is unknown or expired. */
    async take(hash: string, kind: TokenKind, now: number): Promise<TokenRecord | null> {
      return (
        db
          .delete(tokens)
          .where(good(hash, kind, now))
          .returning()
          .get() ?? null
      );
    },

    /** True while somebody could still take this address (`addressKey`) back, so that nobody else signs up with it. */
    async holdsAddress(key: string, now: number): Promise<boolean> {
      const held = db
        .select({ address: tokens.payload })
        .from(tokens)
        .where(and(eq(tokens.kind, "email-revert"), isNull(tokens.usedAt), gt(tokens.expiresAt, now)))
        .all();
      return held.some(({ address }) => addressKey(address) === key);
    },

    /** Voids the member's tokens of a kind, or all setup tokens for null. */
    async forget(kind: TokenKind, memberId: string | null): Promise<void> {
      const owner = memberId === null ? isNull(tokens.memberId) : eq(tokens.memberId, memberId);
      db.delete(tokens)
        .where(and(eq(tokens.kind, kind), owner))
        .run();
    },

    /** Gives the number of rows swept. */
    async deleteExpired(now: number): Promise<number> {
      return db.delete(tokens).where(lte(tokens.expiresAt, now)).run().changes;
    },
  };
}
