import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import type { LibraryText } from "#app/context/documents.ts";
import { AvatarStack } from "#app/ui/avatar.tsx";
import { Time, useSayTime } from "#app/ui/time.tsx";
import { libraryWords as words } from "#app/words/library.ts";
import { togetherWords } from "#app/words/together.ts";
import { DensityStrip } from "./density-strip.tsx";
import { TextManager } from "./text-manager.tsx";
import styles from "./text-row.module.css";

export type TextRowProps = {
  readonly text: LibraryText;
  readonly group: string;
  /** What else can be done with the text. */
  readonly tools?: ReactNode;
};

/** One text of the library. Its link loads a new document, since the article is never drawn by script. */
export function TextRow({ text, group, tools }: TextRowProps) {
  return (
    <li className={styles.row}>
      <div className={styles.head}>
        <h2 lang={text.language || undefined} dir={text.dir}>
          <Link to={`/t/${text.id}`} reloadDocument>
            {text.title}
          </Link>
        </h2>
        <div className={styles.tools}>
          {tools}
          <TextManager text={text} group={group} />
        </div>
      </div>
      {text.notes > 0 ? (
        <div className={styles.density}>
          <DensityStrip density={text.density} unread={text.unreadDensity} />
        </div>
      ) : null}
      <p className={styles.meta}>
        {text.author ? (
          <>
            <bdi>{text.author}</bdi> ·{" "}
          </>
        ) : null}
        {words.words(text.words)} · {words.added} <Time at={text.createdAt} form="date" />
      </p>
      <p className={styles.opening}>
        <bdi lang={text.language || undefined} dir={text.dir}>
          {text.standfirst || text.opening}
        </bdi>
      </p>
      <Counts text={text} />
    </li>
  );
}

function Counts({ text }: { readonly text: LibraryText }) {
  const sayTime = useSayTime();
  return (
    <ul className={styles.counts}>
      {text.deleteAfter === null ? null : (
        <li className={styles.deleting}>{words.deleting(sayTime(text.deleteAfter, "date"))}</li>
      )}
      {text.unread > 0 ? <li className={styles.fresh}>{words.fresh(text.unread)}</li> : null}
      <li>{text.notes > 0 ? words.notes(text.notes) : words.noNotes}</li>
      {text.questions > 0 ? <li>{words.questions(text.questions)}</li> : null}
      <li>
        <Link to={`/t/${text.id}/together`}>{togetherWords.open}</Link>
      </li>
      {text.readTo === null ? null : <li>{words.readTo(text.readTo)}</li>}
      {text.readers.length > 0 ? (
        <li className={styles.readers}>
          <AvatarStack faces={text.readers} label={words.readers(text.readers.map(({ name }) => name).join(", "))} />
          <span aria-hidden="true">{words.reading}</span>
        </li>
      ) : null}
    </ul>
  );
}
