/** What an assignment asks of everybody, line by line. */
import type { Requirement } from "./requirement.ts";

/** In the order of the checklist: its tasks, then what is counted. */
export type AskedLine =
  | { readonly kind: "prompt"; readonly id: string; readonly words: string; readonly isRequired: boolean }
  | { readonly kind: "requirement"; readonly requirement: Requirement };

/** How far somebody is with one of them. */
export type AskedMark = { readonly have: number; readonly of: number; readonly isMet: boolean };
