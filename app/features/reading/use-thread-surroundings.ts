import { useMemo } from "react";
import { numberAt } from "#app/features/annotation/text-index.ts";
import type { ThreadSurroundings } from "#app/features/thread/thread-context.tsx";
import type { Thread } from "#app/live/thread-index.ts";
import { readingWords } from "#app/words/reading.ts";
import type { Reading } from "./use-reading.ts";

/** What threads need of the page; equal while nothing of it changed, so that cards are not drawn anew. */
export function useThreadSurroundingsOf(
  { page, viewer, who, facts, geometry, commands, reading, levels }: Reading,
  onTyping: (root: string | null) => void,
): ThreadSurroundings {
  return useMemo(
    () => ({
      person: viewer.id,
      document: page.document.id,
      who,
      isOwn: facts.isOwn,
      canPublish: page.abilities["annotation.publish"],
      canHide: page.abilities["annotation.hide"],
      numberOf: ({ span }) => (span === null || geometry === null ? null : numberAt(geometry.index, span.start)),
      isNew: reading.isNew,
      levelOf: (thread) => levels.levelOf(thread.id, wroteAt(thread, facts.isOwn)),
      setLevel: levels.setLevel,
      reply: commands.reply,
      edit: commands.edit,
      remove: commands.remove,
      hide: commands.hide,
      restore: commands.restore,
      copyLink: commands.copyLink,
      retry: commands.retry,
      discard: commands.discard,
      refusedWords: commands.refusedWords,
      copyWords: (words) => commands.copy(words, readingWords.thread.wordsCopied),
      onTyping,
    }),
    [page, viewer, who, facts, geometry, commands, reading, levels, onTyping],
  );
}

function wroteAt({ root, replies }: Thread, isOwn: (seat: string) => boolean): number | null {
  return [root, ...replies].findLast(({ seat }) => isOwn(seat))?.created ?? null;
}
