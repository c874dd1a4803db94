import { useMemo } from "react";
import { useNameOf } from "#app/features/thread/note-head.tsx";
import { useThreadSurroundings } from "#app/features/thread/thread-context.tsx";
import type { Thread } from "#app/live/thread-index.ts";
import { Icon } from "#app/ui/icon.tsx";
import { curationWords } from "#app/words/curation.ts";
import { readingWords } from "#app/words/reading.ts";
import styles from "./pinned-strip.module.css";
import { useReadingRoom } from "./reading-context.tsx";

const words = curationWords.strip;
/** UTF-16 code units of the words shown in a pin. */
const SHOWN = 80;

/** The pinned threads of the text in their order, above text and margin; nothing where none is. */
export function PinnedStrip() {
  const { notes, openThread } = useReadingRoom();
  const { numberOf } = useThreadSurroundings();
  const nameOf = useNameOf();
  const pinned = useMemo(() => pinnedOf(notes.threads), [notes.threads]);
  if (pinned.length === 0) return null;
  return (
    <nav className={styles.strip} aria-label={words.label}>
      <Icon name="bookmark" size="s" />
      <ol>
        {pinned.map((thread) => {
          const said = beginningOf(thread);
          const number = numberOf(thread);
          return (
            <li key={thread.id}>
              <button
                type="button"
                aria-label={words.open(nameOf(thread.root), said)}
                onClick={() => openThread(thread.id)}
              >
                <b>{nameOf(thread.root)}</b> <span className={styles.said}>{said}</span>
                {number === null ? null : <span className={styles.number}>{readingWords.paragraph(number)}</span>}
              </button>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}

function pinnedOf(threads: readonly Thread[]): readonly Thread[] {
  const placeOf = ({ root }: Thread) => root.curation?.pinned ?? null;
  const pinned = threads.filter((thread) => placeOf(thread) !== null);
  return pinned.sort((a, b) => (placeOf(a) ?? 0) - (placeOf(b) ?? 0) || (a.id < b.id ? -1 : 1));
}

function beginningOf({ root }: Thread): string {
  const said = root.body === "" ? (root.target?.selector[1].exact ?? "") : root.body;
  return said.length <= SHOWN ? said : `${said.slice(0, SHOWN).trimEnd()}…`;
}
