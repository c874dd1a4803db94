import type { Note } from "#app/live/note.ts";
import { Avatar } from "#app/ui/avatar.tsx";
import { Badge } from "#app/ui/chip.tsx";
import { Icon } from "#app/ui/icon.tsx";
import { Time } from "#app/ui/time.tsx";
import { readingWords } from "#app/words/reading.ts";
import styles from "./note.module.css";
import { useThreadSurroundings } from "./thread-context.tsx";

/** Who wrote a note, what kind of note it is, and when. */
export function NoteHead({ note, small = false }: { readonly note: Note; readonly small?: boolean }) {
  const { who, isNew } = useThreadSurroundings();
  const words = readingWords.thread;
  const author = who(note.seat);
  const role = author?.role ? words.roles[author.role] : "";
  return (
    <header className={styles.head}>
      <Avatar face={author ?? { name: "?", hue: 1, picture: null }} size={small ? "s" : "m"} />
      <span className={styles.name}>{author?.name ?? words.someone}</span>
      {note.motivation === "highlighting" ? <span className={styles.when}>{words.highlighted}</span> : null}
      {role ? <Badge kind="accent">{role}</Badge> : null}
      {note.motivation === "questioning" ? <Badge kind="accent">{words.question}</Badge> : null}
      {note.placement === "me" && note.parent === null ? (
        <span className={styles.lock} title={readingWords.selection.onlyMeOn}>
          <Icon name="lock" size="s" />
          {words.onlyMe}
        </span>
      ) : null}
      <span className={styles.when}>
        {note.delivery === "waiting" ? words.waiting : <Time at={note.created} />}
        {note.edited === null ? null : ` · ${words.edited}`}
      </span>
      {isNew(note) ? <span className={styles.fresh}>{words.fresh}</span> : null}
    </header>
  );
}

/** The author's name, or "Someone". */
export function useNameOf(): (note: Note) => string {
  const { who } = useThreadSurroundings();
  return (note) => who(note.seat)?.name ?? readingWords.thread.someone;
}
