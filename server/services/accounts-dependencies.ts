import type { Client, Signed } from "#app/context/viewer.ts";
import type { ReaderSettings } from "#app/domain/member/member.ts";
import type { MailText } from "#app/words/mail.ts";
import type { Store, Transact } from "#db/store.ts";

/** Counts by key; `take` gives the milliseconds to wait, 0 when it was counted. */
type Limit = { take(key: string): number };

/** Whom a letter goes to: a member, or an address that is nobody's account. */
export type Addressee = {
  readonly id: string | null;
  readonly email: string;
  /** For the language; without one the letter speaks that of the moment. */
  readonly settings?: Partial<ReaderSettings>;
};

/** What the account, admin and group services stand on; `compose` fills it from `server/auth` and `server/mail`. */
export type AccountDependencies = {
  /** On the read-only connection. */
  readonly read: Store;
  readonly transact: Transact;
  readonly clock: () => number;
  readonly newId: () => string;
  /** Links are built from it, never from a header. */
  readonly origin: string;
  readonly demo: boolean;
  /** True where letters reach their people: an account is then made by the link of one. */
  readonly confirmsSignUp: boolean;
  readonly sessions: {
    /** A session that awaits its factor lasts ten minutes and reaches nothing else. */
    open(store: Store, memberId: string, client: Client, awaitsFactor?: boolean): Promise<Signed>;
    blank(): Signed;
  };
  readonly passwords: {
    hash(password: string): Promise<string>;
    /** Takes the same time for null, the hash of nobody. */
    matches(stored: string | null, password: string): Promise<boolean>;
    isOutdated(stored: string): boolean;
    isCommon(password: string): boolean;
  };
  readonly secrets: { token(): string; digest(token: string): string };
  readonly attempts: {
    begin(account: string, address: string): number;
    failed(account: string, address: string): void;
    succeeded(account: string, address: string): void;
  };
  readonly limits: Readonly<
    Record<"signUp" | "signUpByAccount" | "signInDemo" | "resetByAddress" | "resetByAccount" | "mailByMember", Limit>
  >;
  /** True for the name of an account that ended not long ago and had another address (`addressKey`). */
  readonly isLeftName: (name: string, emailKey: string) => Promise<boolean>;
  readonly post: {
    /** Puts a letter into the queue, in the transaction of its cause; to null it costs the same and goes to nobody. */
    write(store: Store, to: Addressee | null, words: () => MailText): Promise<void>;
  };
  readonly pictures: {
    /** Re-encodes and keeps a picture; gives its name. Throws Problem("invalid" or "too-large"). */
    keep(bytes: Uint8Array): Promise<string>;
    read(name: string): Promise<Uint8Array | null>;
    discard(name: string): Promise<void>;
  };
};
