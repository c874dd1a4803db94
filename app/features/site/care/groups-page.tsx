import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import type { GroupRow } from "#app/context/site.ts";
import { Button } from "#app/ui/button.tsx";
import { Badge } from "#app/ui/chip.tsx";
import { SelectField, TextField } from "#app/ui/field.tsx";
import { List, ListRow } from "#app/ui/list.tsx";
import { Page, PageHead } from "#app/ui/page.tsx";
import { RowForm } from "#app/ui/row-form.tsx";
import { siteCareWords } from "#app/words/site-care.ts";
import styles from "./care.module.css";

const words = siteCareWords.groups;

export type GroupsPageProps = {
  readonly query: string;
  readonly groups: readonly GroupRow[];
  readonly tabs: ReactNode;
};

/** All groups; those that nobody looks after stand first and can be handed over. */
export function GroupsPage({ query, groups, tabs }: GroupsPageProps) {
  return (
    <Page width="list">
      <PageHead title={words.title} />
      {tabs}
      <Form role="search" className={styles.search}>
        <TextField name="q" type="search" label={words.search} defaultValue={query} key={query} />
        <Button type="submit" icon="search">
          {words.find}
        </Button>
      </Form>
      {groups.length === 0 ? <p>{words.none}</p> : null}
      <List>
        {groups.map((group) => (
          <Row key={group.id} group={group} />
        ))}
      </List>
    </Page>
  );
}

function Row({ group }: { readonly group: GroupRow }) {
  const { id, name, archivedAt, members, texts, owner, heirs } = group;
  return (
    <ListRow
      title={
        <>
          {name} {archivedAt === null ? null : <Badge>{words.archived}</Badge>}
        </>
      }
      line={`${words.line(members, texts)} · ${owner === null ? words.noOwner : words.ownedBy(owner)}`}
      end={
        archivedAt === null ? (
          <RowForm intent="archive" fields={{ group: id }} button={words.archive} />
        ) : (
          <RowForm intent="unarchive" fields={{ group: id }} button={words.unarchive} />
        )
      }
    >
      {heirs.length === 0 ? null : (
        <>
          <p>{words.left}</p>
          <RowForm intent="hand-over" fields={{ group: id }} button={words.handOver}>
            <SelectField
              name="member"
              label={words.heir}
              choices={heirs.map((heir) => ({ value: heir.id, label: heir.name }))}
            />
          </RowForm>
        </>
      )}
    </ListRow>
  );
}
