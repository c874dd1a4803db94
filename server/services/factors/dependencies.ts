import type { PasskeyOptions } from "#app/context/factors.ts";
import type { PasskeyRecord } from "#db/repositories/factors.ts";
import type { AccountDependencies } from "../accounts-dependencies.ts";

type Limit = { take(key: string): number; forgive(key: string): void };

/** A passkey as WebAuthn needs it. */
type Key = Pick<PasskeyRecord, "credentialId" | "publicKey" | "counter" | "transports" | "memberId">;
type NewKey = { readonly credentialId: string; readonly publicKey: Uint8Array } & Pick<Key, "counter" | "transports">;

/** An answer of a browser whose shape is right. */
type Read = { readonly challenge: string; readonly credentialId: string };

type Verdict = { readonly kind: "good"; readonly counter: number } | { readonly kind: "bad" | "copied" };

/** What the factor service stands on; `compose` fills it from `server/auth`. */
export type FactorDependencies = Pick<
  AccountDependencies,
  "read" | "transact" | "clock" | "newId" | "sessions" | "passwords" | "attempts" | "secrets" | "post" | "origin"
> & {
  /** `factor`: wrong codes, by member. `ceremony`: challenges asked for, by address or member. */
  readonly limits: Readonly<Record<"factor" | "ceremony", Limit>>;
  /** Cryptographic. */
  readonly randomBytes: (bytes: number) => Uint8Array;
  readonly sealer: {
    seal(plain: Uint8Array, context: string): string;
    /** Null under another key. */
    open(sealed: string, context: string): Uint8Array | null;
  };
  readonly apps: {
    readonly secretBytes: number;
    stepOf(secret: Uint8Array, typed: string, at: { now: number; last: number }): number | null;
    describe(secret: Uint8Array, of: { issuer: string; account: string }): { uri: string; text: string };
    codeOf(words: string): { readonly size: number; readonly path: string };
  };
  readonly recovery: {
    make(n: number, randomBytes: (bytes: number) => Uint8Array): readonly string[];
    tidy(typed: string): string | null;
  };
  readonly passkeys: {
    register(
      member: { id: string; name: string; email: string },
      known: readonly Key[],
      challenge: Uint8Array,
    ): Promise<PasskeyOptions>;
    authenticate(known: readonly Key[] | null, challenge: Uint8Array): Promise<PasskeyOptions>;
    readRegistration(sent: string): Read | null;
    readAuthentication(sent: string): Read | null;
    registered(answer: Read): Promise<NewKey | null>;
    authenticated(answer: Read, passkey: Key): Promise<Verdict>;
  };
  /** Tells whoever looks after the site; never holds a secret. */
  readonly alert: (what: "passkey-copied" | "secret-unreadable", member: string) => void;
};
