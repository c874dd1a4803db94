import type { PageNode } from "#app/domain/page/page.ts";
import type { RefusalReason } from "./refusal.ts";
import type { Unversioned } from "./version-due.ts";

/** Which page: the one of an audience beside a text. */
export type PageAddress = { readonly document: string; readonly audience: string };

/** A page as it is stored. */
export type StoredPage = {
  readonly updates: readonly Uint8Array[];
  /** Members by the client ids under which they wrote. */
  readonly owners: ReadonlyMap<number, string>;
  /** What changed since the last version, null for nothing. */
  readonly unversioned: Unversioned | null;
};

/** One accepted change; `clients` are the ids that it binds to its member. */
export type PageChange = {
  readonly member: string;
  readonly update: Uint8Array;
  readonly clients: readonly number[];
};

/** A state to keep: the page, who wrote since the version before, and all of it as one update. */
export type PageVersion = {
  readonly content: PageNode;
  readonly members: readonly string[];
  readonly update: Uint8Array;
};

/** Where pages are kept. Every verb resolves after COMMIT. */
export interface PagesStore {
  load(page: PageAddress): Promise<StoredPage>;
  /** Stores changes in one transaction, in which rights are read again. Rejects with Problem("forbidden") when a writer lost it meanwhile. */
  append(page: PageAddress, changes: readonly PageChange[]): Promise<void>;
  /** Keeps a version and, in the same transaction, replaces all stored updates by `update`. */
  keepVersion(page: PageAddress, version: PageVersion): Promise<void>;
  /** Records who was refused and why. */
  refuse(
    page: PageAddress,
    refusal: { readonly member: string; readonly reason: RefusalReason; readonly bytes: number },
  ): Promise<void>;
}
