/** Second factors: apps with codes, recovery codes, passkeys, and the challenges that wait for one. */
import { and, asc, count, eq, gt, isNotNull, isNull, lt, lte } from "drizzle-orm";
import type { ChallengePurpose } from "#app/domain/member/factors.ts";
import type { Db } from "#db/client.ts";
import { authenticators, challenges, passkeys, recoveryCodes } from "#db/schema/factors.ts";

export type AuthenticatorRecord = typeof authenticators.$inferSelect;
export type PasskeyRecord = typeof passkeys.$inferSelect;
export type ChallengeRecord = typeof challenges.$inferSelect;

/** Verbs over what members prove themselves with. */
export function factorsRepository(db: Db) {
  const own = (memberId: string, id: string) => and(eq(passkeys.memberId, memberId), eq(passkeys.id, id));
  const isConfirmed = (memberId: string) =>
    and(eq(authenticators.memberId, memberId), isNotNull(authenticators.confirmedAt));

  return {
    /** True for a member whose password alone opens nothing. */
    async has(memberId: string): Promise<boolean> {
      const app = db.select({ id: authenticators.memberId }).from(authenticators).where(isConfirmed(memberId)).get();
      if (app !== undefined) return true;
      return db.select({ id: passkeys.id }).from(passkeys).where(eq(passkeys.memberId, memberId)).get() !== undefined;
    },

    /** Everybody whose password alone opens nothing. */
    async havers(): Promise<ReadonlySet<string>> {
      const apps = db.select({ id: authenticators.memberId }).from(authenticators);
      const confirmed = apps.where(isNotNull(authenticators.confirmedAt)).all();
      const keys = db.selectDistinct({ id: passkeys.memberId }).from(passkeys).all();
      return new Set([...confirmed, ...keys].map(({ id }) => id));
    },

    /** The member's app, confirmed or not. */
    async app(memberId: string): Promise<AuthenticatorRecord | null> {
      return db.select().from(authenticators).where(eq(authenticators.memberId, memberId)).get() ?? null;
    },

    /** Begins with a secret that replaces one which was not confirmed; false when there is a confirmed one. */
    async beginApp(memberId: string, sealed: string, createdAt: number): Promise<boolean> {
      const fresh = { sealed, createdAt, lastStep: 0 };
      const { changes } = db
        .insert(authenticators)
        .values({ memberId, ...fresh })
        .onConflictDoUpdate({
          target: authenticators.memberId,
          set: fresh,
          setWhere: isNull(authenticators.confirmedAt),
        })
        .run();
      return changes > 0;
    },

    async confirmApp(memberId: string, now: number): Promise<void> {
      db.update(authenticators).set({ confirmedAt: now }).where(eq(authenticators.memberId, memberId)).run();
    },

    /** Takes a step, once; false when it or a later one was taken before. */
    async takeStep(memberId: string, step: number): Promise<boolean> {
      const unused = and(eq(authenticators.memberId, memberId), lt(authenticators.lastStep, step));
      return db.update(authenticators).set({ lastStep: step }).where(unused).run().changes > 0;
    },

    /** False when there was none. */
    async removeApp(memberId: string): Promise<boolean> {
      return db.delete(authenticators).where(eq(authenticators.memberId, memberId)).run().changes > 0;
    },

    /** Oldest first. */
    async passkeys(memberId: string): Promise<readonly PasskeyRecord[]> {
      const rows = db.select().from(passkeys).where(eq(passkeys.memberId, memberId));
      return rows.orderBy(asc(passkeys.createdAt), asc(passkeys.id)).all();
    },

    async passkeyBy(credentialId: string): Promise<PasskeyRecord | null> {
      return db.select().from(passkeys).where(eq(passkeys.credentialId, credentialId)).get() ?? null;
    },

    /** False when that key is somebody's already. */
    async addPasskey(passkey: PasskeyRecord): Promise<boolean> {
      return db.insert(passkeys).values(passkey).onConflictDoNothing().run().changes > 0;
    },

    /** False when the member has no such passkey. */
    async renamePasskey(memberId: string, id: string, name: string): Promise<boolean> {
      return db.update(passkeys).set({ name }).where(own(memberId, id)).run().changes > 0;
    },

    /** Notes a use; false when the counter is not above the one known, and one of the two counts. */
    async countPasskey(id: string, counter: number, now: number): Promise<boolean> {
      const rises = counter === 0 ? eq(passkeys.counter, 0) : lt(passkeys.counter, counter);
      const { changes } = db
        .update(passkeys)
        .set({ counter, usedAt: now })
        .where(and(eq(passkeys.id, id), rises))
        .run();
      return changes > 0;
    },

    /** False when the member has no such passkey. */
    async removePasskey(memberId: string, id: string): Promise<boolean> {
      return db.delete(passkeys).where(own(memberId, id)).run().changes > 0;
    },

    /** New recovery codes in place of all older ones. */
    async replaceCodes(memberId: string, hashes: readonly string[]): Promise<void> {
      db.delete(recoveryCodes).where(eq(recoveryCodes.memberId, memberId)).run();
      for (const hash of hashes) db.insert(recoveryCodes).values({ memberId, hash }).run();
    },

    /** Takes a code, once. */
    async takeCode(memberId: string, hash: string, now: number): Promise<boolean> {
      const unused = and(
        eq(recoveryCodes.memberId, memberId),
        eq(recoveryCodes.hash, hash),
        isNull(recoveryCodes.usedAt),
      );
      return db.update(recoveryCodes).set({ usedAt: now }).where(unused).run().changes > 0;
    },

    async codesLeft(memberId: string): Promise<number> {
      const unused = and(eq(recoveryCodes.memberId, memberId), isNull(recoveryCodes.usedAt));
      return db.select({ n: count() }).from(recoveryCodes).where(unused).get()?.n ?? 0;
    },

    async addChallenge(challenge: ChallengeRecord): Promise<void> {
      db.insert(challenges).values(challenge).run();
    },

    /** Gives a challenge that is still good and forgets it, so that it is answered once, well or badly. */
    async takeChallenge(hash: string, purpose: ChallengePurpose, now: number): Promise<ChallengeRecord | null> {
      const good = and(eq(challenges.hash, hash), eq(challenges.purpose, purpose), gt(challenges.expiresAt, now));
      return db.delete(challenges).where(good).returning().get() ?? null;
    },

    /** Gives the number of rows swept. */
    async deleteExpiredChallenges(now: number): Promise<number> {
      return db.delete(challenges).where(lte(challenges.expiresAt, now)).run().changes;
    },

    /** Takes away app, passkeys and codes of the member. */
    async clear(memberId: string): Promise<void> {
      for (const table of [authenticators, passkeys, recoveryCodes, challenges] as const) {
        db.delete(table).where(eq(table.memberId, memberId)).run();
      }
    },
  };
}
