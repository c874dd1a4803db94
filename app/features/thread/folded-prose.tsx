import { useId, useState } from "react";
import { discussionWords } from "#app/words/discussion.ts";
import styles from "./folded-prose.module.css";
import { Prose } from "./prose.tsx";

/** Characters and lines beyond which a note is folded; a margin's card shows some 45 characters a line. */
const LONG = 700;
const LINES = 14;

/** The words of a note in an open thread; long ones show their beginning until somebody wants them all. */
export function FoldedProse({ body }: { readonly body: string }) {
  const id = useId();
  const [isWhole, setWhole] = useState(false);
  const isLong = body.length > LONG || body.split("\n").length > LINES;
  if (!isLong) return <Prose body={body} />;
  return (
    <>
      <div id={id} className={isWhole ? undefined : styles.folded}>
        <Prose body={body} />
      </div>
      <button
        type="button"
        className={styles.unfold}
        aria-expanded={isWhole}
        aria-controls={id}
        onClick={() => setWhole(!isWhole)}
      >
        {isWhole ? discussionWords.note.less : discussionWords.note.more}
      </button>
    </>
  );
}
