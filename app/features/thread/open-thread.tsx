import { type RefObject, useRef, useState } from "react";
import { isTombstone, type Note } from "#app/live/note.ts";
import type { Peer } from "#app/live/peers.ts";
import type { Thread } from "#app/live/thread-index.ts";
import { readingWords } from "#app/words/reading.ts";
import { NoteView } from "./note-view.tsx";
import { type Answering, ReplyBox } from "./reply-box.tsx";
import { useThreadSurroundings } from "./thread-context.tsx";
import { TypingLine } from "./typing-line.tsx";
import { useHeldReplies } from "./use-held-replies.ts";
import styles from "./writing.module.css";

const words = readingWords.thread;

/** A whole thread: its notes, who is replying, and the box to answer in. */
export function OpenThread({ thread, typing }: { readonly thread: Thread; readonly typing: readonly Peer[] }) {
  const { canPublish } = useThreadSurroundings();
  const [isWriting, setWriting] = useState(false);
  const [answering, setAnswering] = useState<Answering>({ parent: thread.id, privately: false });
  const foot = useRef<HTMLDivElement>(null);
  const area = useRef<HTMLTextAreaElement>(null);
  const { shown, held, show } = useHeldReplies(thread, isWriting, foot);
  const mayReply = canPublish && thread.root.status === "published" && thread.root.version > 0;
  const beginReply = (note: Note) => {
    setAnswering({ ...answering, parent: note.id });
    focusWriting(area);
  };
  return (
    <>
      <NoteView note={thread.root} thread={thread} onReply={mayReply ? beginReply : null} />
      {shown.map(({ note, level, inReplyTo }) => (
        <NoteView
          key={note.id}
          note={note}
          thread={thread}
          level={level}
          inReplyTo={inReplyTo}
          onReply={mayReply && note.version > 0 && !isTombstone(note) ? beginReply : null}
        />
      ))}
      {isWriting ? null : <TypingLine peers={typing} />}
      <div ref={foot}>
        {mayReply ? (
          <ReplyBox
            thread={thread}
            area={area}
            answering={answering}
            onAnswering={setAnswering}
            // Above the box a line that comes and goes would push it about while somebody writes in it.
            typing={isWriting ? <TypingLine peers={typing} /> : null}
            onActive={setWriting}
          />
        ) : null}
      </div>
      {held > 0 ? (
        <button type="button" className={styles.held} onClick={show}>
          {words.held(held)}
        </button>
      ) : null}
    </>
  );
}

/** After the box says whom it answers. */
function focusWriting(area: RefObject<HTMLTextAreaElement>): void {
  requestAnimationFrame(() => {
    area.current?.focus({ preventScroll: true });
    area.current?.scrollIntoView({ block: "nearest" });
  });
}
