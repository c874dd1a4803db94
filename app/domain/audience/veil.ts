/** Pseudonyms towards peers: who has one in an assignment, and what it is made of. Staff see names always, and are seen by them. */
import type { Anonymity } from "../assignment/assignment.ts";
import { isStaff, type Role } from "../group/group.ts";

/** Somebody who sits among the readers of an assignment; `isChosen`: they came as a student, or chose a pseudonym themselves. */
export type VeilFacts = { readonly anonymity: Anonymity; readonly isChosen: boolean; readonly role: Role | null };

/**
 * Whether peers see a pseudonym. Who wrote under one as a student keeps it there as a member of the staff. Who has left the
 * group was a student as far as anybody knows.
 */
export function hasVeil({ anonymity, isChosen, role }: VeilFacts): boolean {
  if (anonymity === "off" || isChosen) return anonymity !== "off";
  return anonymity === "required" && !(role !== null && isStaff(role));
}

/** Whether somebody sees through it: staff, and whoever wears it. */
export function seesThrough(viewer: { readonly id: string; readonly role: Role | null }, wearer: string): boolean {
  return viewer.id === wearer || (viewer.role !== null && isStaff(viewer.role));
}

export type Pseudonym = {
  /** Which animal of the list it is. */
  readonly animal: number;
  /** 100 to 999. */
  readonly number: number;
  /** 1 to 5, the avatar's colour. */
  readonly hue: number;
};

/** Animals in the lists of names. */
export const ANIMALS = 64;

/** Of a digest (at least 6 bytes): 57,600 of them, so that two of 30 readers share one in 1 of 130 classes. */
export function pseudonymOf(digest: Uint8Array): Pseudonym {
  const at = (place: number) => digest[place] ?? 0;
  return {
    animal: at(0) % ANIMALS,
    number: 100 + (((at(1) << 16) | (at(2) << 8) | at(3)) % 900),
    hue: 1 + (at(4) % 5),
  };
}

/** What a setting that was made can become once students wrote: what they were promised is not taken back. */
export function keepsPromise(before: Anonymity, after: Anonymity): boolean {
  return before === after || before === "off" || (before === "optional" && after === "required");
}
