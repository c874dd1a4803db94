import { Form, Link } from "@remix-run/react";
import type { AdriftList, AdriftNote, PlaceOffered } from "#app/context/revisions.ts";
import { Avatar } from "#app/ui/avatar.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { FormMessage } from "#app/ui/field.tsx";
import type { FormAnswer } from "#app/ui/form-answer.ts";
import { Page, PageHead } from "#app/ui/page.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { revisionWords } from "#app/words/revisions.ts";
import styles from "./adrift.module.css";

const words = revisionWords.adrift;

export type AdriftPageProps = AdriftList & {
  readonly answer: FormAnswer<unknown> | undefined;
};

/** Notes that lost their words: what they were written on, where they may belong, and one press to place them. */
export function AdriftPage({ text, revision, notes, answer }: AdriftPageProps) {
  return (
    <Page width="list">
      <PageHead title={words.title}>{notes.length === 0 ? null : words.intro}</PageHead>
      <FormMessage kind="error">{answer?.ok === false ? answer.sentence : null}</FormMessage>
      <FormMessage kind="done">{answer?.ok === true ? words.done : null}</FormMessage>
      {notes.length === 0 ? (
        <EmptyState title={words.none}>
          <Link to={`/t/${text.id}`} reloadDocument>
            {text.title}
          </Link>
        </EmptyState>
      ) : (
        <ul className={styles.list}>
          {notes.map((note) => (
            <Waiting key={`${note.note} ${note.passage}`} {...{ text, revision, note }} />
          ))}
        </ul>
      )}
    </Page>
  );
}

type WaitingProps = Pick<AdriftPageProps, "text" | "revision"> & { readonly note: AdriftNote };

function Waiting({ text, revision, note }: WaitingProps) {
  const { by, body, replies, before, exact, after, candidates } = note;
  return (
    <li className={styles.note}>
      <div className={styles.head}>
        {by === null ? null : <Avatar face={by} size="s" />}
        <span className={styles.name}>{by?.name ?? words.gone}</span>
        {replies > 0 ? <span className={styles.replies}>{words.replies(replies)}</span> : null}
      </div>
      {body === "" ? null : <p className={styles.body}>{body}</p>}
      <h2>{words.was}</h2>
      <Words {...{ text, before, exact, after }} isGone />
      <h2>{words.offers}</h2>
      {candidates.length === 0 ? <p className={styles.hint}>{words.noOffers}</p> : null}
      {candidates.map((place) => (
        <Offer key={place.start} {...{ text, revision, note, place }} />
      ))}
      <p className={styles.hint}>
        {words.select}{" "}
        <ButtonLink size="s" kind="quiet" to={`/t/${text.id}?note=${note.note}&place=${note.passage}`} reloadDocument>
          {words.find}
        </ButtonLink>
      </p>
    </li>
  );
}

function Offer({ text, revision, note, place }: WaitingProps & { readonly place: PlaceOffered }) {
  const fields = { id: note.note, passage: note.passage, source: revision, start: place.start, end: place.end };
  return (
    <Form method="post" className={styles.offer}>
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={String(value)} />
      ))}
      <input type="hidden" name="exact" value={place.exact} />
      <div>
        {place.number === null ? null : <span className={styles.number}>{words.number(place.number)}</span>}
        <Words text={text} {...place} />
      </div>
      <SubmitButton>{words.attach}</SubmitButton>
    </Form>
  );
}

type WordsProps = Pick<WaitingProps, "text"> &
  Pick<PlaceOffered, "before" | "exact" | "after"> & { readonly isGone?: boolean };

function Words({ text, before, exact, after, isGone = false }: WordsProps) {
  return (
    <blockquote className={styles.words} lang={text.language || undefined} dir={text.dir}>
      …{before}
      {isGone ? <del className={styles.gone}>{exact}</del> : <mark className={styles.here}>{exact}</mark>}
      {after}…
    </blockquote>
  );
}
