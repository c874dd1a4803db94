import { Form, Link } from "@remix-run/react";
import type { LetterChoices } from "#app/domain/news/letter.ts";
import { FormMessage } from "#app/ui/field.tsx";
import type { FormAnswer } from "#app/ui/form-answer.ts";
import { Row, Section, Stack } from "#app/ui/page.tsx";
import { SavedToast } from "#app/ui/saved-toast.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { lettersWords as words } from "#app/words/letters.ts";
import { LetterChoiceTable } from "./letter-choices.tsx";

export type LetterSettingsProps = {
  readonly choices: LetterChoices;
  readonly email: string;
  readonly timeZone: string;
  readonly answer: FormAnswer<unknown> | undefined;
};

/** What somebody gets by mail, and where and when it comes. */
export function LetterSettings({ choices, email, timeZone, answer }: LetterSettingsProps) {
  return (
    <Section title={words.title} hint={words.hint}>
      <SavedToast answer={answer} sentence={words.saved} />
      <Form method="post">
        <Stack>
          <FormMessage kind="error">{answer?.ok === false ? answer.sentence || words.choiceUnknown : null}</FormMessage>
          <LetterChoiceTable choices={choices} />
          <Row>
            <SubmitButton>{words.save}</SubmitButton>
          </Row>
        </Stack>
      </Form>
      <Stack gap="s">
        <p>
          {words.where(email)} <Link to="/settings/email">{words.changeAddress}</Link>
        </p>
        <p>
          {words.when(timeZone)} <Link to="/settings">{words.changeZone}</Link>
        </p>
        <p>{words.accountLetters}</p>
      </Stack>
    </Section>
  );
}
