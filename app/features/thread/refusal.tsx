import type { Note } from "#app/live/note.ts";
import { Button } from "#app/ui/button.tsx";
import { readingWords } from "#app/words/reading.ts";
import { rulesWords } from "#app/words/rules.ts";
import { useThreadSurroundings } from "./thread-context.tsx";
import styles from "./writing.module.css";

const words = readingWords.thread;

/** Why the server did not take what was done with a note, and what can be done about it. */
export function Refusal({ note, onEdit }: { readonly note: Note; readonly onEdit: () => void }) {
  const { retry, discard, refusedWords, copyWords } = useThreadSurroundings();
  const refusal = note.refusal;
  if (refusal === null) return null;
  const kept = refusedWords(refusal.entry);
  return (
    <div className={styles.refusal} role="status">
      <p>{words.refused(refusal.sentence)}</p>
      <div className={styles.actions}>
        {kept === null ? null : (
          <>
            <Button size="s" kind="quiet" onClick={onEdit}>
              {words.editAgain}
            </Button>
            <Button size="s" kind="quiet" onClick={() => copyWords(kept)}>
              {words.copyWords}
            </Button>
          </>
        )}
        <Button size="s" kind="quiet" onClick={() => retry(refusal.entry)}>
          {refusal.code === "nudged" ? rulesWords.author.postAnyway : words.tryAgain}
        </Button>
        <Button size="s" kind="danger" onClick={() => discard(refusal.entry)}>
          {words.discard}
        </Button>
      </div>
    </div>
  );
}
