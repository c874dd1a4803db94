import { Link } from "@remix-run/react";
import type { SearchAnswer, SearchAsked } from "#app/context/search.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { searchWords as words } from "#app/words/search.ts";
import { FoundNoteRow } from "./found-note.tsx";
import { FoundPassageRow } from "./found-passage.tsx";
import styles from "./results.module.css";
import { writeAddress } from "./search-address.ts";

export type ResultsProps = { readonly group: string; readonly asked: SearchAsked; readonly answer: SearchAnswer };

/** Passages above notes, and the way to further ones. */
export function Results({ group, asked, answer }: ResultsProps) {
  const { passages, notes, passageCount, next } = answer;
  const isBoth = passages.length > 0 && notes.length > 0;
  const isFull = (asked.show === "texts" ? passages : notes).length > 0;
  return (
    <>
      {answer.isPartial ? <p className={styles.partial}>{words.partial}</p> : null}
      {passages.length > 0 ? (
        <section aria-label={words.inTexts} className={styles.section}>
          {isBoth || asked.show === "all" ? (
            <div className={styles.head}>
              <h2>{words.inTexts}</h2>
              {passageCount.count > passages.length ? (
                <Link to={writeAddress(group, { ...asked, show: "texts", after: null })}>
                  {words.allPassages(words.count(passageCount.count, passageCount.isMore))}
                </Link>
              ) : null}
            </div>
          ) : null}
          <ul>
            {passages.map((passage) => (
              <FoundPassageRow key={`${passage.text.id} ${passage.n}`} passage={passage} />
            ))}
          </ul>
        </section>
      ) : null}
      {notes.length > 0 ? (
        <section aria-label={words.inNotes} className={styles.section}>
          {isBoth ? (
            <div className={styles.head}>
              <h2>{words.inNotes}</h2>
            </div>
          ) : null}
          <ul>
            {notes.map((note) => (
              <FoundNoteRow key={note.annotation} note={note} />
            ))}
          </ul>
        </section>
      ) : null}
      <p className={styles.pages}>
        {next === null ? null : (
          <ButtonLink to={writeAddress(group, { ...asked, after: next })}>
            {isFull ? words.more : words.lookFurther}
          </ButtonLink>
        )}
        {asked.after === null ? null : (
          <ButtonLink kind="quiet" to={writeAddress(group, { ...asked, after: null })}>
            {words.first}
          </ButtonLink>
        )}
      </p>
    </>
  );
}
