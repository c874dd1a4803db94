import type { RuleHit, ThreadNote } from "#app/context/queue-card.ts";
import { Avatar } from "#app/ui/avatar.tsx";
import { Badge } from "#app/ui/chip.tsx";
import { classNames } from "#app/ui/class-names.ts";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { Time } from "#app/ui/time.tsx";
import { moderatingWords } from "#app/words/moderating.ts";
import { MarkedBody } from "./marked-body.tsx";
import { readable } from "./marked-words.ts";
import { threadAround } from "./thread-around.ts";
import styles from "./thread-view.module.css";

const words = moderatingWords.card;
const nobody = { name: "?", hue: 1, picture: null } as const;

type ThreadViewProps = { readonly thread: readonly ThreadNote[]; readonly hits: readonly RuleHit[] };

/** The note in question, tinted, with what stands around it in its thread. */
export function ThreadView({ thread, hits }: ThreadViewProps) {
  const names = new Map(thread.map(({ id, by }) => [id, by?.name ?? moderatingWords.list.unknown]));
  return (
    <div className={styles.thread}>
      {threadAround(thread).map((part) => {
        if (part.kind === "note" && part.note.isTarget) {
          return <Target key={part.note.id} note={part.note} hits={hits} names={names} />;
        }
        if (part.kind === "note") return <Around key={part.note.id} note={part.note} />;
        return (
          <Disclosure key={part.notes[0]?.id} summary={words.more(part.notes.length)}>
            {part.notes.map((note) => (
              <Around key={note.id} note={note} />
            ))}
          </Disclosure>
        );
      })}
    </div>
  );
}

function Around({ note: { by, body, status, depth } }: { readonly note: ThreadNote }) {
  return (
    <div className={classNames(styles.around, depth > 0 && styles.deep)}>
      <Avatar face={by ?? nobody} />
      <p dir="auto">
        <b>{by?.name ?? moderatingWords.list.unknown}</b> <span>{readable(body) || moderatingWords.list.noWords}</span>{" "}
        {status === "published" ? null : <Badge>{words.status[status]}</Badge>}
      </p>
    </div>
  );
}

type TargetProps = {
  readonly note: ThreadNote;
  readonly hits: readonly RuleHit[];
  readonly names: ReadonlyMap<string, string>;
};

function Target({ note, hits, names }: TargetProps) {
  const { by, parent, created, edited, status } = note;
  const addressee = parent === null ? null : names.get(parent);
  return (
    <section aria-label={words.note} className={classNames(styles.target, note.depth > 0 && styles.deep)}>
      <header className={styles.head}>
        <Avatar face={by ?? nobody} />
        <b>{by?.name ?? moderatingWords.list.unknown}</b>
        {status === "published" ? null : <Badge kind="warn">{words.status[status]}</Badge>}
        <span className={styles.when}>
          <Time at={created} />
          {edited === null ? null : ` · ${words.editedAt}`}
          {addressee == null ? null : ` · ${words.replyTo(addressee)}`}
        </span>
      </header>
      <p className={styles.body} dir="auto">
        {note.body === "" ? moderatingWords.list.noWords : <MarkedBody body={note.body} hits={hits} />}
      </p>
    </section>
  );
}
