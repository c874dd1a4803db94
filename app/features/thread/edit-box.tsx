import { useEffect, useRef, useState } from "react";
import { DraftTextArea, isPostable } from "#app/live/draft-field.tsx";
import type { Note } from "#app/live/note.ts";
import { useDraft } from "#app/live/use-draft.ts";
import { Button } from "#app/ui/button.tsx";
import { readingWords } from "#app/words/reading.ts";
import styles from "./note.module.css";
import { useThreadSurroundings } from "./thread-context.tsx";

const words = readingWords.thread;

/** The words of a note while their author changes them. */
export function EditBox({
  note,
  initial,
  onDone,
}: {
  readonly note: Note;
  readonly initial: string;
  readonly onDone: () => void;
}) {
  const { person, document, edit } = useThreadSurroundings();
  const { body, setBody, clear } = useDraft({ person, document, place: `edit/${note.id}` }, initial, null);
  // What others change while it is being edited must not be overwritten unseen.
  const [saveBegun] = useState(() => edit(note));
  const area = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    area.current?.focus({ preventScroll: true });
    area.current?.setSelectionRange(-1, -1);
  }, []);
  const leave = () => {
    clear();
    onDone();
  };
  const save = () => {
    if (!isPostable(body)) return;
    if (body.trim() !== note.body || note.refusal !== null) saveBegun(body.trim());
    leave();
  };
  return (
    <div className={styles.editor}>
      <DraftTextArea
        ref={area}
        label={words.edit}
        placeholder=""
        value={body}
        onChange={setBody}
        onPost={save}
        onLeave={onDone}
      />
      <div className={styles.actions}>
        <Button size="s" kind="quiet" onClick={leave}>
          {words.cancel}
        </Button>
        <Button size="s" kind="primary" aria-disabled={!isPostable(body)} onClick={save}>
          {words.save}
        </Button>
      </div>
    </div>
  );
}
