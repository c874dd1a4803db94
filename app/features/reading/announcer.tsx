import { useEffect, useRef, useState } from "react";
import { numberAt } from "#app/features/annotation/text-index.ts";
import { VisuallyHidden } from "#app/ui/visually-hidden.tsx";
import { readingWords } from "#app/words/reading.ts";
import { useReadingRoom } from "./reading-context.tsx";

/** Milliseconds in which new notes are gathered into one sentence, so that a lively room does not talk without end. */
const GATHER = 6_000;

/** Says, for those who listen, that notes of others came in. */
export function Announcer() {
  const { notes, facts, geometry, connection } = useReadingRoom();
  const [sentence, setSentence] = useState("");
  const known = useRef<Set<string> | null>(null);
  const fresh = useRef<string[]>([]);

  useEffect(() => {
    if (connection !== "live" && known.current === null) return;
    const before = known.current;
    known.current = new Set(notes.threads.map(({ id }) => id));
    if (before === null) return;
    for (const thread of notes.threads) {
      if (before.has(thread.id) || facts.isOwn(thread.root.seat)) continue;
      const number = thread.span && geometry && numberAt(geometry.index, thread.span.start);
      const where = number === null ? "" : readingWords.announce.at(number);
      fresh.current.push(readingWords.announce.one(facts.nameOf(thread.root.seat), where));
    }
  }, [notes, facts, geometry, connection]);

  useEffect(() => {
    const timer = setInterval(() => {
      const [first, second] = fresh.current;
      if (first === undefined) return;
      setSentence(second === undefined ? first : readingWords.announce.many(fresh.current.length));
      fresh.current = [];
    }, GATHER);
    return () => clearInterval(timer);
  }, []);

  return (
    <div role="status" aria-live="polite">
      <VisuallyHidden>{sentence}</VisuallyHidden>
    </div>
  );
}
