import { numberAt } from "#app/features/annotation/text-index.ts";
import { OpenThread } from "#app/features/thread/open-thread.tsx";
import { Button } from "#app/ui/button.tsx";
import { Sheet } from "#app/ui/sheet.tsx";
import { readingWords } from "#app/words/reading.ts";
import { NoteComposer, typingIn } from "./margin-column.tsx";
import styles from "./phone-sheet.module.css";
import { useReadingRoom } from "./reading-context.tsx";
import { stepIn } from "./view-state.ts";

const words = readingWords.phone;

/** On a phone: the open thread or the new note, in a sheet over the text that stays readable. */
export function PhoneSheet() {
  const { view, change, session, peers } = useReadingRoom();
  const thread = view.focus === null ? null : (session?.notes.thread(view.focus) ?? null);
  if (view.composing !== null) {
    return (
      <Sheet open label={words.writing} header={<Passage />} onClose={() => change({ kind: "end-composing" })}>
        <NoteComposer />
      </Sheet>
    );
  }
  return (
    <Sheet
      open={thread !== null}
      label={words.thread}
      header={<Walk />}
      onClose={() => change({ kind: "focus", id: null })}
    >
      {thread === null ? null : <OpenThread key={thread.id} thread={thread} typing={typingIn(peers, thread.id)} />}
    </Sheet>
  );
}

/** What is being written about, in one line. */
function Passage() {
  const { view, geometry } = useReadingRoom();
  const { span, more } = view.composing ?? { span: null, more: [] };
  if (span === null) return <p className={styles.passage}>{readingWords.composer.wholeText}</p>;
  return (
    <p className={styles.passage}>
      <q dir="auto">{geometry?.index.text.slice(span.start, span.end)}</q>
      {more.length === 0 ? null : <span>+{more.length}</span>}
    </p>
  );
}

/** ‹ previous · note 7 of 48 · ¶2 · next › */
function Walk() {
  const { view, threads, geometry, openThread } = useReadingRoom();
  const ids = threads.map(({ id }) => id);
  const at = view.focus === null ? -1 : ids.indexOf(view.focus);
  const span = threads[at]?.span ?? null;
  const number = span === null || geometry === null ? null : numberAt(geometry.index, span.start);
  const go = (by: 1 | -1) => {
    const id = stepIn(ids, view.focus, by);
    if (id !== null) openThread(id);
  };
  return (
    <div className={styles.walk}>
      <Button kind="quiet" size="s" aria-disabled={at <= 0} onClick={() => go(-1)}>
        ‹ {words.previous}
      </Button>
      <span>
        {words.position(at + 1, ids.length)}
        {number === null ? null : ` · ${readingWords.paragraph(number)}`}
      </span>
      <Button kind="quiet" size="s" aria-disabled={at === ids.length - 1} onClick={() => go(1)}>
        {words.next} ›
      </Button>
    </div>
  );
}
