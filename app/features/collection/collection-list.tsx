import { Form, Link } from "@remix-run/react";
import type { CollectionLine, CollectionList as Lines } from "#app/context/collections.ts";
import { Badge } from "#app/ui/chip.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { FormMessage } from "#app/ui/field.tsx";
import type { FormAnswer } from "#app/ui/form-answer.ts";
import { List, ListRow } from "#app/ui/list.tsx";
import { Section, Stack } from "#app/ui/page.tsx";
import { RowForm } from "#app/ui/row-form.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { collectionWords as words } from "#app/words/collections.ts";
import { CollectionFields } from "./collection-fields.tsx";
import styles from "./collections.module.css";

export type CollectionListProps = {
  readonly list: Lines;
  /** Id of the collection that the form would make. */
  readonly newId: string;
  readonly answer: FormAnswer<unknown> | undefined;
};

/** The collections of a group, and for staff the form for another one. */
export function CollectionList({ list, newId, answer }: CollectionListProps) {
  const { lines, mayCurate } = list;
  return (
    <div className={styles.page}>
      <p className={styles.lede}>{words.lede}</p>
      {lines.length === 0 ? <EmptyState title={words.none}>{words.noneHint}</EmptyState> : null}
      {lines.length === 0 ? null : (
        <List>
          {lines.map((line) => (
            <Line key={line.id} line={line} mayCurate={mayCurate} />
          ))}
        </List>
      )}
      {mayCurate ? (
        <Section title={words.create}>
          <Form method="post" key={newId}>
            <Stack>
              <input type="hidden" name="id" value={newId} />
              <CollectionFields collection={null} answer={answer} />
              <FormMessage kind="error">{answer?.ok === false ? answer.sentence : null}</FormMessage>
              <div>
                <SubmitButton intent="create">{words.create}</SubmitButton>
              </div>
            </Stack>
          </Form>
        </Section>
      ) : null}
    </div>
  );
}

function Line({ line, mayCurate }: { readonly line: CollectionLine; readonly mayCurate: boolean }) {
  const { id, title, threads, isShown, removedAt } = line;
  return (
    <ListRow
      title={
        <>
          <Link to={id} dir="auto">
            {title}
          </Link>
          {removedAt === null ? null : <Badge kind="warn">{words.removed}</Badge>}
        </>
      }
      line={[words.threads(threads), isShown ? words.forMembers : words.forStaffOnly].join(" · ")}
      end={
        removedAt !== null && mayCurate ? (
          <RowForm intent="restore" fields={{ collection: id }} button={words.restore} icon="undo" />
        ) : null
      }
    />
  );
}
