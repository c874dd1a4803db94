/** Who asks, as every verb of the server's services gets it. */
import type { Profile, ReaderSettings } from "#app/domain/member/member.ts";

/** The signed-in member of a request. */
export type Viewer = Profile & {
  readonly email: string;
  readonly timeZone: string;
  readonly isAdmin: boolean;
  readonly settings: ReaderSettings;
  /** When they last proved who they are in this session, milliseconds; what cannot be taken back wants it recent. */
  readonly provedAt?: number;
  /** Set while an administrator looks with this member's eyes; until when, in milliseconds. Nothing is changed then. */
  readonly viewedBy?: { readonly name: string; readonly until: number };
};

/**
 * Somebody who is signed in and not through yet: "factor" between password and second factor, "enrolment" where the site asks
 * its staff for one that they do not have. To every page but those two they are nobody.
 */
export type Half = {
  readonly viewer: Viewer;
  readonly sessionId: string;
  readonly wants: "factor" | "enrolment";
};

/**
 * Where a request came from: `address` is what rate limits count (after TRUST_PROXY), `device` a short reading of the agent,
 * `sessionId` the session that it came with, which a new sign-in replaces.
 */
export type Client = { readonly address: string; readonly device: string; readonly sessionId?: string | null };

/** A session cookie to be sent with the answer, as a ready `Set-Cookie` value. */
export type Signed = {
  readonly setCookie: string;
  /** True when the second factor is asked for next. */
  readonly awaitsFactor?: boolean;
};
