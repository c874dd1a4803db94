import { Link } from "@remix-run/react";
import type { InboxEntry } from "#app/context/news.ts";
import { Avatar } from "#app/ui/avatar.tsx";
import { classNames } from "#app/ui/class-names.ts";
import { RowForm } from "#app/ui/row-form.tsx";
import { Time } from "#app/ui/time.tsx";
import { VisuallyHidden } from "#app/ui/visually-hidden.tsx";
import { newsWords } from "#app/words/news.ts";
import type { TextNews, ThreadNews } from "./group-entries.ts";
import styles from "./inbox-page.module.css";

const words = newsWords.inbox;

/** What is new on one text, thread by thread. */
export function TextNewsList({ text: { document, group, threads } }: { readonly text: TextNews }) {
  const id = `news-${document.id}`;
  return (
    <section aria-labelledby={id} className={styles.text}>
      <h2 id={id} lang={document.language || undefined} dir={document.dir}>
        <Link to={`/t/${document.id}`} reloadDocument>
          {document.title}
        </Link>
      </h2>
      <p className={styles.group}>
        <Link to={`/g/${group.id}`}>{group.name}</Link>
      </p>
      {threads.map((thread) => (
        <Thread key={thread.root} thread={thread} />
      ))}
    </section>
  );
}

function Thread({ thread: { entries } }: { readonly thread: ThreadNews }) {
  const quote = entries[0]?.quote ?? "";
  return (
    <div className={styles.thread}>
      {quote === "" ? (
        <p className={styles.whole}>{words.wholeText}</p>
      ) : (
        <q className={styles.quote} dir="auto">
          {quote}
        </q>
      )}
      <ul>
        {entries.map((entry) => (
          <Entry key={entry.id} entry={entry} />
        ))}
      </ul>
    </div>
  );
}

function Entry({ entry }: { readonly entry: InboxEntry }) {
  const { id, kind, by, at, isRead, note, excerpt } = entry;
  const said = words.said[kind](by?.name ?? words.someone);
  return (
    <li className={classNames(styles.entry, !isRead && styles.unread)}>
      <Avatar face={by ?? { name: "?", hue: 1, picture: null }} />
      <Link to={kind === "decided" ? "/decisions" : `/n/${note}`} reloadDocument className={styles.link}>
        <span className={styles.said}>
          {isRead ? null : (
            <>
              <span className={styles.dot} aria-hidden="true" />
              <VisuallyHidden>{words.unread}: </VisuallyHidden>
            </>
          )}
          {said}{" "}
          <span className={styles.when}>
            · <Time at={at} />
          </span>
        </span>
        {excerpt === "" ? null : (
          <span className={styles.excerpt} dir="auto">
            {excerpt}
          </span>
        )}
      </Link>
      {isRead ? null : (
        <RowForm
          action="/inbox"
          intent="read"
          fields={{ notification: id }}
          button={
            <>
              <span aria-hidden="true">{words.markRead}</span>
              <VisuallyHidden>{words.markReadOf(said)}</VisuallyHidden>
            </>
          }
          kind="quiet"
        />
      )}
    </li>
  );
}
