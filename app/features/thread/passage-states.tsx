import { isAdrift, quotation, type Target } from "#app/domain/annotation/annotation.ts";
import type { Note } from "#app/live/note.ts";
import { Button } from "#app/ui/button.tsx";
import { ChangedWords } from "#app/ui/changed-words.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { Icon } from "#app/ui/icon.tsx";
import { revisionWords } from "#app/words/revisions.ts";
import styles from "./passage-states.module.css";
import { useThreadSurroundings } from "./thread-context.tsx";

const words = revisionWords.note;

/** What became of those passages of a note that do not stand as they did before the text was changed; there is one at least. */
export function PassageStates({ note }: { readonly note: Note }) {
  const passages = [note.target, ...note.more].flatMap((target, passage) =>
    target === null || target.state === "exact" ? [] : [{ target, passage }],
  );
  return (
    <ul className={styles.states}>
      {passages.map(({ target, passage }) => (
        <li key={passage}>
          {isAdrift(target) ? <Adrift {...{ note, target, passage }} /> : <Followed target={target} />}
        </li>
      ))}
    </ul>
  );
}

function Followed({ target }: { readonly target: Target }) {
  const { was, state } = target;
  if (state === "moved" || was === undefined) return <p className={styles.line}>{words.moved}</p>;
  return (
    <Disclosure summary={words.changed}>
      <p className={styles.words} dir="auto">
        <ChangedWords before={was.exact} after={quotation(target)} />
      </p>
    </Disclosure>
  );
}

type AdriftProps = { readonly note: Note; readonly target: Target; readonly passage: number };

function Adrift({ note, target, passage }: AdriftProps) {
  const { mayPlace, place } = useThreadSurroundings();
  return (
    <div className={styles.adrift}>
      <p>
        <Icon name="warning" size="s" />
        {target.state === "lost" ? words.lost : words.uncertain}
      </p>
      <p className={styles.words}>
        {words.was} <del dir="auto">{quotation(target)}</del>
      </p>
      {mayPlace(note) ? (
        <Button size="s" onClick={() => place({ note: note.id, passage })}>
          {words.place}
        </Button>
      ) : null}
    </div>
  );
}
