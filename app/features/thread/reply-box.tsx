import { type ReactNode, useEffect, useRef, useState } from "react";
import { DraftTextArea, isPostable } from "#app/live/draft-field.tsx";
import { useDraft } from "#app/live/use-draft.ts";
import { Button } from "#app/ui/button.tsx";
import { readingWords } from "#app/words/reading.ts";
import styles from "./note.module.css";
import { useThreadSurroundings } from "./thread-context.tsx";

const words = readingWords.thread;

export type ReplyBoxProps = {
  readonly root: string;
  /** Whose note is answered. */
  readonly name: string;
  /** Who else is replying, where the hint stands otherwise. */
  readonly typing: ReactNode;
  /** Called with true while the cursor is in the box. */
  readonly onActive: (isActive: boolean) => void;
};

/** Where a thread is answered; `data-reply` lets the R key find it. */
export function ReplyBox({ root, name, typing, onActive }: ReplyBoxProps) {
  const { person, document, reply, onTyping } = useThreadSurroundings();
  const { body, setBody, clear } = useDraft({ person, document, place: `reply/${root}` }, "", null);
  const [isOpen, setOpen] = useState(false);
  const area = useRef<HTMLTextAreaElement>(null);
  useEffect(() => () => onTyping(null), [onTyping]);
  const post = () => {
    if (!isPostable(body)) return;
    reply(root, body.trim());
    clear();
    onTyping(null);
    onActive(false);
    area.current?.focus({ preventScroll: true });
  };
  const isWritten = body.trim() !== "";
  return (
    <div className={styles.reply} data-reply={root}>
      <DraftTextArea
        ref={area}
        label={words.replyTo(name)}
        placeholder={words.replyHint(name)}
        value={body}
        onChange={(value) => {
          setBody(value);
          onTyping(value.trim() === "" ? null : root);
          onActive(value.trim() !== "");
        }}
        onFocus={() => setOpen(true)}
        onBlur={() => {
          // The row below stays: if it went as a finger comes down elsewhere, what was aimed at would move away.
          onTyping(null);
          onActive(false);
        }}
        onPost={post}
        onLeave={() => {
          area.current?.blur();
          // Back to the note that was to be answered, from which J and K go on; a sheet has no card around it.
          area.current?.closest<HTMLElement>("article")?.focus({ preventScroll: true });
        }}
      />
      {isOpen || isWritten ? (
        <div className={styles.actions}>
          <div className={styles.hint}>{typing ?? readingWords.composer.hint}</div>
          <Button
            size="s"
            kind="primary"
            aria-disabled={!isPostable(body)}
            onPointerDown={(event) => event.preventDefault()}
            onClick={post}
          >
            {words.send}
          </Button>
        </div>
      ) : null}
    </div>
  );
}
