import { Form, Link } from "@remix-run/react";
import type { PersonRow } from "#app/context/people.ts";
import { Avatar } from "#app/ui/avatar.tsx";
import { Badge } from "#app/ui/chip.tsx";
import { TextField } from "#app/ui/field.tsx";
import { List, ListRow } from "#app/ui/list.tsx";
import { Section } from "#app/ui/page.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { Time } from "#app/ui/time.tsx";
import { roleWords } from "#app/words/group.ts";
import { peopleWords as words } from "#app/words/people.ts";
import { sanctionWords } from "#app/words/sanctions.ts";
import styles from "./people.module.css";

export type PeoplePageProps = {
  readonly group: string;
  readonly people: readonly PersonRow[];
  readonly query: string;
};

/** Everybody of a group as moderators see them, each leading to a card. */
export function PeoplePage({ group, people, query }: PeoplePageProps) {
  return (
    <Section title={words.title} hint={words.hint}>
      <Form method="get" role="search" className={styles.find}>
        <TextField name="q" type="search" label={words.find} defaultValue={query} />
        <SubmitButton kind="plain">{words.search}</SubmitButton>
      </Form>
      {people.length === 0 ? <p className={styles.none}>{words.nobody}</p> : null}
      <List>
        {people.map((person) => (
          <ListRow
            key={person.id}
            start={<Avatar face={person} size="l" />}
            title={
              <Link to={`/g/${group}/moderation/people/${person.id}`} className={styles.name} dir="auto">
                {person.name}
              </Link>
            }
            line={
              <>
                {words.published(person.published)}
                {person.takenAway === 0 ? "" : ` · ${words.takenAway(person.takenAway)}`} ·{" "}
                {person.leftAt === null ? (
                  <>
                    {words.joined} <Time at={person.joinedAt} form="date" />
                  </>
                ) : (
                  words.left
                )}
              </>
            }
            end={
              <>
                {person.inForce.map((kind) => (
                  <Badge key={kind} kind="danger">
                    {sanctionWords.kinds[kind]}
                  </Badge>
                ))}
                <Badge>{roleWords[person.role].name}</Badge>
              </>
            }
          />
        ))}
      </List>
    </Section>
  );
}
