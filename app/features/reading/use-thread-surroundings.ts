import { useCallback, useMemo, useRef } from "react";
import { span } from "#app/domain/annotation/annotation.ts";
import { numberAt } from "#app/features/annotation/text-index.ts";
import type { NoteTools, ThreadSurroundings, Writing } from "#app/features/thread/thread-context.tsx";
import type { Thread } from "#app/live/thread-index.ts";
import { readingWords } from "#app/words/reading.ts";
import { fetchHistory } from "./fetch-history.ts";
import type { ReadingRoom } from "./reading-context.tsx";
import { useCurating } from "./use-curating.ts";
import { useIgnoring } from "./use-ignoring.ts";
import { titleOf, useSuggestions } from "./use-suggestions.ts";

/** What threads need of the page; equal while nothing of it changed, so that cards are not drawn anew. */
export function useThreadSurroundingsOf(
  room: ReadingRoom,
  onWriting: (writing: Writing | null) => void,
  tools: NoteTools,
): ThreadSurroundings {
  const { page, viewer, origin, who, facts, geometry, commands, change, scrollToOffset, reading, levels } = room;
  const suggestions = useSuggestions(room);
  const ignoring = useIgnoring(page, who);
  const curation = useCurating(room);
  const latest = useRef(room);
  latest.current = room;
  const title = useCallback((note: string) => titleOf(latest.current, note), []);
  return useMemo(
    () => ({
      ...commands,
      tools,
      person: viewer.id,
      document: page.document.id,
      revision: page.revision.id,
      group: page.group.id,
      origin,
      vocabulary: { tags: page.tags, kinds: page.kinds },
      colourNames: page.group.colourNames,
      suggestions,
      curation,
      cohorts: page.cohorts,
      who,
      isOwn: facts.isOwn,
      ...ignoring,
      canPublish: page.abilities["annotation.publish"],
      mayPlace: ({ seat, version }) =>
        version > 0 &&
        (page.abilities["annotation.anchor"] || (page.abilities["annotation.publish"] && facts.isOwn(seat))),
      place: (placing) => change({ kind: "place", placing }),
      canHide: page.abilities["annotation.hide"],
      canEndorse: page.abilities["annotation.endorse"],
      canAnswer: page.abilities["annotation.answer"],
      canReplyPrivately: page.abilities["annotation.replyPrivately"],
      role: page.role,
      waitingIn: (thread) => page.waiting.threads.find(({ root }) => root === thread)?.waiting ?? page.waiting.here,
      numberOf: ({ span }) => (span === null || geometry === null ? null : numberAt(geometry.index, span.start)),
      isNew: reading.isNew,
      levelOf: (thread) => levels.levelOf(thread.id, wroteAt(thread, facts.isOwn)),
      setLevel: levels.setLevel,
      titleOf: title,
      history: fetchHistory,
      showTag: (tag) => change({ kind: "filter", filter: { tag } }),
      goToPassage: (target) => scrollToOffset(span(target).start),
      copyWords: (words) => commands.copy(words, readingWords.thread.wordsCopied),
      onWriting,
    }),
    [
      page,
      viewer,
      origin,
      who,
      facts,
      geometry,
      commands,
      change,
      scrollToOffset,
      suggestions,
      curation,
      title,
      reading,
      levels,
      ignoring,
      onWriting,
      tools,
    ],
  );
}

function wroteAt({ root, replies }: Thread, isOwn: (seat: string) => boolean): number | null {
  return [root, ...replies].findLast(({ seat }) => isOwn(seat))?.created ?? null;
}
