/** Letters by mail, as pages see them. */
import type { LetterChoices } from "#app/domain/news/letter.ts";
import type { LetterFrequency, NewsKind } from "#app/domain/news/news.ts";
import type { Viewer } from "./viewer.ts";

/** What the link in a letter stops, and what its receiver gets now. */
export type LetterLink = {
  readonly frequency: Exclude<LetterFrequency, "never">;
  /** Kinds of which it ends the letters; none when it has been pressed already. */
  readonly stops: readonly NewsKind[];
  readonly choices: LetterChoices;
};

/** A letter that was not sent yet, without what it says. */
export type QueuedLetter = {
  readonly id: string;
  readonly address: string;
  readonly about: "account" | "news";
  readonly state: "waiting" | "given-up";
  readonly createdAt: number;
  /** When it is tried next, or was given up. */
  readonly dueAt: number;
  readonly tries: number;
  /** What the mail server said last. */
  readonly trouble: string;
};

export type LetterQueue = {
  readonly waiting: number;
  readonly givenUp: number;
  /** Given up first; a long queue is cut. */
  readonly letters: readonly QueuedLetter[];
};

export interface LetterService {
  choices(viewer: Viewer): Promise<LetterChoices>;
  choose(viewer: Viewer, choices: LetterChoices): Promise<void>;
  /** Null for a link that is no good; changes nothing. The link alone speaks for its receiver, here and below. */
  byLink(token: string): Promise<LetterLink | null>;
  /** Ends the letters that the link names, as often as it is asked. Problem("gone") for one that is no good. */
  stop(token: string): Promise<void>;
  chooseByLink(token: string, choices: LetterChoices): Promise<void>;
  /** The queue, for those who run the site. Problem("not-found") for everybody else, here and below. */
  queue(viewer: Viewer): Promise<LetterQueue>;
  /** Due at once, as if it were new; news are written anew. */
  tryAgain(viewer: Viewer, letterId: string): Promise<void>;
  drop(viewer: Viewer, letterId: string): Promise<void>;
}
