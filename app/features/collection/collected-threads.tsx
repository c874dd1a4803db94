import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import type { CollectedThread } from "#app/context/collections.ts";
import { classNames } from "#app/ui/class-names.ts";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { Time } from "#app/ui/time.tsx";
import { Written } from "#app/ui/written.tsx";
import { collectionWords as words } from "#app/words/collections.ts";
import styles from "./collected-threads.module.css";

export type CollectedThreadsProps = {
  readonly entries: readonly CollectedThread[];
  /** For those who have but the link: nothing leads into the group. */
  readonly isShared?: boolean;
  /** What can be done with a thread, by its place from 1 on. */
  readonly tools?: (entry: CollectedThread, n: number) => ReactNode;
};

/** Threads one after another: the passage, what was said first, and the replies folded below it. */
export function CollectedThreads({ entries, isShared = false, tools }: CollectedThreadsProps) {
  return (
    <ol className={styles.threads}>
      {entries.map((entry, i) => (
        <li key={entry.root} className={classNames(styles.thread, entry.colour && styles[entry.colour])}>
          <Head entry={entry} isShared={isShared} />
          {entry.remark === "" ? null : (
            <p className={styles.remark} dir="auto">
              {entry.remark}
            </p>
          )}
          {entry.quotes.map((quote, k) => (
            <blockquote
              // biome-ignore lint/suspicious/noArrayIndexKey: a passage is its place among the passages of its note
              key={k}
              className={styles.quote}
              lang={entry.text.language || undefined}
              dir={entry.text.dir}
            >
              {quote}
            </blockquote>
          ))}
          <Notes notes={entry.notes} />
          {tools?.(entry, i + 1)}
        </li>
      ))}
    </ol>
  );
}

function Head({ entry: { text, number, root }, isShared }: { entry: CollectedThread; isShared: boolean }) {
  return (
    <p className={styles.place}>
      <bdi lang={text.language || undefined} className={styles.title}>
        {text.title}
      </bdi>
      <span>{number === null ? words.wholeText : `¶${number}`}</span>
      {isShared ? null : (
        <Link to={`/n/${root}`} reloadDocument className={styles.open}>
          {words.open}
        </Link>
      )}
    </p>
  );
}

function Notes({ notes }: { readonly notes: CollectedThread["notes"] }) {
  const [first, ...replies] = notes;
  return (
    <>
      {first === undefined ? null : <NoteLine note={first} />}
      {replies.length === 0 ? null : (
        <Disclosure summary={words.replies(replies.length)} open={replies.length <= 3}>
          <div className={styles.replies}>
            {replies.map((note) => (
              <NoteLine key={note.id} note={note} />
            ))}
          </div>
        </Disclosure>
      )}
    </>
  );
}

function NoteLine({ note }: { readonly note: CollectedThread["notes"][number] }) {
  return (
    <div className={styles.note} style={{ marginInlineStart: `${Math.max(0, Math.min(note.depth, 6) - 1)}rem` }}>
      {note.isGone ? null : (
        <p className={styles.by}>
          <b>{note.name}</b> <Time at={note.created} form="date" />
        </p>
      )}
      <Written html={note.html} className={classNames(styles.words, note.isGone && styles.gone)} />
    </div>
  );
}
