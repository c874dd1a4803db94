import { useMemo, useRef } from "react";
import { plainText } from "#app/domain/markup/plain-text.ts";
import type { Suggestions } from "#app/features/thread/suggestions.ts";
import { readMarkup } from "#app/features/thread/use-markup.ts";
import { isTombstone, type Note } from "#app/live/note.ts";
import { discussionWords } from "#app/words/discussion.ts";
import { tagCounts } from "./filter-threads.ts";
import type { Reading } from "./use-reading.ts";

/** Characters of a note or a paragraph that are enough to know it by. */
const ENOUGH = 60;

/** What can be named on this page, as it is when somebody asks. */
export function useSuggestions(reading: Reading): Suggestions {
  const latest = useRef(reading);
  latest.current = reading;
  return useMemo(
    () => ({
      people: () => {
        const { seats, facts } = latest.current;
        return seats.filter(
          ({ seat, role, room }) => (room === "reading" || room === "among") && role !== null && !facts.isOwn(seat),
        );
      },
      paragraphs: () => {
        const index = latest.current.geometry?.index;
        return (index?.blocks ?? []).flatMap(({ number, start, end }) =>
          number === null
            ? []
            : [{ number, words: shortened(index?.text.slice(start, Math.min(end, start + 200)) ?? "") }],
        );
      },
      tags: () => tagCounts(latest.current.notes.threads).map(({ tag }) => tag),
      notes: () => {
        const { notes, facts, origin } = latest.current;
        return notes.threads.flatMap(({ root, replies }) =>
          [root, ...replies].flatMap((note) =>
            isTombstone(note) || note.body === "" || note.placement !== "everyone"
              ? []
              : [{ id: note.id, name: facts.nameOf(note.seat), words: beginningOf(note, origin) }],
          ),
        );
      },
    }),
    [],
  );
}

/** How a note begins, without its markup. */
export function beginningOf({ body }: Pick<Note, "body">, origin: string): string {
  return shortened(plainText(readMarkup(body.slice(0, 400), origin)));
}

/** Whose note it is and how it begins. */
export function titleOf({ session, facts, origin }: Reading, id: string): string {
  const thread = session?.notes.threadOf(id) ?? null;
  const note = thread === null ? null : [thread.root, ...thread.replies].find((one) => one.id === id);
  if (note == null || isTombstone(note)) return discussionWords.note.linkedNote;
  const words = beginningOf(note, origin);
  return words === "" ? facts.nameOf(note.seat) : `${facts.nameOf(note.seat)}: ${words}`;
}

function shortened(words: string): string {
  const line = words.replace(/\s+/gu, " ").trim();
  return line.length <= ENOUGH ? line : `${line.slice(0, ENOUGH - 5).trimEnd()}…`;
}
