import { Form, Link } from "@remix-run/react";
import type { SectionService } from "#app/context/sections.ts";
import { MAX_SECTION_NAME, sectionMethods } from "#app/domain/section/section.ts";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { FormMessage, RadioRow, TextField } from "#app/ui/field.tsx";
import type { FormAnswer } from "#app/ui/form-answer.ts";
import { List, ListRow } from "#app/ui/list.tsx";
import { Section, Stack } from "#app/ui/page.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { sectionWords as words } from "#app/words/sections.ts";
import styles from "./sections.module.css";

export type SectionListProps = {
  readonly sets: Awaited<ReturnType<SectionService["list"]>>;
  /** Id of the set that the form would make. */
  readonly newId: string;
  readonly answer: FormAnswer<unknown> | undefined;
};

/** The divisions of a class, and the form for another one. */
export function SectionList({ sets, newId, answer }: SectionListProps) {
  const failure = answer?.ok === false ? answer : null;
  return (
    <div className={styles.page}>
      <p className={styles.lede}>{words.lede}</p>
      {sets.length === 0 ? (
        <EmptyState title={words.none}>{words.noneHint}</EmptyState>
      ) : (
        <List>
          {sets.map(({ id, name, sections, seated }) => (
            <ListRow
              key={id}
              title={<Link to={id}>{name}</Link>}
              line={[words.count(sections), words.people(seated)].join(" · ")}
            />
          ))}
        </List>
      )}
      <Section title={words.create}>
        <Form method="post">
          <Stack>
            <input type="hidden" name="id" value={newId} />
            <TextField
              name="name"
              label={words.name}
              hint={words.nameHint}
              maxLength={MAX_SECTION_NAME}
              required
              defaultValue={failure?.values.name}
              error={failure?.fields.name}
            />
            <RadioRow
              name="method"
              legend={words.method}
              defaultValue={failure?.values.method ?? "auto"}
              choices={methodOrder.map((value) => ({ value, label: words.methods[value] }))}
            />
            <dl className={styles.methods}>
              {methodOrder.map((method) => (
                <div key={method}>
                  <dt>{words.methods[method]}</dt>
                  <dd>{words.methodHints[method]}</dd>
                </div>
              ))}
            </dl>
            <div className={styles.number}>
              <TextField
                name="size"
                type="number"
                inputMode="numeric"
                min={2}
                max={50}
                label={words.size}
                defaultValue={failure?.values.size ?? "5"}
                error={failure?.fields.size}
              />
            </div>
            <FormMessage kind="error">{failure?.sentence}</FormMessage>
            <div>
              <SubmitButton intent="create">{words.make}</SubmitButton>
            </div>
          </Stack>
        </Form>
      </Section>
    </div>
  );
}

const methodOrder = [...sectionMethods].sort((a, b) => (a === "auto" ? -1 : b === "auto" ? 1 : 0));
