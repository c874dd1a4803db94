import { Form } from "@remix-run/react";
import type { RecordPage } from "#app/context/record.ts";
import { reasons } from "#app/domain/moderation/reason.ts";
import { verbs } from "#app/domain/moderation/verb.ts";
import { Button } from "#app/ui/button.tsx";
import { SelectField, TextField } from "#app/ui/field.tsx";
import { recordWords as words } from "#app/words/appeals.ts";
import { moderationWords } from "#app/words/moderation.ts";
import styles from "./record.module.css";

export type RecordFiltersProps = {
  readonly asked: Readonly<Record<string, string>>;
  readonly actors: RecordPage["actors"];
};

/** What of the record is shown; the choice stands in the address. */
export function RecordFilters({ asked, actors }: RecordFiltersProps) {
  return (
    <Form method="get" className={styles.filters} key={JSON.stringify(asked)}>
      <SelectField
        name="verb"
        label={words.verb}
        defaultValue={asked.verb ?? ""}
        choices={[
          { value: "", label: words.anyVerb },
          ...verbs.map((verb) => ({ value: verb, label: moderationWords.verbs[verb] })),
        ]}
      />
      <SelectField
        name="reason"
        label={words.reason}
        defaultValue={asked.reason ?? ""}
        choices={[
          { value: "", label: words.anyReason },
          ...reasons.map((reason) => ({ value: reason, label: moderationWords.reasons[reason] })),
        ]}
      />
      {actors.length < 2 ? null : (
        <SelectField
          name="actor"
          label={words.actor}
          defaultValue={asked.actor ?? ""}
          choices={[
            { value: "", label: words.anyActor },
            ...actors.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      )}
      <TextField name="from" type="date" label={words.from} defaultValue={asked.from ?? ""} />
      <TextField name="until" type="date" label={words.until} defaultValue={asked.until ?? ""} />
      <Button type="submit">{words.filter}</Button>
    </Form>
  );
}
