import { quotation } from "#app/domain/annotation/annotation.ts";
import type { Note } from "#app/live/note.ts";
import { discussionWords } from "#app/words/discussion.ts";
import styles from "./note-marks.module.css";
import { useThreadSurroundings } from "./thread-context.tsx";

/** Characters of a passage that are enough to know it by. */
const ENOUGH = 80;

/** The passages of a note that stands at several; one is where the card is and needs no list. */
export function NotePassages({ note }: { readonly note: Note }) {
  const { goToPassage } = useThreadSurroundings();
  const words = discussionWords.note;
  if (note.target === null || note.more.length === 0) return null;
  const targets = [note.target, ...note.more];
  return (
    <ol className={styles.passages} aria-label={words.passages(targets.length)}>
      {targets.map((target) => {
        const quote = shortened(quotation(target));
        return (
          <li key={target.selector[0].start}>
            <button type="button" title={words.goToPassage(quote)} dir="auto" onClick={() => goToPassage(target)}>
              {quote}
            </button>
          </li>
        );
      })}
    </ol>
  );
}

const shortened = (quote: string): string =>
  quote.length <= ENOUGH ? quote : `${quote.slice(0, ENOUGH - 5).trimEnd()}…`;
