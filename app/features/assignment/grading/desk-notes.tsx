import type { Desk, DeskNote } from "#app/context/grading.ts";
import { Badge } from "#app/ui/chip.tsx";
import { Time } from "#app/ui/time.tsx";
import { Written } from "#app/ui/written.tsx";
import { boardWords } from "#app/words/board.ts";
import { sayAsked } from "#app/words/say-asked.ts";
import styles from "./desk.module.css";

const words = boardWords.desk;

/** Every note of the work beside the words that it is about, with what was said around it and what it counted for. */
export function DeskNotes({ desk }: { readonly desk: Desk }) {
  if (desk.notes.length === 0) return <p className={styles.facts}>{words.none}</p>;
  return (
    <ol className={styles.notes}>
      {desk.notes.map((note) => (
        <li key={note.id} className={styles.note}>
          <Note note={note} desk={desk} />
        </li>
      ))}
    </ol>
  );
}

function Note({ note, desk }: { readonly note: DeskNote; readonly desk: Desk }) {
  const { quote, parent, replies, html, kind, tags, counts } = note;
  const facts = [kind, ...tags.map((tag) => `#${tag}`), boardWords.sums.words(note.words)];
  return (
    <>
      <Place note={note} isVeiled={desk.student.isVeiled} />
      {quote === null ? null : (
        <blockquote className={styles.quote} dir="auto">
          {quote.before === "" ? "" : `…${quote.before}`}
          <mark>{quote.exact}</mark>
          {quote.after === "" ? "" : `${quote.after}…`}
        </blockquote>
      )}
      {parent === null ? null : (
        <p className={styles.said} dir="auto">
          <strong>{parent.by}</strong> {parent.excerpt}
        </p>
      )}
      <Written html={html} className={styles.words} />
      <p className={styles.facts}>
        {facts.join(" · ")} · <Time at={note.created} />{" "}
        {note.isEndorsed ? <Badge kind="accent">{words.endorsed}</Badge> : null}
      </p>
      {replies.map(({ by, excerpt }) => (
        <p key={`${by} ${excerpt}`} className={styles.said} dir="auto">
          <strong>{by}</strong> {excerpt}
        </p>
      ))}
      <p className={styles.counts} data-counts={counts.length > 0 ? "" : undefined}>
        {counts.length === 0 ? words.countsNot : `${words.counts} ${counts.map((n) => ruleName(desk, n)).join("; ")}`}
      </p>
    </>
  );
}

function ruleName({ rules }: Desk, n: number): string {
  const rule = rules[n];
  return rule === undefined ? "" : sayAsked(rule, rule.have);
}

/** Leads to the passage, but where that page would say whose work it is. */
function Place({ note: { text, number, parent }, isVeiled }: { readonly note: DeskNote; readonly isVeiled: boolean }) {
  const said = `${text.title}, ${number === null ? words.whole : words.paragraph(number)}`;
  if (parent !== null) {
    return (
      <h2 className={styles.place}>
        {words.replyTo(parent.by)} <span>{text.title}</span>
      </h2>
    );
  }
  return (
    <h2 className={styles.place} dir="auto">
      {isVeiled || number === null ? said : <a href={`/t/${text.id}/p/${number}`}>{said}</a>}
    </h2>
  );
}
