import type { Thread } from "#app/live/thread-index.ts";
import { Icon } from "#app/ui/icon.tsx";
import { curationWords } from "#app/words/curation.ts";
import { curationOf } from "./curating.ts";
import styles from "./curation-marks.module.css";
import { useThreadSurroundings } from "./thread-context.tsx";

const words = curationWords.moved;

/** Where a part of the thread went, and where this one comes from. */
export function MovedLines({ thread }: { readonly thread: Thread }) {
  const { curation } = useThreadSurroundings();
  const { splitFrom } = curationOf(thread.root);
  const parts = curation.splitOff(thread.id);
  return (
    <>
      {splitFrom === null ? null : <MovedLine sentence={words.from} to={splitFrom} />}
      {parts.map((id) => (
        <MovedLine key={id} sentence={words.to} to={id} />
      ))}
    </>
  );
}

function MovedLine({ sentence, to }: { readonly sentence: string; readonly to: string }) {
  const { titleOf } = useThreadSurroundings();
  return (
    <p className={styles.moved}>
      <Icon name="share" size="s" />
      <span>
        {sentence} <a href={`/n/${to}`}>{titleOf(to)}</a>
      </span>
    </p>
  );
}
