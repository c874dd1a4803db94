/** Second factors and passkeys, as pages see them. */
import type { ChallengePurpose } from "#app/domain/member/factors.ts";
import type { Client, Half, Signed, Viewer } from "./viewer.ts";

export type PasskeyRow = {
  readonly id: string;
  readonly name: string;
  readonly createdAt: number;
  readonly usedAt: number | null;
};

export type FactorsPage = {
  /** The app with codes, since when. */
  readonly app: { readonly since: number } | null;
  readonly passkeys: readonly PasskeyRow[];
  readonly codesLeft: number;
  /** Whether the site asks this member for a second factor. */
  readonly isRequired: boolean;
};

/** A secret for an app: as the address that apps read, that address as a QR code, and as text to type. */
export type AppSecret = {
  readonly uri: string;
  readonly text: string;
  readonly code: { readonly size: number; readonly path: string };
};

/** Recovery codes that are shown once; none when the member has some already. */
export type NewCodes = { readonly codes: readonly string[] };

/** What somebody gives to prove who they are: something typed, or the answer of a passkey as JSON. */
export type Proof = { readonly typed: string } | { readonly passkey: string };

/** What is asked of a browser, as JSON for `navigator.credentials`. */
export type PasskeyOptions = { readonly challenge: string };

/**
 * Verbs that change factors want a proof of the last ten minutes: Problem("reauth-required") without. A passkey is a factor
 * beside the password, and a way to sign in by itself.
 */
export interface FactorService {
  page(viewer: Viewer): Promise<FactorsPage>;
  /** A new secret, which is asked for once a code of it was typed. Problem("conflict") when there is an app already. */
  beginApp(viewer: Viewer): Promise<void>;
  /** The secret that waits for its first code, null when none does. */
  appSecret(viewer: Viewer): Promise<AppSecret | null>;
  /** Problem("invalid") at `code`. The first factor ends the member's other sessions. */
  confirmApp(viewer: Viewer, sessionId: string, input: { readonly code: string }): Promise<NewCodes>;
  /** Problem("conflict") for the last factor of somebody of whom the site asks one. */
  removeApp(viewer: Viewer): Promise<void>;
  /** Ten new recovery codes; older ones are void. */
  renewCodes(viewer: Viewer): Promise<NewCodes>;
  /** A challenge for five minutes and one answer. For "sign-in" of nobody, else of whoever is or half is signed in. */
  ask(
    who: { readonly viewer: Viewer; readonly sessionId: string } | null,
    client: Client,
    purpose: ChallengePurpose,
  ): Promise<PasskeyOptions>;
  addPasskey(
    viewer: Viewer,
    sessionId: string,
    input: { readonly passkey: string; readonly name: string },
  ): Promise<NewCodes>;
  renamePasskey(viewer: Viewer, id: string, name: string): Promise<void>;
  /** Problem("conflict") for the last way to sign in, and as `removeApp`. */
  removePasskey(viewer: Viewer, id: string): Promise<void>;
  /** Signs in by a passkey alone. Problem("invalid") for every answer that is not good. */
  signIn(client: Client, passkey: string): Promise<Signed>;
  /** The second factor: a code of the app, a recovery code, or a passkey. Ends the half session and opens a whole one. */
  verify(half: Half, client: Client, proof: Proof): Promise<Signed>;
  /** Takes a password, a code of the app or a passkey, and gives the viewer who has just proved who they are. */
  prove(viewer: Viewer, sessionId: string, client: Client, proof: Proof): Promise<Viewer>;
}
