import { Form } from "@remix-run/react";
import type { GroupPage } from "#app/context/groups.ts";
import { colours } from "#app/domain/annotation/annotation.ts";
import { DELETION_GRACE, recordAudiences } from "#app/domain/group/group.ts";
import { FormMessage, RadioRow, TextArea, TextField } from "#app/ui/field.tsx";
import { errorOf, type FormAnswer, typedValue } from "#app/ui/form-answer.ts";
import { Section, Stack } from "#app/ui/page.tsx";
import { RowForm } from "#app/ui/row-form.tsx";
import { SavedToast } from "#app/ui/saved-toast.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { recordWords } from "#app/words/appeals.ts";
import { groupWords } from "#app/words/group.ts";
import styles from "./group-settings.module.css";

export type GroupSettingsProps = { readonly group: GroupPage; readonly answer: FormAnswer<unknown> | undefined };

const words = groupWords.settings;
const GRACE_DAYS = DELETION_GRACE / (24 * 60 * 60 * 1000);

/** What a group is called, what its colours mean, and the end of it. */
export function GroupSettings({ group, answer }: GroupSettingsProps) {
  return (
    <div className={styles.page}>
      <SavedToast answer={answer} sentence={words.saved} />
      <Section title={words.title}>
        <Form method="post">
          <Stack>
            <FormMessage kind="error">{answer?.ok === false ? answer.sentence : null}</FormMessage>
            <TextField
              name="name"
              label={words.name}
              required
              defaultValue={typedValue(answer, "name", group.name)}
              error={errorOf(answer, "name")}
            />
            <TextArea
              name="description"
              rows={2}
              label={words.description}
              defaultValue={typedValue(answer, "description", group.description)}
              error={errorOf(answer, "description")}
            />
            <fieldset className={styles.colours}>
              <legend>{words.colours}</legend>
              <p>{words.coloursHint}</p>
              {colours.map((colour) => (
                <div key={colour} className={styles[colour]}>
                  <TextField
                    name={colour}
                    label={words.colourNames[colour]}
                    maxLength={40}
                    placeholder={words.colourNames[colour]}
                    defaultValue={typedValue(answer, colour, group.colourNames[colour])}
                    error={errorOf(answer, colour)}
                  />
                </div>
              ))}
            </fieldset>
            <div>
              <SubmitButton intent="edit">{words.save}</SubmitButton>
            </div>
          </Stack>
        </Form>
      </Section>
      <Section title={recordWords.shownTitle} hint={recordWords.shownHint}>
        <Form method="post">
          <Stack>
            <RadioRow
              name="shown"
              legend={recordWords.shownTitle}
              defaultValue={group.recordShown}
              choices={recordAudiences.map((value) => ({ value, label: recordWords.shown[value] }))}
            />
            <div>
              <SubmitButton intent="record">{recordWords.save}</SubmitButton>
            </div>
          </Stack>
        </Form>
      </Section>
      <Section title={words.archiveTitle} hint={words.archiveHint}>
        {group.archivedAt === null ? (
          <RowForm intent="archive" button={words.archive} icon="archive" />
        ) : (
          <RowForm intent="restore" button={words.restore} icon="undo" />
        )}
      </Section>
      <Section title={words.deleteTitle} hint={words.deleteHint(GRACE_DAYS)} tone="danger">
        {group.deleteAfter === null ? (
          <RowForm intent="delete" button={words.delete} kind="danger" icon="trash" />
        ) : (
          <RowForm intent="undelete" button={words.undelete} icon="undo" />
        )}
      </Section>
    </div>
  );
}
