/** What the rules say of somebody's notes: the checklist of the student is the account of the grade. */
import type { Requirement } from "./requirement.ts";

export type RequirementProgress = {
  readonly requirement: Requirement;
  readonly have: number;
  readonly isMet: boolean;
  /** Ids of the notes that counted for it, oldest first. */
  readonly counted: readonly string[];
};

/** A prompt with the note that answers it, or null. */
export type AnswerProgress = {
  readonly prompt: string;
  readonly note: string | null;
  readonly isMet: boolean;
  /** What its best answer lacks: words or tags or the kind; empty where there is none or nothing. */
  readonly lacks: readonly ("words" | "tags" | "kind")[];
};

export type Progress = {
  readonly requirements: readonly RequirementProgress[];
  readonly answers: readonly AnswerProgress[];
  /** Required prompts and requirements. */
  readonly met: number;
  readonly of: number;
  /** Share of what is asked that was reached, 0 to 1, where surplus of one pays for nothing else. */
  readonly share: number;
  /** Ids of all notes that counted for anything. */
  readonly counted: readonly string[];
};
