import type { ListedNote, ReadingPage } from "#app/context/reading.ts";
import { builtInKinds, quotation } from "#app/domain/annotation/annotation.ts";
import { ENDORSEMENT, reactions } from "#app/domain/annotation/reaction.ts";
import { Time } from "#app/ui/time.tsx";
import { Written } from "#app/ui/written.tsx";
import { listedWords as words } from "#app/words/listed.ts";
import { peopleWords } from "#app/words/people.ts";
import { readingWords } from "#app/words/reading.ts";
import { numberOf } from "./block-number.ts";
import { curationLabels } from "./curation-labels.ts";
import styles from "./notes-without-script.module.css";

type ListedProps = { readonly note: ListedNote; readonly page: ReadingPage };

/** One note of the list; what somebody wrote whom the reader ignores is folded away. */
export function Listed({ note, page }: ListedProps) {
  if (!page.ignored.includes(note.seat)) return <Shown note={note} page={page} />;
  return (
    <details>
      <summary>{peopleWords.ignoring.folded}</summary>
      <Shown note={note} page={page} />
    </details>
  );
}

/** Who, where, what, and what others made of it. */
function Shown({ note, page }: ListedProps) {
  const number = note.target && numberOf(page.blocks, note.target.selector[0].start);
  const labels = [
    kindName(note, page),
    note.thread?.state === "answered" ? words.answered : null,
    note.isPrivateReply ? words.privately : null,
    ...curationLabels(note),
    ...note.tags.map((tag) => `#${tag}`),
  ].filter((label) => label !== null);
  return (
    <>
      <p className={styles.head}>
        <b>{note.by.name}</b> · <Time at={note.created} form="date" />
        {number === null ? null : ` · ${readingWords.paragraph(number)}`}
      </p>
      {labels.length === 0 ? null : <p className={styles.head}>{labels.join(" · ")}</p>}
      {note.target === null ? null : <blockquote dir="auto">{quotation(note.target)}</blockquote>}
      {note.more.map((target) => (
        <blockquote key={target.selector[0].start} dir="auto">
          {quotation(target)}
        </blockquote>
      ))}
      <Written html={note.html} className={styles.words} />
      <Given note={note} />
    </>
  );
}

function Given({ note }: { readonly note: ListedNote }) {
  const given = reactions.flatMap((sign) => {
    const count = note.reactions?.[sign]?.length ?? 0;
    if (count === 0) return [];
    return [sign === ENDORSEMENT ? words.endorsed : `${signName(sign)} ${count}`];
  });
  return given.length === 0 ? null : <p className={styles.head}>{given.join(" · ")}</p>;
}

/** A sign in words, where it has any. */
export function signName(sign: (typeof reactions)[number]): string {
  return sign === "agree" || sign === "same-question" || sign === ENDORSEMENT ? words[sign] : sign;
}

function kindName({ kind }: ListedNote, { kinds }: ReadingPage): string | null {
  if (kind === null) return null;
  const builtIn = builtInKinds.find((one) => one === kind);
  if (builtIn !== undefined) return words[builtIn];
  return kinds.find(({ id }) => id === kind)?.name ?? words.retired;
}
