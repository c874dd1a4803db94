/** Sections of a group: how its members are divided, and what a change of that would do. */
import type { SectionMethod, SectionSet } from "#app/domain/section/section.ts";
import type { Viewer } from "./viewer.ts";

export type SectionPerson = { readonly id: string; readonly name: string };

export type SectionCard = {
  readonly id: string;
  readonly name: string;
  readonly members: readonly SectionPerson[];
  /** Notes in its audiences. */
  readonly notes: number;
};

export type SectionSetPage = SectionSet & {
  readonly method: SectionMethod;
  readonly sections: readonly SectionCard[];
  /** Members of the group who are in none of them. */
  readonly unseated: readonly SectionPerson[];
  /** Published assignments that read by it. */
  readonly assignments: readonly { readonly id: string; readonly title: string }[];
  /** The last change that can be taken back. */
  readonly undoable: { readonly id: string; readonly at: number; readonly by: string | null } | null;
};

/** Members by section; a section without an id is a new one. */
export type Division = readonly {
  readonly id: string | null;
  readonly name: string;
  readonly members: readonly string[];
}[];

/** What a division would change: who moves where, and who would meet again. */
export type DivisionPreview = {
  readonly division: Division;
  readonly moves: readonly {
    readonly member: SectionPerson;
    readonly from: string | null;
    readonly to: string | null;
  }[];
  /** Pairs that have been in one section before. */
  readonly again: number;
  /** Lines of a file that could not be read, each with why. */
  readonly unread: readonly { readonly line: number; readonly why: string }[];
  /** Threads in which somebody who moves has written, and which they will no longer read as a whole. */
  readonly threads: number;
};

/** For teachers; Problem("forbidden") for others in the group, "not-found" outside. Every change is in the record. */
export interface SectionService {
  list(
    viewer: Viewer,
    groupId: string,
  ): Promise<readonly (SectionSet & { readonly sections: number; readonly seated: number })[]>;
  open(viewer: Viewer, setId: string): Promise<SectionSetPage>;
  create(
    viewer: Viewer,
    groupId: string,
    set: { readonly id: string; readonly name: string; readonly method: SectionMethod; readonly size: number | null },
  ): Promise<{ readonly id: string }>;
  /** From the roster as it is: sizes differ by at most one, nobody alone, partners not repeated while avoidable. */
  propose(
    viewer: Viewer,
    setId: string,
    aim: { readonly size: number; readonly seed: number },
  ): Promise<DivisionPreview>;
  /** From a file with name or mail address and section in each line. */
  read(viewer: Viewer, setId: string, csv: string): Promise<DivisionPreview>;
  /** What a division made by hand would do. */
  preview(viewer: Viewer, setId: string, division: Division): Promise<DivisionPreview>;
  /** Problem("conflict") when the set changed since `version`. */
  apply(viewer: Viewer, setId: string, version: number, division: Division): Promise<{ readonly version: number }>;
  /** Takes the last change back. */
  undo(viewer: Viewer, setId: string, change: string): Promise<{ readonly version: number }>;
  /** Sections in which nobody wrote for so many days join others. Problem("conflict") where that is none of them, or all. */
  proposeWithoutSilent(viewer: Viewer, setId: string, days: number): Promise<DivisionPreview>;
  archive(viewer: Viewer, setId: string): Promise<void>;
}
