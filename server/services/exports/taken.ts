/** Notes on their way out, as one viewer sees them: what every writer of a file is given. */
import type { AnnotationStatus, Colour, Motivation, Target } from "#app/domain/annotation/annotation.ts";
import type { Reaction } from "#app/domain/annotation/reaction.ts";
import type { Block, PageStart } from "#app/domain/document/document.ts";
import type { Role } from "#app/domain/group/group.ts";

/** The text that notes stand on, with the address under which it is found. */
export type TakenText = {
  readonly id: string;
  readonly title: string;
  readonly author: string;
  readonly source: string;
  readonly published: string;
  readonly licence: string;
  readonly rights: string;
  /** BCP 47, "" when unknown. */
  readonly language: string;
  readonly dir: "ltr" | "rtl";
  readonly group: string;
  readonly blocks: readonly Block[];
  /** Where its printed pages begin; none for a text without. */
  readonly pages: readonly PageStart[];
  /** Whether its words stand in the file as well. */
  readonly isWhole: boolean;
};

/** The words of a text: as the import stored them, and plain. */
export type TakenArticle = { readonly html: string; readonly text: string };

/** One reaction to a note: how many gave it, and those of them whom the viewer may name, oldest first. */
export type TakenReaction = { readonly reaction: Reaction; readonly count: number; readonly names: readonly string[] };

/** How a question stands: who said so last and when (milliseconds), and the id of the reply that answers it. */
export type TakenQuestion = {
  readonly state: "open" | "answered";
  readonly by: string | null;
  readonly at: number | null;
  readonly answer: string | null;
};

export type TakenNote = {
  readonly id: string;
  readonly parent: string | null;
  readonly motivation: Motivation;
  /** Name of its kind in words, or null for what the motivation says. */
  readonly kind: string | null;
  readonly colour: Colour | null;
  readonly tags: readonly string[];
  /** All its passages; none for replies and for notes on the whole text. */
  readonly targets: readonly Target[];
  readonly body: string;
  readonly status: AnnotationStatus;
  /** True for what only marks the place of a note that is gone: it has no body, tags or author. */
  readonly isTombstone: boolean;
  readonly created: number;
  readonly edited: number | null;
  /** As the viewer may know them; null where there is nobody to name. */
  readonly by: { readonly name: string; readonly role: Role | null } | null;
  /** In the order of `reactions`; none on what is gone. */
  readonly reactions: readonly TakenReaction[];
  /** Null for what asks nothing. */
  readonly question: TakenQuestion | null;
  /** True for the reply that somebody called the answer to its thread's question. */
  readonly isAnswer: boolean;
  /** Seen by fewer than the group. */
  readonly isPrivate: boolean;
  /** 0 for the first note of a thread, then one more for each reply on the way to it. */
  readonly depth: number;
};

/** A thread as it is printed: its number in the file, and its notes, each reply after what it answers. */
export type TakenThread = {
  readonly n: number;
  /** Of the first note, UTF-16 code units; null for the whole text. */
  readonly start: number | null;
  readonly notes: readonly TakenNote[];
};

/** What a file says of itself. */
export type FileHead = {
  /** Of the site, without a slash at its end. */
  readonly origin: string;
  /** Address of the file. */
  readonly address: string;
  /** When it was made, milliseconds. */
  readonly now: number;
  /** IANA zone in which it tells the time. */
  readonly zone: string;
};

/** The permanent address of a note. */
export function noteAddress(origin: string, id: string): string {
  return `${origin}/n/${id}`;
}

/** The address of a text. */
export function textAddress(origin: string, id: string): string {
  return `${origin}/t/${id}`;
}
