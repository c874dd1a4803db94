/**
 * Lucia 3 over our sessions; `sessions.ts` is all that the rest sees of it. Left alone Lucia stores the cookie's value
 * as the key; here the cookie carries a token and the database its digest.
 */
import { type Adapter, type DatabaseSession, Lucia, TimeSpan } from "lucia";
import type { MemberRecord } from "#db/repositories/members.ts";
import type { SessionRecord, SessionsRepository } from "#db/repositories/sessions.ts";

declare module "lucia" {
  interface Register {
    Lucia: ReturnType<typeof luciaOver>;
    DatabaseUserAttributes: { readonly record: MemberRecord };
    DatabaseSessionAttributes: Omit<SessionRecord, "id" | "memberId" | "expiresAt">;
  }
}

export type LuciaOptions = {
  readonly clock: () => number;
  /** Milliseconds without a request after which a session ends. */
  readonly idleLife: number;
  readonly cookieName: string;
  readonly secure: boolean;
};

/** A Lucia that reads and writes through these sessions; cheap, so that a transaction can have its own. */
export function luciaOver(sessions: SessionsRepository, { clock, idleLife, cookieName, secure }: LuciaOptions) {
  return new Lucia(adapterOver(sessions, clock), {
    sessionExpiresIn: new TimeSpan(idleLife, "ms"),
    sessionCookie: { name: cookieName, attributes: { secure, sameSite: "lax", path: "/" } },
    getUserAttributes: ({ record }) => ({ record }),
    getSessionAttributes: (attributes) => attributes,
  });
}

/**
 * Lucia reads the wall clock and the server reads `clock`, so an end is handed over as the time that is left; in
 * production the two clocks are one.
 */
function adapterOver(sessions: SessionsRepository, clock: () => number): Adapter {
  const describe = ({ id, memberId, expiresAt, ...attributes }: SessionRecord): DatabaseSession => ({
    id,
    userId: memberId,
    expiresAt: new Date(Date.now() + expiresAt - clock()),
    attributes,
  });

  return {
    /** An ended session is unknown at once and swept at night: Lucia would delete it, and reading must not write. */
    async getSessionAndUser(id) {
      const found = await sessions.withMember(id);
      if (found === null || found.session.expiresAt <= clock()) return [null, null];
      return [describe(found.session), { id: found.member.id, attributes: { record: found.member } }];
    },
    async getUserSessions(memberId) {
      return (await sessions.ofMember(memberId)).map(describe);
    },
    async setSession({ id, userId, expiresAt, attributes }) {
      await sessions.insert({
        id,
        memberId: userId,
        expiresAt: clock() + expiresAt.getTime() - Date.now(),
        ...attributes,
      });
    },
    /** Lucia extends at half of the life and knows no absolute end; `sessions.ts` touches hourly and does. */
    async updateSessionExpiration() {},
    async deleteSession(id) {
      await sessions.delete(id);
    },
    async deleteUserSessions(memberId) {
      await sessions.deleteOfMember(memberId, null);
    },
    async deleteExpiredSessions() {
      await sessions.deleteExpired(clock());
    },
  };
}
