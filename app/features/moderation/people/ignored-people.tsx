import type { Profile } from "#app/domain/member/member.ts";
import { Avatar } from "#app/ui/avatar.tsx";
import { List, ListRow } from "#app/ui/list.tsx";
import { Section } from "#app/ui/page.tsx";
import { RowForm } from "#app/ui/row-form.tsx";
import { peopleWords } from "#app/words/people.ts";
import styles from "./people.module.css";

/** Whom the viewer ignores, with the way back. */
export function IgnoredPeople({ people }: { readonly people: readonly Profile[] }) {
  const words = peopleWords.ignoring;
  return (
    <Section title={words.title} hint={words.hint}>
      {people.length === 0 ? (
        <p className={styles.none}>{words.none}</p>
      ) : (
        <List>
          {people.map((person) => (
            <ListRow
              key={person.id}
              start={<Avatar face={person} size="l" />}
              title={<span dir="auto">{person.name}</span>}
              end={<RowForm intent="stop" fields={{ member: person.id }} button={words.stop(person.name)} />}
            />
          ))}
        </List>
      )}
    </Section>
  );
}
