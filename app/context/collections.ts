/** Collections of threads, as pages see them. */
import type { Colour } from "#app/domain/annotation/annotation.ts";
import type { ExportFormat } from "#app/domain/export/export-format.ts";
import type { TakenFile } from "./exports.ts";
import type { Viewer } from "./viewer.ts";

export type CollectionLine = {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  /** Whether members see it, or staff alone. */
  readonly isShown: boolean;
  /** Threads in it that the viewer sees. */
  readonly threads: number;
  /** When it was removed, for who may bring it back; else null. */
  readonly removedAt: number | null;
};

export type CollectionList = {
  readonly lines: readonly CollectionLine[];
  readonly mayCurate: boolean;
};

/** A thread in a collection. */
export type CollectedThread = {
  readonly root: string;
  readonly remark: string;
  readonly text: {
    readonly id: string;
    readonly title: string;
    readonly language: string;
    readonly dir: "ltr" | "rtl";
  };
  /** ¶ number of its place, or null. */
  readonly number: number | null;
  /** The passages, shortened. */
  readonly quotes: readonly string[];
  readonly colour: Colour | null;
  readonly notes: readonly {
    readonly id: string;
    /** "" for what is gone. */
    readonly name: string;
    /** Safe HTML; what stands in its place for what is gone. */
    readonly html: string;
    readonly isGone: boolean;
    readonly depth: number;
    readonly created: number;
  }[];
};

export type CollectionPage = CollectionLine & {
  readonly group: { readonly id: string; readonly name: string };
  readonly entries: readonly CollectedThread[];
  /** Roots of threads that are in it and that nobody sees any more; for curators, who can take them out. */
  readonly lost: readonly string[];
  readonly mayCurate: boolean;
  /** Links that are still good; for curators. */
  readonly links: readonly { readonly id: string; readonly withNames: boolean; readonly expiresAt: number }[];
};

export type CollectionInput = { readonly title: string; readonly description: string; readonly isShown: boolean };

/**
 * Who is not in the group meets Problem("not-found"), and so do members for what is for staff; what changes is for staff,
 * Problem("forbidden") for members, and stands in the record.
 */
export interface CollectionService {
  list(viewer: Viewer, groupId: string): Promise<CollectionList>;
  open(viewer: Viewer, id: string): Promise<CollectionPage>;
  /** `id` is a ULID of the client; the same one twice is one collection. */
  create(
    viewer: Viewer,
    groupId: string,
    input: CollectionInput & { readonly id: string },
  ): Promise<{ readonly id: string }>;
  edit(viewer: Viewer, id: string, input: CollectionInput): Promise<void>;
  /** Nothing of it is lost, and its links end; `removed` false brings it back. */
  remove(viewer: Viewer, id: string, removed: boolean): Promise<void>;
  /** Where the thread of a note could be put: collections of its group, and whether it is in them. */
  offers(
    viewer: Viewer,
    noteId: string,
  ): Promise<{
    readonly group: string;
    readonly root: string;
    readonly collections: readonly { readonly id: string; readonly title: string; readonly has: boolean }[];
  }>;
  /** The thread of a note of the same group that everybody in the group sees. Again changes nothing. */
  add(viewer: Viewer, id: string, noteId: string): Promise<void>;
  remark(viewer: Viewer, id: string, root: string, remark: string): Promise<void>;
  takeOut(viewer: Viewer, id: string, root: string): Promise<void>;
  move(viewer: Viewer, id: string, root: string, by: -1 | 1): Promise<void>;
  take(viewer: Viewer, id: string, format: ExportFormat): Promise<TakenFile>;
  /** The link is shown this once. */
  share(
    viewer: Viewer,
    id: string,
    terms: { readonly days: number; readonly withNames: boolean },
  ): Promise<{ readonly link: string }>;
  unshare(viewer: Viewer, id: string, linkId: string): Promise<void>;
  /** What a link shows to whoever has it: threads that the whole group sees now. Problem("gone") when it is no good. */
  shared(
    token: string,
  ): Promise<Pick<CollectionPage, "title" | "description" | "group" | "entries"> & { readonly expiresAt: number }>;
}
