/** The library of a group and the way of a text into it, as pages see them. */
import type { ClutterKind, Piece, PieceChoices, SourceFormat } from "#app/domain/document/document.ts";
import type { Lifecycle } from "#app/domain/group/group.ts";
import type { Profile } from "#app/domain/member/member.ts";
import type { Viewer } from "./viewer.ts";

/** One line of the library. */
export type LibraryText = Lifecycle & {
  readonly id: string;
  readonly title: string;
  readonly standfirst: string;
  readonly opening: string;
  readonly author: string;
  readonly language: string;
  readonly dir: "ltr" | "rtl";
  readonly words: number;
  readonly createdAt: number;
  readonly notes: number;
  readonly unread: number;
  readonly questions: number;
  /** Published notes and replies of the viewer. */
  readonly own: number;
  /** Notes by place, in 32 equal parts of the text. */
  readonly density: readonly number[];
  /** Threads with something new to the viewer, in the same parts. */
  readonly unreadDensity: readonly number[];
  /** ¶ number where the viewer stopped, or null. */
  readonly readTo: number | null;
  readonly readers: readonly Profile[];
  readonly abilities: Readonly<Record<"document.edit" | "document.archive" | "document.delete", boolean>>;
};

/** A text that the group has already: of the very bytes that are proposed, or of the same words. */
export type KnownText = {
  readonly id: string;
  readonly title: string;
  readonly by: "bytes" | "words";
  /** Name of whoever added it. */
  readonly addedBy: string;
  readonly createdAt: number;
};

/** A text as its source describes it and where it stands among the group's; `source` is the address that it was fetched from. */
export type ImportPreview = DocumentMeta & {
  readonly state: "ready";
  readonly id: string;
  readonly groupId: string;
  readonly format: SourceFormat;
  readonly pieces: readonly Piece[];
  readonly clutter: readonly { readonly kind: ClutterKind; readonly pieces: readonly number[] }[];
  readonly dir: "ltr" | "rtl";
  readonly known: KnownText | null;
  /** The text of which it shall be a new revision; null for a new text. */
  readonly revises: { readonly id: string; readonly title: string } | null;
};

/** What is being done with a source; `share` is of the stage, from 0 to 1, null where it cannot be known. */
export type ReadingProgress = {
  readonly stage: "waiting" | "fetching" | "reading" | "arranging";
  readonly share: number | null;
};

/** Its file or its address, "" for pasted text. */
type Named = { readonly id: string; readonly groupId: string; readonly name: string };

/** A proposal that is still read; `elapsed` in milliseconds. */
export type ImportUnderWay = Named & ReadingProgress & { readonly state: "reading"; readonly elapsed: number };

/** A proposal that could not be read in, and why. */
export type ImportRefusal = Named & { readonly state: "failed"; readonly sentence: string };

export type ImportStanding = ImportPreview | ImportUnderWay | ImportRefusal;

/** What is said of a text, one line each, "" where nothing is known. */
export type DocumentMeta = {
  readonly author: string;
  readonly source: string;
  readonly language: string;
  /** When it came out, as people write it: "1819", "March 2021". */
  readonly published: string;
  /** As `app/domain/document/licence.ts` has it. */
  readonly licence: string;
  /** The line about copyright. */
  readonly rights: string;
};

/** A text as it is brought: its bytes with their name (null for what was pasted), or where they are to be fetched. */
export type ProposedSource =
  | { readonly bytes: Uint8Array; readonly fileName: string | null }
  | { readonly address: string };

/** Bytes that a group's texts take, and most that they may. */
export type StorageUse = { readonly used: number; readonly most: number };

export interface DocumentService {
  library(viewer: Viewer, groupId: string): Promise<readonly LibraryText[]>;
  /**
   * Reads a source into pieces off the event loop and keeps them for a day. Gives the proposal of the same bytes if there is
   * one; what takes longer than a moment is read on after the answer, and may be refused then.
   */
  propose(
    viewer: Viewer,
    groupId: string,
    input: ProposedSource,
    /** The text of the group that shall get these words as a new revision; absent or null: a new text. */
    revises?: string | null,
  ): Promise<{ readonly id: string }>;
  /** For those who may add. */
  storage(viewer: Viewer, groupId: string): Promise<StorageUse>;
  preview(viewer: Viewer, importId: string): Promise<ImportStanding>;
  /** Null once it is not read any more. */
  progress(viewer: Viewer, importId: string): Promise<ImportUnderWay | null>;
  /** Ends the reading of a proposal, and forgets it. */
  cancel(viewer: Viewer, importId: string): Promise<{ readonly groupId: string }>;
  /** Waits for the reading. Of a proposal that revises a text, a new revision: what is said of the text stays. */
  add(viewer: Viewer, importId: string, choices: PieceChoices, meta: DocumentMeta): Promise<{ readonly id: string }>;
  /** What `editMeta` changes, for those who may. */
  details(
    viewer: Viewer,
    documentId: string,
  ): Promise<DocumentMeta & { readonly title: string; readonly groupId: string }>;
  editMeta(viewer: Viewer, documentId: string, meta: DocumentMeta & { readonly title: string }): Promise<void>;
  archive(viewer: Viewer, documentId: string, archived: boolean): Promise<void>;
  remove(viewer: Viewer, documentId: string, wanted: boolean): Promise<void>;
}
