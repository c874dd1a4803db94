/** What staff write of a thread as a whole, as its page sees it. */
import type { Freshness } from "#app/domain/summary/summary.ts";
import type { Viewer } from "./viewer.ts";

export type SummaryVersionLine = {
  readonly n: number;
  /** As it was typed; "" once it was erased with a note that it cites. */
  readonly body: string;
  /** Safe HTML of it. */
  readonly html: string;
  /** Of who wrote it; "" for who is gone. */
  readonly name: string;
  /** Milliseconds. */
  readonly at: number;
};

export type SummaryPage = {
  readonly root: string;
  readonly text: { readonly id: string; readonly title: string };
  readonly group: { readonly id: string; readonly name: string };
  /** To be sent back with a change. */
  readonly latest: number;
  /** The version that readers see, and how it stands to the thread; null for none. */
  readonly shown: { readonly n: number; readonly freshness: Freshness } | null;
  /** Newest first. */
  readonly versions: readonly SummaryVersionLine[];
  /** What can be cited: the notes of the thread that readers see, in order. */
  readonly notes: readonly {
    readonly id: string;
    readonly name: string;
    readonly depth: number;
    /** Its first words. */
    readonly excerpt: string;
    /** What cites it, to be put into the summary. */
    readonly citation: string;
  }[];
};

/**
 * For who curates threads: Problem("forbidden") for others who see the thread, "not-found" for everybody else. Changes are
 * one row of the record each, and are taken back there. Problem("conflict") when `latest` is not the newest version any more.
 */
export interface SummaryService {
  /** Of the thread of that note. */
  open(viewer: Viewer, noteId: string): Promise<SummaryPage>;
  /** Shows these words with the thread. Problem("invalid") with `fields`; Problem("conflict") for a thread that readers do not see. */
  publish(
    viewer: Viewer,
    noteId: string,
    summary: { readonly body: string; readonly latest: number },
  ): Promise<{ readonly n: number }>;
  /** Readers see none any more; the versions stay. */
  withdraw(viewer: Viewer, noteId: string, latest: number): Promise<void>;
}
