import { lazy, Suspense, useState } from "react";
import type { Note } from "#app/live/note.ts";
import type { Thread } from "#app/live/thread-index.ts";
import { Avatar } from "#app/ui/avatar.tsx";
import { Badge } from "#app/ui/chip.tsx";
import { Icon } from "#app/ui/icon.tsx";
import { Time } from "#app/ui/time.tsx";
import { amongWords } from "#app/words/among.ts";
import { discussionWords } from "#app/words/discussion.ts";
import { noteToolsWords } from "#app/words/note-tools.ts";
import { readingWords } from "#app/words/reading.ts";
import { veilWords } from "#app/words/veil.ts";
import { kinOf } from "./composing.ts";
import { CurationBadges } from "./curation-marks.tsx";
import { kindName, shownKind } from "./kinds.ts";
import styles from "./note.module.css";
import { useEndorsers } from "./reactions-bar.tsx";
import { addresseeOf } from "./reply-tree.ts";
import { useThreadSurroundings } from "./thread-context.tsx";

const HistoryDialog = lazy(async () => ({ default: (await import("./history-dialog.tsx")).HistoryDialog }));

export type NoteHeadProps = {
  readonly note: Note;
  readonly root: Note;
  /** False inside a closed card, which is a button as a whole. */
  readonly isOpen: boolean;
};

/** Who wrote a note, what kind of note it is, and when. */
export function NoteHead({ note, root, isOpen }: NoteHeadProps) {
  const { who, isNew } = useThreadSurroundings();
  const words = readingWords.thread;
  const author = who(note.seat);
  const role = author?.role ? words.roles[author.role] : "";
  return (
    <header className={styles.head}>
      <Avatar face={author ?? { name: "?", hue: 1, picture: null }} />
      <span className={styles.name}>{author?.name ?? words.someone}</span>
      {author?.veil == null ? null : (
        <span
          className={styles.veil}
          role="img"
          aria-label={veilWords.sign(author.veil)}
          title={veilWords.sign(author.veil)}
        >
          <Icon name="eyeOff" size="s" />
        </span>
      )}
      <Among note={note} />
      {note.motivation === "highlighting" ? <span className={styles.when}>{words.highlighted}</span> : null}
      {role ? <Badge kind="accent">{role}</Badge> : null}
      <KindBadge note={note} />
      {notSeen(note) === null ? null : <Badge kind="warn">{notSeen(note)}</Badge>}
      {root.said?.state === "answered" && root.said.answer === note.id ? (
        <Badge kind="accent">{discussionWords.question.isAnswer}</Badge>
      ) : null}
      <CurationBadges note={note} />
      <Endorsed note={note} />
      {note.placement === "me" && note.parent === null ? (
        <span className={styles.lock} title={readingWords.selection.onlyMeOn}>
          <Icon name="lock" size="s" />
          {words.onlyMe}
        </span>
      ) : null}
      <span className={styles.when}>
        {note.delivery === "waiting" ? words.waiting : <Time at={note.created} />}
        {note.edited === null ? null : <Edited note={note} isOpen={isOpen} />}
      </span>
      {isNew(note) ? <span className={styles.fresh}>{words.fresh}</span> : null}
    </header>
  );
}

/** Why readers do not see a note, in a word; null where they do. */
export function notSeen({ status }: Pick<Note, "status">): string | null {
  const known: Readonly<Record<string, string>> = noteToolsWords.notSeen;
  return known[status] ?? null;
}

/** A question says whether it is still open; other kinds say their name. */
function KindBadge({ note }: { readonly note: Note }) {
  const { vocabulary } = useThreadSurroundings();
  const kind = shownKind(note);
  if (kind === null) return null;
  if (kind !== "question") return <Badge>{kindName(kind, vocabulary) ?? discussionWords.note.retired}</Badge>;
  const isAnswered = note.said?.state === "answered";
  return <Badge kind="accent">{isAnswered ? discussionWords.question.answered : readingWords.thread.question}</Badge>;
}

/** To whoever reads several sections: in which of them a thread stands. */
function Among({ note }: { readonly note: Note }) {
  const { cohorts } = useThreadSurroundings();
  const here = note.parent === null ? cohorts.filter(({ audience }) => note.among.includes(audience)) : [];
  const [first] = here;
  const kin = first === undefined ? [] : kinOf(first, cohorts);
  if (kin.length < 2) return null;
  return (
    <Badge>
      {here.length === kin.length ? amongWords.everySection : here.map(({ section }) => section).join(", ")}
    </Badge>
  );
}

function Endorsed({ note }: { readonly note: Note }) {
  const names = useEndorsers(note);
  if (names.length === 0) return null;
  const sentence = discussionWords.note.endorsed(discussionWords.reactions.who(names));
  return (
    <span className={styles.endorsed} role="img" aria-label={sentence} title={sentence}>
      <Icon name="endorse" size="s" />
    </span>
  );
}

function Edited({ note, isOpen }: { readonly note: Note; readonly isOpen: boolean }) {
  const [isShown, setShown] = useState(false);
  const words = discussionWords.history;
  if (!isOpen) return <> · {words.open}</>;
  return (
    <>
      {" · "}
      <button type="button" className={styles.edited} aria-label={words.openLabel} onClick={() => setShown(true)}>
        {words.open}
      </button>
      {isShown ? (
        <Suspense>
          <HistoryDialog note={note.id} onClose={() => setShown(false)} />
        </Suspense>
      ) : null}
    </>
  );
}

/** "Only X and staff see this", where a note is a private reply. */
export function PrivateLine({ note, thread }: { readonly note: Note; readonly thread: Thread }) {
  const { isOwn } = useThreadSurroundings();
  const nameOf = useNameOf();
  if (note.placement !== "staff") return null;
  const words = discussionWords.note;
  const addressee = addresseeOf(note, thread);
  return (
    <p className={styles.private}>
      <Icon name="lock" size="s" />
      {isOwn(addressee.seat) ? words.privateOwn : words.private(nameOf(addressee))}
    </p>
  );
}

/** The author's name, or "Someone". */
export function useNameOf(): (note: Pick<Thread["root"], "seat">) => string {
  const { who } = useThreadSurroundings();
  return (note) => who(note.seat)?.name ?? readingWords.thread.someone;
}
