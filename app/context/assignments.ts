/** Close readings as teachers set them and as everybody in the group finds them. */
import type { AssignmentState, Brief, Prompt } from "#app/domain/assignment/assignment.ts";
import type { Score } from "#app/domain/assignment/grade.ts";
import type { Start } from "#app/domain/assignment/moved.ts";
import type { Range } from "#app/domain/assignment/ranges.ts";
import type { Template } from "#app/domain/assignment/templates.ts";
import type { Extension, Times } from "#app/domain/assignment/times.ts";
import type { WorkState } from "#app/domain/assignment/work-state.ts";
import type { Gate } from "#app/domain/audience/audience.ts";
import type { Viewer } from "./viewer.ts";

/** A line of the list. For staff `work` is null and `counts` is there; drafts are in no list but staff's. */
export type AssignmentLine = {
  readonly id: string;
  readonly title: string;
  readonly state: AssignmentState;
  readonly texts: readonly { readonly id: string; readonly title: string }[];
  /** For a student with the extension that holds for them. */
  readonly times: Times;
  readonly work: WorkState | null;
  readonly counts: { readonly students: number; readonly handedIn: number; readonly started: number } | null;
  /** Of a student, once it is released: what was reached of how much; null points for complete and incomplete. */
  readonly score: Score | null;
};

export type AssignmentList = {
  readonly group: { readonly id: string; readonly name: string };
  readonly lines: readonly AssignmentLine[];
  /** Whether it is measured how long students read. */
  readonly measuresReading: boolean;
  /** What new ones begin with; null for nothing. */
  readonly start: Start | null;
  readonly maySet: boolean;
};

/** A prompt with the ¶ number of the paragraph that it is about; null for the whole text. */
export type PlacedPrompt = Omit<Prompt, "target"> & { readonly number: number | null };
/** A text with the paragraphs that are assigned, by ¶ number; none: all of it. */
export type PlacedText = { readonly document: string; readonly passages: readonly Range[] };
/** What a form sends: passages are paragraphs by number. */
export type BriefInput = Omit<Brief, "prompts" | "texts"> & {
  readonly texts: readonly PlacedText[];
  readonly prompts: readonly PlacedPrompt[];
};

/** An assignment as its teachers edit it. */
export type AssignmentSetting = BriefInput & {
  readonly id: string;
  readonly group: { readonly id: string; readonly name: string };
  readonly state: AssignmentState;
  /** To be sent back with a change. */
  readonly version: number;
  /** The gate that holds now, which was opened or shut by hand since it was set. */
  readonly gate: Gate;
  readonly extensions: readonly Extension[];
  /** What can be chosen: texts of the group, its sets of sections, its people, its kinds of notes. */
  readonly choice: {
    readonly texts: readonly { readonly id: string; readonly title: string; readonly words: number }[];
    readonly sectionSets: readonly { readonly id: string; readonly name: string; readonly sections: number }[];
    readonly students: readonly { readonly id: string; readonly name: string }[];
    /** Kinds of notes that the group has of its own. */
    readonly kinds: readonly { readonly id: string; readonly name: string }[];
    readonly sections: readonly { readonly id: string; readonly name: string }[];
    /** Where it can be copied to, its own group first. */
    readonly groups: readonly { readonly id: string; readonly name: string }[];
  };
  /** Notes that were to come along with this copy and have not; publishing again tries it again. */
  readonly notesLeft: number;
  /** First notes of the viewer in it, which a copy can take along. */
  readonly ownNotes: number;
  /** Whether students wrote in it already: then some changes are told before they are made. */
  readonly hasWork: boolean;
};

export type CopyChoice = {
  readonly group: string;
  /** By which its times move; null: it has none. */
  readonly days: number | null;
  /** Whether the viewer's own first notes in it come along when the copy is published. */
  readonly withNotes: boolean;
};

/** The dates of one assignment; `version` is the one that the teacher saw. */
export type DatesGiven = { readonly id: string; readonly version: number; readonly times: Times };

/** Drafts and published ones, by due time. */
export type CourseDates = {
  readonly group: { readonly id: string; readonly name: string };
  readonly lines: readonly (DatesGiven & { readonly title: string; readonly state: AssignmentState })[];
};

/** Verbs for teachers throw Problem("forbidden") for everybody else in the group, "not-found" for those outside. */
export interface AssignmentService {
  list(viewer: Viewer, groupId: string): Promise<AssignmentList>;
  edit(viewer: Viewer, assignmentId: string): Promise<AssignmentSetting>;
  /** A draft that begins with a template. `id` is a ULID of the client; the same one twice is one assignment. */
  create(
    viewer: Viewer,
    groupId: string,
    start: {
      readonly id: string;
      readonly template: Template;
      readonly title: string;
      readonly document: string | null;
    },
  ): Promise<{ readonly id: string }>;
  /** Problem("conflict") when somebody else changed it meanwhile, Problem("invalid") with `fields` for what cannot be. */
  change(
    viewer: Viewer,
    assignmentId: string,
    version: number,
    brief: BriefInput,
  ): Promise<{ readonly version: number }>;
  publish(viewer: Viewer, assignmentId: string): Promise<void>;
  /** Whether it is measured how long students of the group read; turning it off removes what was measured. */
  measureReading(viewer: Viewer, groupId: string, isOn: boolean): Promise<void>;
  archive(viewer: Viewer, assignmentId: string, archived: boolean): Promise<void>;
  /** Drafts alone. */
  remove(viewer: Viewer, assignmentId: string): Promise<void>;
  /** A draft of its own with the same brief, here or in another group of the teacher's. */
  copy(viewer: Viewer, assignmentId: string, choice: CopyChoice): Promise<{ readonly id: string }>;
  /** New assignments of its group begin as this one is set, but for texts, tasks, what is counted and dates. */
  beginLike(viewer: Viewer, assignmentId: string): Promise<void>;
  /** New assignments of the group begin with nothing again. */
  beginPlain(viewer: Viewer, groupId: string): Promise<void>;
  dates(viewer: Viewer, groupId: string): Promise<CourseDates>;
  /**
   * Sets the dates of several, all or none, and gives what they were, with the versions that take it back. Problem("invalid")
   * with `fields` by assignment, Problem("conflict") where somebody else changed one meanwhile.
   */
  setDates(viewer: Viewer, groupId: string, given: readonly DatesGiven[]): Promise<readonly DatesGiven[]>;
  /** Shows all its readers to each other now, or hides them again; live. */
  reveal(viewer: Viewer, assignmentId: string, open: boolean): Promise<void>;
  /** Adds or changes more time; null `dueAt` takes it back. */
  extend(
    viewer: Viewer,
    assignmentId: string,
    extension: Omit<Extension, "id" | "dueAt"> & { readonly dueAt: number | null },
  ): Promise<void>;
}

/** An audience besides the group's in which somebody may write beside a text, or will once its gate opens. */
export type PageCohort = {
  readonly audience: string;
  /** The assignment, or outside of assignments the division of its section. Notes may stand in several of the same. */
  readonly among: { readonly id: string; readonly title: string };
  /** Null: everybody together. */
  readonly section: string | null;
  /** Whether a note may be meant for it where nothing else was chosen: a student's assignment. */
  readonly isDefault: boolean;
  readonly room: string;
  readonly epoch: number;
  /** The viewer's own. */
  readonly seat: string;
  /** What keeps the others' notes from the viewer; null when they are open. `posts`: how many of them the viewer has. */
  readonly shut: { readonly gate: Gate; readonly posts: number } | null;
  /** What can be answered in this text, in order. */
  readonly prompts: readonly { readonly id: string; readonly words: string }[];
};
