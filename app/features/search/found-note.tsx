import { Link } from "@remix-run/react";
import type { FoundNote } from "#app/context/search.ts";
import { Avatar } from "#app/ui/avatar.tsx";
import { Badge } from "#app/ui/chip.tsx";
import { classNames } from "#app/ui/class-names.ts";
import { Time } from "#app/ui/time.tsx";
import { searchWords as words } from "#app/words/search.ts";
import { Excerpt } from "./excerpt.tsx";
import { FoundPlace } from "./found-place.tsx";
import styles from "./results.module.css";

/** Kinds that are said; a note and a reply show as what they are. */
const isSaid = (kind: string) => kind !== "note" && kind !== "reply" && kind !== "highlight";

/** A note with its passage and its place; all of it leads there. */
export function FoundNoteRow({ note }: { readonly note: FoundNote }) {
  return (
    <li className={styles.result}>
      <FoundPlace text={note.text} number={note.number} isOnAll={note.quote === ""} />
      {note.quote === "" ? null : (
        <q className={classNames(styles.quote, styles[note.colour ?? "plain"])} dir="auto">
          {note.quote}
        </q>
      )}
      <Link to={`/n/${note.annotation}`} reloadDocument className={styles.words} dir="auto">
        {note.excerpt.length > 0 ? <Excerpt parts={note.excerpt} /> : <em>{words.bare}</em>}
      </Link>
      <p className={styles.meta}>
        {note.by === null ? null : <Avatar face={note.by} size="s" />}
        <strong>{note.by?.name ?? words.somebody}</strong>
        {note.answers === null ? null : <span>{words.answering(note.answers)}</span>}
        <Time at={note.created} />
        {note.replies > 0 ? <span>{words.replies(note.replies)}</span> : null}
        {isSaid(note.kind) ? <Badge kind="accent">{words.kinds[note.kind] ?? note.kind}</Badge> : null}
        {note.tags.map((tag) => (
          <Badge key={tag}>{tag}</Badge>
        ))}
      </p>
    </li>
  );
}
