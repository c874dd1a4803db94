import { Fragment, lazy, type RefObject, Suspense, useRef, useState } from "react";
import { isTombstone, type Note } from "#app/live/note.ts";
import type { Peer } from "#app/live/peers.ts";
import type { Thread } from "#app/live/thread-index.ts";
import { curationWords } from "#app/words/curation.ts";
import { readingWords } from "#app/words/reading.ts";
import { isLocked } from "./curating.ts";
import { AsideLine, LockLine, useTextBar } from "./curation-marks.tsx";
import { unfolded } from "./folded.ts";
import { MovedLines } from "./moved-lines.tsx";
import { NoteView } from "./note-view.tsx";
import { type Answering, ReplyBox } from "./reply-box.tsx";
import { useThreadSurroundings } from "./thread-context.tsx";
import { TypingLine } from "./typing-line.tsx";
import { useHeldReplies } from "./use-held-replies.ts";
import styles from "./writing.module.css";

const words = readingWords.thread;
// Few threads have one.
const ThreadSummary = lazy(async () => ({ default: (await import("./thread-summary.tsx")).ThreadSummary }));

/** A whole thread: its notes, who is replying, and the box to answer in. */
export function OpenThread({ thread, typing }: { readonly thread: Thread; readonly typing: readonly Peer[] }) {
  const { canPublish, curation } = useThreadSurroundings();
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const toggle = (id: string) =>
    setOpen((before) => new Set(before.has(id) ? [...before].filter((one) => one !== id) : [...before, id]));
  const textBar = useTextBar();
  const [isWriting, setWriting] = useState(false);
  const [answering, setAnswering] = useState<Answering>({ parent: thread.id, privately: false });
  const foot = useRef<HTMLDivElement>(null);
  const area = useRef<HTMLTextAreaElement>(null);
  const { shown, held, show } = useHeldReplies(thread, isWriting, foot);
  const takesReplies = canPublish && thread.root.status === "published" && thread.root.version > 0;
  const bar = textBar ?? (isLocked(thread.root, thread) ? curationWords.shut.thread : null);
  const mayReply = takesReplies && (curation.canCurate || bar === null);
  const mayAnswer = (note: Note) =>
    mayReply && note.version > 0 && !isTombstone(note) && (curation.canCurate || !isLocked(note, thread));
  const beginReply = (note: Note) => {
    setAnswering({ ...answering, parent: note.id });
    focusWriting(area);
  };
  return (
    <>
      <NoteView note={thread.root} thread={thread} onReply={mayReply ? beginReply : null} />
      {thread.root.summary === null || isTombstone(thread.root) ? null : (
        <Suspense>
          <ThreadSummary thread={thread} summary={thread.root.summary} />
        </Suspense>
      )}
      {unfolded(shown, open).map(({ note, level, inReplyTo }) => (
        <Fragment key={note.id}>
          <AsideLine note={note} isOpen={open.has(note.id)} onToggle={() => toggle(note.id)} />
          {note.curation?.aside != null && !open.has(note.id) ? null : (
            <NoteView
              note={note}
              thread={thread}
              level={level}
              inReplyTo={inReplyTo}
              onReply={mayAnswer(note) ? beginReply : null}
            />
          )}
        </Fragment>
      ))}
      <MovedLines thread={thread} />
      {isWriting ? null : <TypingLine peers={typing} />}
      <div ref={foot}>
        <LockLine sentence={takesReplies ? bar : null} />
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
