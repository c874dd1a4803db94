/**
 * A close reading that a teacher sets: texts or passages of them, prompts, what is asked for, until when, and when its
 * readers see each other. Times in milliseconds since 1970.
 */
import type { Target } from "../annotation/annotation.ts";
import type { Gate } from "../audience/audience.ts";
import type { Scheme } from "./grade.ts";
import type { Requirement } from "./requirement.ts";
import type { LatePolicy, Times } from "./times.ts";

/** `draft`: its teachers alone; `archived`: to be read, and nothing of it changes. */
export const assignmentStates = ["draft", "published", "archived"] as const;
export type AssignmentState = (typeof assignmentStates)[number];

/** Towards peers; staff always see names. `optional`: each reader chooses, for the whole assignment. */
export const anonymities = ["off", "optional", "required"] as const;
export type Anonymity = (typeof anonymities)[number];

/** What a prompt wants; `rereading` is an answer to a note of one's own. */
export const wantedKinds = ["note", "question", "evidence", "connection", "reply", "rereading"] as const;
export type WantedKind = (typeof wantedKinds)[number];

export type AssignedText = {
  readonly document: string;
  /** Empty: all of it. In text order. */
  readonly passages: readonly Target[];
};

export type Prompt = {
  readonly id: string;
  /** Null for one on the whole assignment. */
  readonly document: string | null;
  /** Null for one on the whole text. */
  readonly target: Target | null;
  readonly words: string;
  readonly answer: WantedKind;
  /** Keys of tags that an answer has to carry, all of them. */
  readonly tags: readonly string[];
  readonly minWords: number;
  readonly isRequired: boolean;
};

/** What a teacher sets; `id`, state and version come with the stored assignment. */
export type Brief = {
  readonly title: string;
  /** Markdown as in notes. */
  readonly instructions: string;
  /** In reading order, at least one once it is published. */
  readonly texts: readonly AssignedText[];
  readonly prompts: readonly Prompt[];
  readonly requirements: readonly Requirement[];
  readonly times: Times;
  readonly late: LatePolicy;
  readonly scheme: Scheme;
  /** Markers see pseudonyms until grades are released. */
  readonly isBlind: boolean;
  readonly hasSecondMarker: boolean;
  /** When its readers see each other. */
  readonly reveal: Gate;
  readonly anonymity: Anonymity;
  /** The division into sections that it is read in; null: everybody together. */
  readonly sectionSet: string | null;
};

export type Assignment = Brief & {
  readonly id: string;
  readonly group: string;
  readonly state: AssignmentState;
  /** Counts every change; also names the rules by which a grade was suggested. */
  readonly version: number;
};

export const MAX_TITLE = 120;
export const MAX_TEXTS = 20;
/** Of one text. */
export const MAX_PASSAGES = 20;
export const MAX_PROMPTS = 60;
/** Code points of a prompt, and of the instructions. */
export const MAX_PROMPT = 1_000;
export const MAX_INSTRUCTIONS = 10_000;
