import { Form } from "@remix-run/react";
import type { LetterLink } from "#app/context/letters.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { FormMessage } from "#app/ui/field.tsx";
import { Page, PageHead, Row, Stack } from "#app/ui/page.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { lettersWords } from "#app/words/letters.ts";
import { LetterChoiceTable } from "./letter-choices.tsx";

const words = lettersWords.link;

export type LetterLinkPageProps = {
  /** Null for a link that is no good. */
  readonly link: LetterLink | null;
  readonly done: "stop" | "choose" | null;
};

/** Behind the link in a letter: one button that stops letters like it, and all choices; nobody has to sign in for either. */
export function LetterLinkPage({ link, done }: LetterLinkPageProps) {
  if (link === null) {
    return (
      <Page>
        <PageHead title={words.badTitle}>{words.bad}</PageHead>
        <ButtonLink kind="primary" to="/settings/letters">
          {words.toSettings}
        </ButtonLink>
      </Page>
    );
  }
  const isOver = link.stops.length === 0;
  return (
    <Page>
      <PageHead title={words.title}>{isOver ? null : words.stops[link.frequency]}</PageHead>
      <Stack gap="l">
        {done === "choose" ? <FormMessage kind="done">{lettersWords.saved}</FormMessage> : null}
        {isOver ? (
          <FormMessage kind="done">{words.stopped}</FormMessage>
        ) : (
          <Form method="post">
            <SubmitButton intent="stop">{words.button}</SubmitButton>
          </Form>
        )}
        <Disclosure summary={words.other} open={done !== null || isOver}>
          <Form method="post">
            <Stack>
              <LetterChoiceTable choices={link.choices} key={JSON.stringify(link.choices)} />
              <Row>
                <SubmitButton intent="choose" kind="plain">
                  {lettersWords.save}
                </SubmitButton>
              </Row>
            </Stack>
          </Form>
        </Disclosure>
      </Stack>
    </Page>
  );
}
