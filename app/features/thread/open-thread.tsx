import { type RefObject, useReducer, useRef, useState } from "react";
import { isTombstone, type Note } from "#app/live/note.ts";
import type { Peer } from "#app/live/peers.ts";
import type { Thread } from "#app/live/thread-index.ts";
import { Avatar } from "#app/ui/avatar.tsx";
import { readingWords } from "#app/words/reading.ts";
import styles from "./note.module.css";
import { useNameOf } from "./note-head.tsx";
import { NoteView } from "./note-view.tsx";
import { ReplyBox } from "./reply-box.tsx";
import { useThreadSurroundings } from "./thread-context.tsx";

const words = readingWords.thread;

/** A whole thread: its notes, who is replying, and the box to answer in. */
export function OpenThread({ thread, typing }: { readonly thread: Thread; readonly typing: readonly Peer[] }) {
  const { canPublish } = useThreadSurroundings();
  const nameOf = useNameOf();
  const [isWriting, setWriting] = useState(false);
  const foot = useRef<HTMLDivElement>(null);
  const { shown, held, show } = useHeldReplies(thread, isWriting, foot);
  const mayReply = canPublish && thread.root.status === "published" && thread.root.version > 0;
  return (
    <>
      <NoteView note={thread.root} thread={thread} />
      {shown.map((note) => (
        <NoteView key={note.id} note={note} thread={thread} />
      ))}
      {isWriting ? null : <Typing peers={typing} />}
      <div ref={foot}>
        {mayReply ? (
          <ReplyBox
            root={thread.id}
            name={nameOf(thread.root)}
            // Above the box a line that comes and goes would push it about while somebody writes in it.
            typing={isWriting ? <Typing peers={typing} /> : null}
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

type HeldReplies = { readonly shown: readonly Note[]; readonly held: number; readonly show: () => void };

/**
 * While words are being written, or the mouse is on what stands below, replies of others wait behind a button on the edge
 * of the card: they would push away what is under the hand.
 */
function useHeldReplies({ replies }: Thread, isWriting: boolean, foot: RefObject<HTMLElement>): HeldReplies {
  const { isOwn } = useThreadSurroundings();
  const known = useRef<Set<string> | null>(null);
  const [, redraw] = useReducer((times: number) => times + 1, 0);
  const showAll = () => {
    known.current = new Set(replies.map(({ id }) => id));
  };
  if (known.current === null || !(isWriting || isPointedBelow(foot.current))) showAll();
  const visible = replies.filter((reply) => !isTombstone(reply));
  const shown = visible.filter(({ id, seat }) => known.current?.has(id) || isOwn(seat));
  const show = () => {
    showAll();
    redraw();
  };
  return { shown, held: visible.length - shown.length, show };
}

/** True while the mouse is on the box, unless the person is in it, or on a card further down. */
function isPointedBelow(foot: HTMLElement | null): boolean {
  if (foot === null) return false;
  const isOnBox = foot.matches(":hover") && !foot.contains(document.activeElement);
  return isOnBox || foot.closest("[data-slot]:has(~ [data-slot]:hover)") !== null;
}

function Typing({ peers }: { readonly peers: readonly Peer[] }) {
  const { who } = useThreadSurroundings();
  const [first, second] = peers;
  if (first === undefined) return null;
  const author = who(first.seat);
  return (
    <p className={styles.typing}>
      <Avatar size="s" face={author ?? { name: "?", hue: 1, picture: null }} />
      {second === undefined ? words.typing(author?.name ?? words.someone) : words.someTyping(peers.length)}
    </p>
  );
}
