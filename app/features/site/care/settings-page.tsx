import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import {
  foundingChoices,
  MAX_QUOTA,
  type SiteSettings,
  signUpChoices,
  siteModes,
} from "#app/domain/site/site-settings.ts";
import { FormMessage, RadioRow, TextArea, TextField } from "#app/ui/field.tsx";
import { errorOf, type FormAnswer, typedValue } from "#app/ui/form-answer.ts";
import { Page, PageHead, Row, Section, Stack } from "#app/ui/page.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { siteCareWords } from "#app/words/site-care.ts";

const words = siteCareWords.site;

export type SitePageProps = {
  readonly settings: SiteSettings;
  readonly answer: FormAnswer<unknown> | undefined;
  readonly tabs: ReactNode;
};

/** What the site is called, who may come, and whether it is open. */
export function SitePage({ settings, answer, tabs }: SitePageProps) {
  const typed = (name: "siteName" | "contact" | "imprint") => typedValue(answer, name, settings[name]);
  return (
    <Page>
      <PageHead title={words.title} />
      {tabs}
      <FormMessage kind="done">{answer?.ok ? words.saved : null}</FormMessage>
      <FormMessage kind="error">{answer?.ok === false ? answer.sentence : null}</FormMessage>
      <Section title={words.face}>
        <Form method="post">
          <Stack>
            <TextField
              name="siteName"
              label={words.siteName}
              hint={words.siteNameHint}
              defaultValue={typed("siteName")}
              error={errorOf(answer, "siteName")}
            />
            <TextField
              name="contact"
              label={words.contact}
              hint={words.contactHint}
              defaultValue={typed("contact")}
              error={errorOf(answer, "contact")}
            />
            <TextArea
              name="imprint"
              rows={5}
              label={words.imprint}
              hint={words.imprintHint}
              defaultValue={typed("imprint")}
              error={errorOf(answer, "imprint")}
            />
            <RadioRow
              name="signUp"
              legend={words.signUp}
              defaultValue={settings.signUp}
              choices={signUpChoices.map((value) => ({ value, label: words.signUps[value] }))}
            />
            <RadioRow
              name="founding"
              legend={words.founding}
              defaultValue={settings.founding}
              choices={foundingChoices.map((value) => ({ value, label: words.foundings[value] }))}
            />
            <TextField
              name="groupQuota"
              type="number"
              min={1}
              max={MAX_QUOTA}
              step={1}
              required
              label={words.groupQuota}
              hint={words.groupQuotaHint}
              defaultValue={typedValue(answer, "groupQuota", String(settings.groupQuota))}
              error={errorOf(answer, "groupQuota")}
            />
            <Row>
              <SubmitButton intent="settings">{words.save}</SubmitButton>
            </Row>
          </Stack>
        </Form>
      </Section>
      <Section title={words.modeTitle} hint={words.modeHint} tone="danger">
        <Form method="post">
          <Stack>
            <RadioRow
              name="mode"
              legend={words.mode}
              defaultValue={settings.mode}
              choices={siteModes.map((value) => ({ value, label: words.modes[value] }))}
            />
            <TextArea
              name="words"
              rows={2}
              label={words.modeWords}
              hint={words.modeWordsHint}
              defaultValue={settings.modeWords}
            />
            <Row>
              <SubmitButton intent="mode" kind="danger">
                {words.setMode}
              </SubmitButton>
            </Row>
          </Stack>
        </Form>
      </Section>
    </Page>
  );
}
