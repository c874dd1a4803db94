/** What the reader has seen of a text, and so what is new: the same question as the server's counts ask. */
import type { ReadingPage } from "#app/context/reading.ts";
import type { Note } from "#app/live/note.ts";
import { isTombstone } from "#app/live/note.ts";
import type { Thread } from "#app/live/thread-index.ts";
import type { SeenThread } from "./seen-form.ts";

/** Up to when the whole text, and each thread, is known; milliseconds. */
export type Known = { readonly seenAt: number; readonly threads: ReadonlyMap<string, number> };

/** As the page came. */
export function knownOf({ seenAt, read }: Pick<ReadingPage, "seenAt" | "read">): Known {
  return { seenAt, threads: new Map(read.map(({ root, at }) => [root, at])) };
}

/** With what was seen elsewhere: by text or root, as the inbox room says it. */
export function withReads(known: Known, document: string, reads: ReadonlyMap<string, number>): Known {
  const seenAt = Math.max(known.seenAt, reads.get(document) ?? 0);
  return withSeen(
    { ...known, seenAt },
    [...reads].map(([root, at]) => ({ root, at })),
  );
}

/** With what was seen here; never less than before. */
export function withSeen(known: Known, seen: readonly SeenThread[]): Known {
  const threads = new Map(known.threads);
  for (const { root, at } of seen) threads.set(root, Math.max(at, threads.get(root) ?? 0));
  return { ...known, threads };
}

/** True for a note that the reader has not seen, were it somebody else's. */
export function isUnseen(known: Known, note: Pick<Note, "root" | "created" | "status" | "body">): boolean {
  return note.created > known.seenAt && note.created > (known.threads.get(note.root) ?? 0) && !isTombstone(note);
}

/** Up to when a thread is seen by those who see all of it. */
export function upToOf({ root, replies }: Thread): number {
  return Math.max(root.created, ...replies.map(({ created }) => created));
}
