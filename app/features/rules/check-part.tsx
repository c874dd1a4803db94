import { Form } from "@remix-run/react";
import type { RulesPage, ShownCheck } from "#app/context/rules.ts";
import { fallbacks } from "#app/domain/moderation/rules/rule.ts";
import { CopyField } from "#app/ui/copy-field.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { CheckField, FormMessage, SelectField, TextField } from "#app/ui/field.tsx";
import { errorOf, type FormAnswer, typedValue } from "#app/ui/form-answer.ts";
import { Section, Stack } from "#app/ui/page.tsx";
import { RowForm } from "#app/ui/row-form.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { useSayTime } from "#app/ui/time.tsx";
import { rulesWords } from "#app/words/rules.ts";
import { Count } from "./rule-fields.tsx";
import styles from "./rules-page.module.css";

const words = rulesWords.check;

type CheckPartProps = {
  readonly page: RulesPage;
  readonly answer: FormAnswer<unknown> | undefined;
};

/** The service that is asked about each note. */
export function CheckPart({ page: { check, mayEditCheck }, answer }: CheckPartProps) {
  const secret = secretIn(answer);
  return (
    <Section title={words.title} hint={words.hint}>
      {check === null ? <p className={styles.quiet}>{words.none}</p> : <CheckState check={check} />}
      {secret === null ? null : <CopyField label={words.secret} value={secret} />}
      {mayEditCheck ? null : <p className={styles.quiet}>{words.ownersOnly}</p>}
      {mayEditCheck && check === null ? (
        <Disclosure look="button" icon="plus" summary={words.add} open={answer?.ok === false && "url" in answer.values}>
          <CheckForm check={null} answer={answer} />
        </Disclosure>
      ) : null}
      {mayEditCheck && check !== null ? (
        <>
          <CheckForm check={check} answer={answer} />
          <Form method="post" className={styles.buttons}>
            <SubmitButton intent="renew-secret" kind="plain" size="s">
              {words.renew}
            </SubmitButton>
            <span className={styles.quiet}>{words.renewHint}</span>
          </Form>
          <RowForm intent="drop-check" button={words.drop} kind="danger" />
        </>
      ) : null}
    </Section>
  );
}

function CheckState({ check: { answeredAt, failedAt, failure, previousUntil } }: { readonly check: ShownCheck }) {
  const sayTime = useSayTime();
  const failures: Readonly<Record<string, string>> = words.failures;
  return (
    <>
      {answeredAt === null ? null : <p className={styles.quiet}>{words.answered(sayTime(answeredAt, "moment"))}</p>}
      {failedAt === null ? null : (
        <p className={styles.warning}>{words.failed(sayTime(failedAt, "moment"), failures[failure ?? ""] ?? "")}</p>
      )}
      {previousUntil === null ? null : (
        <p className={styles.quiet}>{words.rotating(sayTime(previousUntil, "moment"))}</p>
      )}
    </>
  );
}

function CheckForm({
  check,
  answer,
}: {
  readonly check: ShownCheck | null;
  readonly answer: CheckPartProps["answer"];
}) {
  return (
    <Form method="post">
      <Stack>
        <FormMessage kind="error">
          {answer?.ok === false && "url" in answer.values ? answer.sentence : null}
        </FormMessage>
        <TextField
          name="url"
          type="url"
          label={words.url}
          required
          defaultValue={typedValue(answer, "url", check?.url ?? "https://")}
          error={errorOf(answer, "url")}
        />
        <Count
          name="timeLimit"
          label={words.timeLimit}
          value={check?.timeLimit ?? 2_000}
          range={[200, 5_000]}
          answer={answer}
        />
        <SelectField
          name="whenItFails"
          label={words.whenItFails}
          choices={fallbacks.map((value) => ({ value, label: rulesWords.form.fallbacks[value] }))}
          defaultValue={typedValue(answer, "whenItFails", check?.whenItFails ?? "hold")}
        />
        <CheckField name="isOn" label={words.isOn} defaultChecked={check?.isOn ?? true} />
        <div>
          <SubmitButton intent="set-check">{words.save}</SubmitButton>
        </div>
      </Stack>
    </Form>
  );
}

function secretIn(answer: FormAnswer<unknown> | undefined): string | null {
  const value = answer?.ok === true ? answer.value : null;
  const isSecret = typeof value === "object" && value !== null && "secret" in value;
  return isSecret && typeof value.secret === "string" ? value.secret : null;
}
