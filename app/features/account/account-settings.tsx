import { Form } from "@remix-run/react";
import type { EndingService } from "#app/context/ending.ts";
import { deletionChoices } from "#app/domain/member/factors.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { CheckField, FormMessage, RadioRow } from "#app/ui/field.tsx";
import { type FormAnswer, typedValue, wantsProof } from "#app/ui/form-answer.ts";
import { Row, Section, Stack } from "#app/ui/page.tsx";
import { ProofField } from "#app/ui/proof.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { factorsWords } from "#app/words/factors.ts";
import { timeWords } from "#app/words/time.ts";

export type AccountSettingsProps = {
  readonly obstacles: Awaited<ReturnType<EndingService["obstacles"]>>;
  readonly answer: FormAnswer<unknown> | undefined;
};

/** Taking one's data along, and leaving for good. */
export function AccountSettings({ obstacles, answer }: AccountSettingsProps) {
  const words = factorsWords.account;
  const hindrance = hindranceOf(obstacles);
  return (
    <>
      <Section title={words.dataTitle} hint={words.dataHint}>
        <Row>
          <ButtonLink to="/settings/account/data" icon="download" reloadDocument>
            {words.dataButton}
          </ButtonLink>
        </Row>
      </Section>
      <Section title={words.endTitle} hint={words.endHint} tone="danger">
        {hindrance === null ? <EndForm answer={answer} /> : <p>{hindrance}</p>}
      </Section>
    </>
  );
}

function EndForm({ answer }: Pick<AccountSettingsProps, "answer">) {
  const words = factorsWords.account;
  const sentence = answer?.ok === false ? answer.fields.sure || answer.sentence : null;
  return (
    <Form method="post">
      <Stack>
        <FormMessage kind="error">{sentence}</FormMessage>
        <RadioRow
          name="choice"
          legend={words.choice}
          defaultValue={typedValue(answer, "choice", "anonymise")}
          choices={deletionChoices.map((value) => ({ value, label: words.choices[value] }))}
        />
        <CheckField name="sure" value="yes" label={words.endConfirm} defaultChecked={wantsProof(answer) !== null} />
        <ProofField answer={answer} />
        <Row>
          <SubmitButton kind="danger">{words.endButton}</SubmitButton>
        </Row>
      </Stack>
    </Form>
  );
}

function hindranceOf({ groups, isLastAdmin }: AccountSettingsProps["obstacles"]): string | null {
  const words = factorsWords.account;
  if (isLastAdmin) return words.lastAdmin;
  return groups.length === 0 ? null : words.lastOwner(new Intl.ListFormat(timeWords.locale).format(groups));
}
