/** How the words of a text change, and what becomes of the notes on them. */
import type { Target, TargetState } from "#app/domain/annotation/annotation.ts";
import type { Span } from "#app/domain/annotation/describe.ts";
import type { Changed } from "#app/domain/document/changed-paragraphs.ts";
import type { PieceLabel } from "#app/domain/document/document.ts";
import type { Profile } from "#app/domain/member/member.ts";
import type { Viewer } from "./viewer.ts";

/** What the editor opens. */
export type EditedText = RevisedText & {
  readonly revision: { readonly id: string; readonly n: number };
  /** As stored. */
  readonly html: string;
  /** Notes that stand on its words. */
  readonly notes: number;
};

/** One line of the list, the newest first. */
export type TextRevision = {
  readonly n: number;
  readonly at: number;
  readonly by: Profile | null;
  readonly remark: string;
  /** The revision whose words it brought back, or null. */
  readonly restores: number | null;
  /** What became of the notes' passages; null for the first one, and while they are still being followed. */
  readonly carried: Readonly<Record<TargetState, number>> | null;
};

/** The text as its pages name it. */
export type RevisedText = {
  readonly id: string;
  readonly title: string;
  readonly groupId: string;
  readonly groupName: string;
  readonly language: string;
  readonly dir: "ltr" | "rtl";
};

export type RevisionList = {
  readonly text: RevisedText;
  /** Id of the newest revision. */
  readonly base: string;
  readonly revisions: readonly TextRevision[];
  /** Whether the viewer may edit the text and bring words back. */
  readonly mayEdit: boolean;
  /** Passages whose notes wait for a place, of those that the viewer may place. */
  readonly adrift: number;
};

/** What one revision changed. */
export type RevisionChanges = TextRevision & { readonly text: RevisedText; readonly changes: readonly Changed[] };

/** A piece of an edited text: its label and its HTML, which is sanitised again. */
export type EditedPiece = { readonly label: PieceLabel; readonly html: string };

/** A passage that waits for a person; code units into the newest revision. */
export type AdriftNote = {
  readonly note: string;
  /** Which of the note's passages, from 0. */
  readonly passage: number;
  readonly target: Target;
  readonly by: Profile | null;
  /** Its first words, without marks. */
  readonly body: string;
  readonly replies: number;
  /** The old words with what stood around them. */
  readonly before: string;
  readonly exact: string;
  readonly after: string;
  /** Where they may be now, the likeliest first. */
  readonly candidates: readonly PlaceOffered[];
};

export type PlaceOffered = {
  readonly start: number;
  readonly end: number;
  /** The ¶ in which it stands, or null. */
  readonly number: number | null;
  readonly before: string;
  readonly exact: string;
  readonly after: string;
};

export type AdriftList = {
  readonly text: RevisedText;
  /** Id of the revision in which places are offered. */
  readonly revision: string;
  readonly notes: readonly AdriftNote[];
};

export interface RevisionService {
  /** Problem("forbidden") for those who may not edit the text. */
  edit(viewer: Viewer, documentId: string): Promise<EditedText>;
  /**
   * Makes these words the ones that are read; notes follow. Gives the number of the revision. Problem("conflict") when
   * `base` is not the newest one any more, Problem("invalid") when nothing changed.
   */
  publish(
    viewer: Viewer,
    documentId: string,
    input: { readonly base: string; readonly pieces: readonly EditedPiece[]; readonly remark: string },
  ): Promise<{ readonly n: number }>;
  /** Brings the words of an older revision back, as a new one. */
  restore(
    viewer: Viewer,
    documentId: string,
    input: { readonly base: string; readonly n: number },
  ): Promise<{ readonly n: number }>;
  /** For everybody who reads the text. */
  list(viewer: Viewer, documentId: string): Promise<RevisionList>;
  /** What revision `n` changed since the one before it. */
  changes(viewer: Viewer, documentId: string, n: number): Promise<RevisionChanges>;
  /**
   * Where passages and places of an older revision are in the newest one, code units; null for a passage that has no place
   * any more.
   */
  follow(
    viewer: Viewer,
    documentId: string,
    input: { readonly source: string; readonly spans: readonly Span[]; readonly places: readonly number[] },
  ): Promise<{ readonly spans: readonly (Span | null)[]; readonly places: readonly number[] }>;
  /** The viewer's own notes without a place, and for staff everybody's that they may read; in text order, at most 100. */
  adrift(viewer: Viewer, documentId: string): Promise<AdriftList>;
}
