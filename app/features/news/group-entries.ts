/** An inbox by texts and threads, each where its newest entry stands. */
import type { InboxEntry } from "#app/context/news.ts";

export type ThreadNews = { readonly root: string; readonly entries: readonly InboxEntry[] };
export type TextNews = {
  readonly document: InboxEntry["document"];
  readonly group: InboxEntry["group"];
  readonly threads: readonly ThreadNews[];
};

/** Entries come newest first; so do the texts, the threads in each, and what happened in each thread. */
export function groupEntries(entries: readonly InboxEntry[]): readonly TextNews[] {
  const texts = new Map<string, { first: InboxEntry; threads: Map<string, InboxEntry[]> }>();
  for (const entry of entries) {
    const text = texts.get(entry.document.id) ?? { first: entry, threads: new Map<string, InboxEntry[]>() };
    texts.set(entry.document.id, text);
    const thread = text.threads.get(entry.root);
    if (thread === undefined) text.threads.set(entry.root, [entry]);
    else thread.push(entry);
  }
  return [...texts.values()].map(({ first: { document, group }, threads }) => ({
    document,
    group,
    threads: [...threads].map(([root, inThread]) => ({ root, entries: inThread })),
  }));
}
