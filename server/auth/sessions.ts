import type { Client, Signed } from "#app/context/viewer.ts";
import type { MemberRecord } from "#db/repositories/members.ts";
import type { SessionsRepository } from "#db/repositories/sessions.ts";
import { addressMark } from "./address-mark.ts";
import { luciaOver } from "./lucia.ts";
import type { Secrets } from "./secrets.ts";

const HOUR = 60 * 60 * 1000;

/** Milliseconds without a request after which a session ends. */
export const IDLE_LIFE = 10 * 24 * HOUR;

/** Milliseconds after sign-in at which a session ends however much it is used. */
export const WHOLE_LIFE = 30 * 24 * HOUR;

/** A use is written down at most this often, milliseconds: one commit an hour, not one for each request. */
const TOUCH_EVERY = HOUR;

/** Milliseconds between password and second factor; such a session is never extended. */
export const HALF_LIFE = 10 * 60 * 1000;

/** Who sends a request. */
export type SignedIn = {
  readonly sessionId: string;
  readonly member: MemberRecord;
  /** When password or factor was last proved in this session, milliseconds. */
  readonly provedAt: number;
  /** True between password and second factor. */
  readonly awaitsFactor: boolean;
};

/** The part of a store that sessions need. */
export type SessionStore = { readonly sessions: SessionsRepository };

export type SessionsDependencies = {
  readonly read: SessionStore;
  readonly transact: <T>(work: (store: SessionStore) => Promise<T>) => Promise<T>;
  readonly secrets: Secrets;
  readonly clock: () => number;
  /** True when the public origin is https. */
  readonly secure: boolean;
};

export type Sessions = ReturnType<typeof makeSessions>;

/** Opens and reads sessions by cookie. */
export function makeSessions({ read, transact, secrets, clock, secure }: SessionsDependencies) {
  // Browsers refuse a __Host- cookie unless it is Secure, for this very host and for "/"; plain http cannot have one.
  const options = { clock, idleLife: IDLE_LIFE, cookieName: secure ? "__Host-glossa" : "glossa", secure };
  const reader = luciaOver(read.sessions, options);

  /** The stored id of the token in a Cookie header; null without one, or when the header is not decodable. */
  const idIn = (cookieHeader: string): string | null => {
    try {
      const token = reader.readSessionCookie(cookieHeader);
      return token === null || token === "" ? null : secrets.digest(token);
    } catch {
      return null;
    }
  };

  /** A touch that fails, say under overload, is made up for by the next request. */
  const touch = async (id: string, createdAt: number): Promise<void> => {
    const seenAt = clock();
    const expiresAt = Math.min(seenAt + IDLE_LIFE, createdAt + WHOLE_LIFE);
    await transact((store) => store.sessions.touch(id, { seenAt, expiresAt })).catch(() => undefined);
  };

  /** Whoever sends this Cookie header, also between password and second factor. */
  const readAny = async (cookieHeader: string | undefined): Promise<SignedIn | null> => {
    const id = cookieHeader === undefined ? null : idIn(cookieHeader);
    if (id === null) return null;
    const { session, user } = await reader.validateSession(id);
    if (session === null || user.record.endedAt !== null) return null;
    const { awaitsFactor, confirmedAt: provedAt } = session;
    if (!awaitsFactor && clock() - session.seenAt >= TOUCH_EVERY) await touch(id, session.createdAt);
    return { sessionId: id, member: user.record, provedAt, awaitsFactor };
  };

  return {
    readAny,

    /** Who sends this Cookie header, or null; an ended session is as good as none, and so is one that awaits its factor. */
    async read(cookieHeader: string | undefined): Promise<SignedIn | null> {
      const signedIn = await readAny(cookieHeader);
      return signedIn === null || signedIn.awaitsFactor ? null : signedIn;
    },

    /** Opens a session inside the transaction of `store` and gives its cookie: a new token every time. */
    async open(store: SessionStore, memberId: string, client: Client, awaitsFactor = false): Promise<Signed> {
      const token = secrets.token();
      const now = clock();
      const attributes = {
        createdAt: now,
        seenAt: now,
        confirmedAt: now,
        device: client.device,
        addressMark: addressMark(client.address),
        awaitsFactor,
      };
      const lucia = luciaOver(store.sessions, awaitsFactor ? { ...options, idleLife: HALF_LIFE } : options);
      await lucia.createSession(memberId, attributes, { sessionId: secrets.digest(token) });
      const cookie = lucia.createSessionCookie(token);
      // The server decides when a session has been idle for too long; the cookie lasts as long as a session can.
      cookie.attributes.maxAge = WHOLE_LIFE / 1000;
      return { setCookie: cookie.serialize(), awaitsFactor };
    },

    /** The cookie that takes a session's cookie away. */
    blank(): Signed {
      return { setCookie: reader.createBlankSessionCookie().serialize() };
    },
  };
}
