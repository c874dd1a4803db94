import { Form } from "@remix-run/react";
import type { Role } from "#app/domain/group/group.ts";
import { FormMessage, SelectField, TextField } from "#app/ui/field.tsx";
import { errorOf, type FormAnswer, typedValue } from "#app/ui/form-answer.ts";
import { Stack } from "#app/ui/page.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { groupWords, roleWords } from "#app/words/group.ts";
import styles from "./invite-form.module.css";

/** After an invitation was made, its link and whom it was mailed to. */
export type InviteAnswer = FormAnswer<{ readonly link: string; readonly email: string | null } | null>;

const words = groupWords.invitations;

/** Who comes in as what, for how long, and how often. */
export function InviteForm({
  roles,
  answer,
}: {
  readonly roles: readonly Role[];
  readonly answer: InviteAnswer | undefined;
}) {
  const usual = roles.includes("member") ? "member" : roles[0];
  return (
    <Form method="post">
      <Stack>
        <FormMessage kind="error">{answer?.ok === false ? answer.sentence : null}</FormMessage>
        <div className={styles.fields}>
          <SelectField
            name="role"
            label={words.role}
            choices={roles.map((role) => ({ value: role, label: roleWords[role].name }))}
            defaultValue={typedValue(answer, "role", usual)}
            error={errorOf(answer, "role")}
          />
          <SelectField
            name="days"
            label={words.days}
            choices={Object.entries(words.dayChoices).map(([value, label]) => ({ value, label }))}
            defaultValue={typedValue(answer, "days", "7")}
            error={errorOf(answer, "days")}
          />
          <SelectField
            name="maxUses"
            label={words.uses}
            choices={Object.entries(words.useChoices).map(([value, label]) => ({ value, label }))}
            defaultValue={typedValue(answer, "maxUses")}
            error={errorOf(answer, "maxUses")}
          />
        </div>
        <TextField
          name="email"
          type="email"
          label={words.email}
          hint={words.emailHint}
          autoComplete="off"
          defaultValue={typedValue(answer, "email")}
          error={errorOf(answer, "email")}
        />
        <div>
          <SubmitButton intent="invite">{words.button}</SubmitButton>
        </div>
      </Stack>
    </Form>
  );
}
