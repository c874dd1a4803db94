/** Small groups within a group: a set divides the members once, each section of it reads by itself. */

export const sectionMethods = ["hand", "csv", "auto"] as const;
export type SectionMethod = (typeof sectionMethods)[number];

/** A division of the group's members; those who are in no section of it read with staff alone until they are seated. */
export type SectionSet = {
  readonly id: string;
  readonly group: string;
  readonly name: string;
  /** Aim of the automatic division; null for those made by hand. */
  readonly size: number | null;
  /** Counts every change of its sections, so that two teachers cannot undo each other unseen. */
  readonly version: number;
};

export type Section = {
  readonly id: string;
  readonly set: string;
  readonly name: string;
  /** Member ids, in the order in which they came. */
  readonly members: readonly string[];
};

export const MAX_SECTIONS = 100;
export const MAX_SECTION_NAME = 60;
