/** The pages that a group, and its staff among themselves, write together beside a text. */
import type { Lifecycle } from "#app/domain/group/group.ts";
import type { PageNode } from "#app/domain/page/page.ts";
import type { RosterSeat } from "./reading.ts";
import type { Viewer } from "./viewer.ts";

/** A paragraph of the text that a page can quote, with the number by which it is cited. */
export type Passage = { readonly n: number; readonly exact: string };

/** Who writes a page: everybody in the group, or its staff alone. */
export type PageOf = { readonly text: string; readonly among: "group" | "staff" };

export type TogetherPage = {
  readonly among: PageOf["among"];
  readonly document: Lifecycle & {
    readonly id: string;
    readonly title: string;
    readonly language: string;
    readonly dir: "ltr" | "rtl";
  };
  readonly group: Lifecycle & { readonly id: string; readonly name: string };
  readonly room: string;
  readonly epoch: number;
  readonly ownSeat: string;
  readonly seats: readonly RosterSeat[];
  readonly mayWrite: boolean;
  readonly content: PageNode;
};

/** A kept state of the page; `createdAt` in milliseconds. */
export type PageVersion = { readonly id: string; readonly createdAt: number; readonly seats: readonly string[] };

/** A thread of the margin that a page cites: whose first note that is, and how it begins or what it stands on. */
export type CitedThread = { readonly note: string; readonly name: string; readonly words: string };

export interface TogetherService {
  /** The page as it is. Problem("not-found") for those outside the group, "forbidden" for members who ask for that of staff. */
  open(viewer: Viewer, page: PageOf): Promise<TogetherPage>;
  /** What can be quoted: the numbered paragraphs of the text, in order. */
  passages(viewer: Viewer, documentId: string): Promise<readonly Passage[]>;
  /** Those of these notes, at most a hundred, whose words the viewer may read now; of all others nothing is said. */
  cited(viewer: Viewer, notes: readonly string[]): Promise<readonly CitedThread[]>;
  /** The newest versions first. */
  versions(viewer: Viewer, page: PageOf): Promise<readonly PageVersion[]>;
  /** Problem("not-found") where that page has no such version. */
  version(viewer: Viewer, page: PageOf, versionId: string): Promise<PageVersion & { readonly content: PageNode }>;
  /** Makes the page what it was, as one more change for everybody. Problem("forbidden") for those who only read. */
  restore(viewer: Viewer, page: PageOf, versionId: string): Promise<void>;
}
