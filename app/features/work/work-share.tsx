import { Form } from "@remix-run/react";
import type { WorkLink } from "#app/context/work.ts";
import { type WorkChoice, workFields } from "#app/domain/work/work-choice.ts";
import { CopyField } from "#app/ui/copy-field.tsx";
import { CheckField, FormMessage, SelectField } from "#app/ui/field.tsx";
import { errorOf, type FormAnswer } from "#app/ui/form-answer.ts";
import { List, ListRow } from "#app/ui/list.tsx";
import { Card, Section } from "#app/ui/page.tsx";
import { RowForm } from "#app/ui/row-form.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { Time } from "#app/ui/time.tsx";
import { workWords } from "#app/words/work.ts";
import styles from "./work-share.module.css";

const words = workWords.share;

export type ShareAnswer = FormAnswer<{ readonly link: string }>;

export type WorkShareProps = {
  readonly choice: WorkChoice;
  readonly links: readonly WorkLink[];
  readonly answer: ShareAnswer | undefined;
};

/** Making a link to what is shown now, and taking links back. A link is shown once, since only its hash is kept. */
export function WorkShare({ choice, links, answer }: WorkShareProps) {
  const made = answer?.ok ? answer.value.link : null;
  return (
    <div className={styles.share} id="share">
      <Section title={words.title} hint={words.hint}>
        {made === null ? null : (
          <Card>
            <CopyField label={words.link} value={made} />
            <p>{words.linkHint}</p>
          </Card>
        )}
        <FormMessage kind="error">{answer?.ok === false ? answer.sentence : null}</FormMessage>
        <Form method="post" className={styles.form} preventScrollReset key={made}>
          {Object.entries(workFields(choice)).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <SelectField
            name="days"
            label={words.days}
            defaultValue="30"
            error={errorOf(answer, "days")}
            choices={Object.entries(words.dayChoices).map(([value, label]) => ({ value, label }))}
          />
          <CheckField name="private" value="on" label={words.withPrivate} />
          <SubmitButton intent="share" icon="link">
            {words.button}
          </SubmitButton>
        </Form>
      </Section>
      {links.length === 0 ? null : (
        <Section title={words.open}>
          <List>
            {links.map((link) => (
              <LinkRow key={link.id} link={link} />
            ))}
          </List>
        </Section>
      )}
    </div>
  );
}

function LinkRow({ link }: { readonly link: WorkLink }) {
  const { choice, text, withPrivate } = link;
  return (
    <ListRow
      title={`${workWords.shows[choice.show]} · ${text ?? words.everything}`}
      line={
        <>
          {withPrivate ? `${words.private} · ` : ""}
          {words.until} <Time at={link.expiresAt} form="date" />
        </>
      }
      end={<RowForm intent="unshare" fields={{ link: link.id }} button={words.revoke} kind="danger" />}
    />
  );
}
