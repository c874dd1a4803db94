import type { Store, Transact } from "#db/store.ts";

/** What the service of work stands on. */
export type WorkParts = {
  /** The store of the read-only connection. */
  readonly read: Store;
  readonly transact: Transact;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  /** A new ULID. */
  readonly newId: () => string;
  readonly origin: string;
  readonly secrets: { readonly token: () => string; readonly digest: (token: string) => string };
};
