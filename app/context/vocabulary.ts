/** The words by which a group sorts its notes: tags with colour and meaning, and kinds of its own. */
import type { Colour } from "#app/domain/annotation/annotation.ts";
import type { Viewer } from "./viewer.ts";

/** A tag of the group's vocabulary; `key` is its name folded. */
export type VocabularyTag = {
  readonly key: string;
  readonly name: string;
  readonly colour: Colour | null;
  readonly meaning: string;
};

/** A kind that the group defines; a retired one is no longer offered, and notes keep it. */
export type GroupKind = {
  readonly id: string;
  readonly name: string;
  readonly meaning: string;
  readonly isRetired: boolean;
};

export type VocabularyPage = {
  /** By key. */
  readonly tags: readonly VocabularyTag[];
  /** What members made up while writing; only for those who may edit, else empty. */
  readonly freeTags: readonly VocabularyTag[];
  /** In the order in which they were made. */
  readonly kinds: readonly GroupKind[];
  /** Renamed and merged tags, newest first; only for those who may edit, else empty. */
  readonly changes: readonly {
    readonly id: string;
    readonly kind: "rename" | "merge";
    readonly from: string;
    readonly to: string;
    readonly at: number;
  }[];
  readonly mayEdit: boolean;
};

export type TagInput = { readonly name: string; readonly colour: Colour | null; readonly meaning: string };
export type KindInput = { readonly name: string; readonly meaning: string };

export interface VocabularyService {
  /** Problem("not-found") for those who are not in the group; what changes needs `group.vocabulary`. */
  open(viewer: Viewer, groupId: string): Promise<VocabularyPage>;
  /** Adds a tag; a free one of that name is taken in. Problem("conflict") when the vocabulary has it. */
  addTag(viewer: Viewer, groupId: string, input: TagInput): Promise<void>;
  /** Also renames it on every note that carries it, in the record. Problem("conflict") when the name is another listed tag's. */
  editTag(viewer: Viewer, groupId: string, key: string, input: TagInput): Promise<void>;
  /** Every note that carries the one carries the other; who types the old name gets the other, too. */
  mergeTags(viewer: Viewer, groupId: string, tags: { readonly from: string; readonly into: string }): Promise<void>;
  /** Takes a renaming or merging back on the notes that it changed. Problem("conflict") where the names are something else now. */
  undoTagChange(viewer: Viewer, groupId: string, change: string): Promise<void>;
  /** Takes it out of the vocabulary; notes keep it. */
  retireTag(viewer: Viewer, groupId: string, key: string): Promise<void>;
  addKind(viewer: Viewer, groupId: string, input: KindInput): Promise<{ readonly id: string }>;
  editKind(viewer: Viewer, groupId: string, kindId: string, input: KindInput): Promise<void>;
  /** Or offers it again. */
  retireKind(viewer: Viewer, groupId: string, kindId: string, retired: boolean): Promise<void>;
}
