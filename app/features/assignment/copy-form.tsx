import { Form } from "@remix-run/react";
import type { AssignmentSetting } from "#app/context/assignments.ts";
import { CheckField, SelectField, TextField } from "#app/ui/field.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { settingWords } from "#app/words/setting.ts";
import styles from "./assignment.module.css";

const words = settingWords.copy;

/** A copy: into which group, with which dates, with or without the teacher's own notes. */
export function CopyForm({ setting: { choice, ownNotes } }: { readonly setting: AssignmentSetting }) {
  const [here] = choice.groups;
  return (
    <Form method="post" className={styles.stack}>
      <h3>{words.title}</h3>
      <div className={styles.times}>
        {choice.groups.length > 1 ? (
          <SelectField
            name="group"
            label={words.into}
            hint={words.elsewhere}
            choices={choice.groups.map(({ id, name }) => ({ value: id, label: name }))}
          />
        ) : (
          <input type="hidden" name="group" value={here?.id} />
        )}
        <TextField
          name="days"
          label={words.days}
          hint={words.daysHint}
          type="number"
          inputMode="numeric"
          defaultValue={7}
        />
      </div>
      {ownNotes === 0 ? null : (
        <CheckField name="withNotes" label={words.notes(ownNotes)} hint={words.notesHint} defaultChecked />
      )}
      <p>
        <SubmitButton intent="copy" kind="plain" size="s" icon="copy">
          {words.copy}
        </SubmitButton>
      </p>
    </Form>
  );
}
