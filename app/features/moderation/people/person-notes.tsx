import type { MemberNote, PersonCard } from "#app/context/people.ts";
import { SelectField, TextArea } from "#app/ui/field.tsx";
import { List, ListRow } from "#app/ui/list.tsx";
import { Section } from "#app/ui/page.tsx";
import { RowForm } from "#app/ui/row-form.tsx";
import { Time } from "#app/ui/time.tsx";
import { peopleWords } from "#app/words/people.ts";
import styles from "./people.module.css";

/** What moderators tell each other about a person. */
export function NotesSection({ notes }: { readonly notes: readonly MemberNote[] }) {
  const words = peopleWords.notes;
  return (
    <Section title={words.title} hint={words.hint}>
      {notes.length === 0 ? <p className={styles.none}>{words.none}</p> : null}
      {notes.length === 0 ? null : (
        <List>
          {notes.map(({ id, words: said, author, at, isOwn }) => (
            <ListRow
              key={id}
              title={
                <span className={styles.said} dir="auto">
                  {said}
                </span>
              }
              line={
                <>
                  {author ?? words.somebody} · <Time at={at} form="moment" />
                </>
              }
              end={
                isOwn ? <RowForm intent="drop-note" fields={{ note: id }} button={words.remove} kind="danger" /> : null
              }
            />
          ))}
        </List>
      )}
      <div className={styles.wide}>
        <RowForm key={notes.length} intent="add-note" button={words.add}>
          <TextArea name="words" label={words.words} rows={3} required />
        </RowForm>
      </div>
    </Section>
  );
}

/** The single texts that a person moderates, and the way to give one more. */
export function TextsSection({ card }: { readonly card: PersonCard }) {
  const words = peopleWords.texts;
  const moderated = card.texts.filter(({ moderates }) => moderates);
  const others = card.texts.filter(({ moderates }) => !moderates);
  if (!card.mayDelegate && moderated.length === 0) return null;
  return (
    <Section title={words.title} hint={words.hint}>
      {moderated.length === 0 ? <p className={styles.none}>{words.none}</p> : null}
      {moderated.length === 0 ? null : (
        <List>
          {moderated.map(({ id, title }) => (
            <ListRow
              key={id}
              title={<span dir="auto">{title}</span>}
              end={
                card.mayDelegate ? (
                  <RowForm intent="take-text" fields={{ document: id }} button={words.take(title)} kind="danger" />
                ) : null
              }
            />
          ))}
        </List>
      )}
      {card.mayDelegate && others.length > 0 ? (
        <RowForm key={others.length} intent="give-text" button={words.add}>
          <SelectField
            name="document"
            label={words.give}
            choices={others.map(({ id, title }) => ({ value: id, label: title }))}
          />
        </RowForm>
      ) : null}
    </Section>
  );
}
