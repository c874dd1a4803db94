/** Accounts and their administration, as pages see them. */
import type { Role } from "#app/domain/group/group.ts";
import type { Profile, ReaderSettings } from "#app/domain/member/member.ts";
import type { Client, Signed, Viewer } from "./viewer.ts";

export type SessionRow = {
  readonly id: string;
  readonly device: string;
  readonly createdAt: number;
  readonly seenAt: number;
  readonly current: boolean;
};

export interface AccountService {
  /**
   * With a mail server: null for every address, and a letter, whose link makes the account and leads to `to` (a path of
   * ours, "/" by default). Problem("forbidden") where sign-up is not open and `invitation`, a token, does not open it. Without one: signs in when the address was free, else null and a letter to its owner.
   */
  signUp(
    client: Client,
    input: { name: string; email: string; password: string; timeZone: string; to?: string; invitation?: string },
  ): Promise<Signed | null>;
  /** What a sign-up letter's link would make, or null when it is no good; changes nothing. */
  pendingSignUp(token: string): Promise<{ readonly name: string; readonly email: string } | null>;
  /**
   * Makes the account and signs in. Problem("invalid") for another password than the one chosen at sign-up,
   * Problem("gone") for a used or old link, and when the address was taken since.
   */
  confirmSignUp(client: Client, input: { token: string; password: string }): Promise<Signed>;
  signIn(client: Client, input: { email: string; password: string }): Promise<Signed>;
  /** Demo only: sign in as a seeded person. Problem("not-found") without a demo. */
  signInDemo(client: Client, memberId: string): Promise<Signed>;
  demoPeople(): Promise<
    readonly (Profile & { readonly groups: readonly { readonly name: string; readonly role: Role }[] })[]
  >;
  signOut(sessionId: string): Promise<Signed>;
  /** Always resolves alike; the mail goes out (or into DATA_DIR/outbox) only for a known address. */
  requestReset(client: Client, input: { email: string }): Promise<void>;
  /** True when the reset token would be accepted; changes nothing. */
  resetIsGood(token: string): Promise<boolean>;
  /** Ends all sessions and sockets of the member, then signs in anew. */
  reset(client: Client, input: { token: string; password: string }): Promise<Signed>;
  setupIsGood(token: string): Promise<boolean>;
  setUp(
    client: Client,
    input: { token: string; name: string; email: string; password: string; timeZone: string },
  ): Promise<Signed>;
  /** Ends the member's other sessions. */
  changePassword(
    viewer: Viewer,
    sessionId: string,
    client: Client,
    input: { current: string; password: string },
  ): Promise<Signed>;
  /** Needs the password (input.current); mails a confirmation to the new address and a way back to the old one. */
  requestEmail(viewer: Viewer, client: Client, input: { current: string; email: string }): Promise<void>;
  emailTokenIsGood(token: string): Promise<boolean>;
  confirmEmail(client: Client, input: { token: string }): Promise<void>;
  sessions(viewer: Viewer, currentId: string): Promise<readonly SessionRow[]>;
  /** One session by id, or all but the current. */
  endSession(viewer: Viewer, currentId: string, which: string | "others"): Promise<void>;
  editProfile(viewer: Viewer, input: { name: string; pronouns: string; timeZone: string; hue: number }): Promise<void>;
  saveSettings(viewer: Viewer, settings: Partial<ReaderSettings>): Promise<void>;
  /** Re-encodes (256 × 256 WebP); null removes it. */
  setPicture(viewer: Viewer, bytes: Uint8Array | null): Promise<void>;
  /** The stored picture's path on disk, or null; `name` is `Profile.picture`. */
  picture(name: string): Promise<Uint8Array | null>;
}

export interface AdminService {
  members(
    viewer: Viewer,
    input: { query: string },
  ): Promise<
    readonly (Profile & {
      readonly email: string;
      readonly createdAt: number;
      readonly isAdmin: boolean;
      readonly hasFactor: boolean;
    })[]
  >;
  /** For somebody who has lost their second factor and their codes. Wants a proof of the last ten minutes. */
  resetFactors(viewer: Viewer, memberId: string): Promise<void>;
  /** A reset link to hand out, for sites without mail. */
  resetLink(viewer: Viewer, memberId: string): Promise<string>;
}
