/** Who asks, as every verb of the server's services gets it. */
import type { Profile, ReaderSettings } from "#app/domain/member/member.ts";

/** The signed-in member of a request. */
export type Viewer = Profile & {
  readonly email: string;
  readonly timeZone: string;
  readonly isAdmin: boolean;
  readonly settings: ReaderSettings;
};

/**
 * Where a request came from: `address` is what rate limits count (after TRUST_PROXY), `device` a short reading of the agent,
 * `sessionId` the session that it came with, which a new sign-in replaces.
 */
export type Client = { readonly address: string; readonly device: string; readonly sessionId?: string | null };

/** A session cookie to be sent with the answer, as a ready `Set-Cookie` value. */
export type Signed = { readonly setCookie: string };
