import { useEffect, useMemo } from "react";
import type { Thread } from "#app/live/thread-index.ts";
import { Button, IconButton } from "#app/ui/button.tsx";
import { newsWords } from "#app/words/news.ts";
import styles from "./catch-up.module.css";
import { isFresh } from "./filter-threads.ts";
import { upToOf } from "./known.ts";
import { type ReadingRoom, useReadingRoom } from "./reading-context.tsx";

const words = newsWords.catchUp;

/** Threads with something new, in text order, whatever is filtered. */
export function freshThreads({ notes, reading }: Pick<ReadingRoom, "notes" | "reading">): readonly Thread[] {
  return notes.threads.filter((thread) => isFresh(thread, reading.isNew));
}

/**
 * Goes to the next thread with something new: after the open one, else from the beginning of the text. What is open counts
 * as seen, since the reader goes on. After the last one the walk says so.
 */
export function walkOn(room: ReadingRoom): void {
  const { view, session, reading, change, openThread } = room;
  const here = view.focus === null ? null : (session?.notes.thread(view.focus) ?? null);
  if (here !== null && view.walk !== null) reading.see([{ root: here.id, at: upToOf(here) }]);
  const order = room.notes.threads.map(({ id }) => id);
  const fresh = freshThreads(room).filter(({ id }) => id !== view.focus);
  const at = here === null || view.walk === null ? -1 : order.indexOf(here.id);
  const next = fresh.find(({ id }) => order.indexOf(id) > at) ?? fresh[0];
  if (next === undefined) {
    change({ kind: "focus", id: null });
    change({ kind: "walk", walk: "end" });
    return;
  }
  change({ kind: "walk", walk: "on" });
  openThread(next.id);
}

function useFreshCount(): number {
  const { notes, reading } = useReadingRoom();
  return useMemo(() => freshThreads({ notes, reading }).length, [notes, reading]);
}

/** That something is new, on the button behind which a phone has the walk. */
export function FreshDot() {
  return useFreshCount() > 0 ? <span className={styles.dot} /> : null;
}

/** The beginning of the walk among what a phone has no room for; `onGo` shuts that. */
export function CatchUp({ onGo }: { readonly onGo: () => void }) {
  const room = useReadingRoom();
  const count = useFreshCount();
  if (count === 0 || room.view.walk === "on") return null;
  const go = () => {
    onGo();
    walkOn(room);
  };
  return (
    <Button kind="primary" icon="bell" aria-label={words.beginLabel(count)} onClick={go}>
      {words.begin(count)}
    </Button>
  );
}

/** The button in the bar: how much is new, and the walk through it. */
export function CatchUpButton() {
  const room = useReadingRoom();
  const count = useFreshCount();
  if (count === 0 || room.view.walk === "on") return null;
  return (
    <Button className={styles.begin} icon="bell" aria-label={words.beginLabel(count)} onClick={() => walkOn(room)}>
      <span className={styles.words}>{words.begin(count)}</span>
    </Button>
  );
}

/** The line over the page while one walks: what is left, the next one, and the end. */
export function CatchUpLine() {
  const room = useReadingRoom();
  const { notes, reading, view, change } = room;
  const left = useMemo(
    () => freshThreads({ notes, reading }).filter(({ id }) => id !== view.focus).length,
    [notes, reading, view.focus],
  );
  const close = () => change({ kind: "walk", walk: null });
  useEndOfWalk(view.walk, close);
  if (view.walk === null) return null;
  return (
    <section className={styles.line} aria-label={words.label}>
      <p role="status">{view.walk === "end" ? words.end : words.left(left)}</p>
      {view.walk === "on" ? (
        <>
          <Button size="s" kind="primary" onClick={() => walkOn(room)}>
            {left === 0 ? words.finish : words.next} <kbd className={styles.key}>{"N"}</kbd>
          </Button>
          {left > 1 ? (
            <Button
              size="s"
              kind="quiet"
              onClick={() => {
                reading.seeAll(notes.threads.reduce((latest, thread) => Math.max(latest, upToOf(thread)), 0));
                change({ kind: "walk", walk: "end" });
              }}
            >
              {words.all}
            </Button>
          ) : null}
        </>
      ) : null}
      <IconButton size="s" icon="close" label={words.close} onClick={close} />
    </section>
  );
}

/** Milliseconds for which the last sentence stands. */
const FAREWELL = 8_000;

function useEndOfWalk(walk: ReadingRoom["view"]["walk"], close: () => void): void {
  useEffect(() => {
    if (walk !== "end") return;
    const timer = setTimeout(close, FAREWELL);
    return () => clearTimeout(timer);
  });
}
