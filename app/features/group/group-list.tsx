import { Form, Link } from "@remix-run/react";
import type { GroupCard } from "#app/context/groups.ts";
import { isStaff } from "#app/domain/group/group.ts";
import { Badge } from "#app/ui/chip.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { FormMessage, TextField } from "#app/ui/field.tsx";
import { errorOf, type FormAnswer, typedValue } from "#app/ui/form-answer.ts";
import { Card, Page, PageHead, Row, Stack } from "#app/ui/page.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { groupWords, roleWords } from "#app/words/group.ts";
import styles from "./group-list.module.css";

export type GroupListProps = {
  readonly groups: readonly GroupCard[];
  readonly answer: FormAnswer<unknown> | undefined;
};

const words = groupWords.list;

/** The viewer's groups, the archived ones behind a press, and a way to start another. */
export function GroupList({ groups, answer }: GroupListProps) {
  const current = groups.filter((group) => group.archivedAt === null);
  const archived = groups.filter((group) => group.archivedAt !== null);
  const none = groups.length === 0;
  return (
    <Page>
      <PageHead title={words.title} />
      {none ? <EmptyState title={words.emptyTitle}>{words.empty}</EmptyState> : <Cards groups={current} />}
      {archived.length > 0 ? (
        <Disclosure summary={words.archived(archived.length)}>
          <Cards groups={archived} />
        </Disclosure>
      ) : null}
      <Disclosure look="button" icon="plus" summary={words.new} open={none || answer?.ok === false}>
        <Card>
          <Form method="post">
            <Stack>
              <FormMessage kind="error">{answer?.ok === false ? answer.sentence : null}</FormMessage>
              <TextField
                name="name"
                label={words.name}
                hint={words.nameHint}
                required
                defaultValue={typedValue(answer, "name")}
                error={errorOf(answer, "name")}
              />
              <TextField
                name="description"
                label={words.description}
                defaultValue={typedValue(answer, "description")}
                error={errorOf(answer, "description")}
              />
              <Row>
                <SubmitButton>{words.create}</SubmitButton>
              </Row>
            </Stack>
          </Form>
        </Card>
      </Disclosure>
    </Page>
  );
}

function Cards({ groups }: { readonly groups: readonly GroupCard[] }) {
  return (
    <ul className={styles.cards}>
      {groups.map((group) => (
        <li key={group.id}>
          <Link to={`/g/${group.id}`} className={styles.card} prefetch="intent">
            <span className={styles.name}>
              {group.name} <Badge kind={isStaff(group.role) ? "accent" : "plain"}>{roleWords[group.role].name}</Badge>
            </span>
            {group.description ? <span className={styles.description}>{group.description}</span> : null}
            <span className={styles.counts}>
              {[words.texts(group.texts), words.members(group.members), words.notes(group.notes)].join(" · ")}
            </span>
            {nextStep(group) === null ? null : <span className={styles.next}>{nextStep(group)}</span>}
          </Link>
        </li>
      ))}
    </ul>
  );
}

/** What is missing in a group, for those who can mend it. */
function nextStep({ role, texts, members, archivedAt }: GroupCard): string | null {
  if (archivedAt !== null || (role !== "owner" && role !== "teacher")) return null;
  if (texts === 0) return words.firstText;
  return members === 1 ? words.invite : null;
}
