import { Link } from "@remix-run/react";
import type { WorkItem } from "#app/context/work.ts";
import { Badge } from "#app/ui/chip.tsx";
import { classNames } from "#app/ui/class-names.ts";
import { Time } from "#app/ui/time.tsx";
import { Written } from "#app/ui/written.tsx";
import { workWords } from "#app/words/work.ts";
import styles from "./work-note.module.css";

const words = workWords.item;

export type WorkNoteProps = {
  readonly item: WorkItem;
  /** Says which text it is on, where no heading does. */
  readonly withText: boolean;
  readonly isShared: boolean;
};

/** One note: where it stands, what it is about, what it answers, what it says. */
export function WorkNote({ item, withText, isShared }: WorkNoteProps) {
  const { text, quotes, answered, html } = item;
  return (
    <li className={classNames(styles.note, item.colour && styles[item.colour])}>
      <p className={styles.place}>
        <span className={styles.number}>{item.number === null ? words.wholeText : `¶${item.number}`}</span>
        {withText ? (
          <bdi lang={text.language || undefined} className={styles.title}>
            {text.title}
          </bdi>
        ) : null}
        <Kind item={item} />
        <Time at={item.created} form="date" />
        {item.edited === null ? null : <span>{words.edited}</span>}
        {item.tags.map((tag) => (
          <bdi key={tag}>#{tag}</bdi>
        ))}
        {item.isPrivate ? <Badge>{words.onlyYou}</Badge> : null}
        {item.status === "hidden" || item.status === "removed" ? <Badge kind="warn">{words.hidden}</Badge> : null}
        {item.status === "held" || item.status === "spam" ? <Badge kind="warn">{words.held}</Badge> : null}
      </p>
      {quotes.map((quote, i) => (
        <blockquote
          // biome-ignore lint/suspicious/noArrayIndexKey: a passage is its place among the passages of its note
          key={i}
          className={styles.quote}
          lang={text.language || undefined}
          dir={text.dir}
        >
          {quote}
        </blockquote>
      ))}
      {answered === null ? null : (
        <div className={styles.answered}>
          {answered.name === "" ? null : <p>{words.answering(answered.name)}</p>}
          <p dir="auto">{answered.excerpt}</p>
        </div>
      )}
      {html === "" ? (
        <p className={styles.bare}>{words.highlighted}</p>
      ) : (
        <Written html={html} className={styles.words} />
      )}
      {isShared ? null : (
        <p className={styles.foot}>
          {item.replies > 0 ? <span>{words.replies(item.replies)}</span> : null}
          <Link to={`/t/${text.id}?note=${item.id}`} reloadDocument>
            {words.open}
          </Link>
        </p>
      )}
    </li>
  );
}

function Kind({ item: { kind, motivation } }: Pick<WorkNoteProps, "item">) {
  if (kind !== null) return <Badge kind="accent">{kind}</Badge>;
  if (motivation === "questioning") return <Badge kind="accent">{words.question}</Badge>;
  return motivation === "replying" ? <span>{words.reply}</span> : null;
}
