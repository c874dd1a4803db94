import type { CitedThread } from "#app/context/together.ts";
import { togetherWords as words } from "#app/words/together.ts";

/** What the link to a cited thread says: whose it is and how it begins, or a plain word where the reader may not know. */
export function titleOf(thread: CitedThread | undefined): string {
  return thread === undefined ? words.thread.name : words.thread.cited(thread.name, thread.words);
}

/** The accessible name of that link. */
export function labelOf(thread: CitedThread | undefined): string {
  return thread === undefined ? words.thread.goTo : `${words.thread.goTo}: ${titleOf(thread)}`;
}

/** Asks for threads that were cited since the page was opened, each once. */
export type CitedThreads = { readonly find: (note: string) => Promise<CitedThread | undefined> | CitedThread };

/** Those of the page beside that text; `first` came with it. */
export function citedThreadsOf(text: string, first: readonly CitedThread[]): CitedThreads {
  const known = new Map<string, Promise<CitedThread | undefined> | CitedThread>(first.map((one) => [one.note, one]));
  return {
    find(note) {
      const found = known.get(note) ?? ask(text, note);
      known.set(note, found);
      return found;
    },
  };
}

async function ask(text: string, note: string): Promise<CitedThread | undefined> {
  const address = `/t/${text}/together/threads?${new URLSearchParams({ note })}`;
  const answer = await fetch(address, { headers: { accept: "application/json" } }).catch(() => null);
  const said: { cited?: readonly CitedThread[] } | null = answer?.ok ? await answer.json().catch(() => null) : null;
  return said?.cited?.[0];
}
