import { Form } from "@remix-run/react";
import type { SiteSettings } from "#app/domain/site/site-settings.ts";
import { CheckField, FormMessage } from "#app/ui/field.tsx";
import { type FormAnswer, wantsProof } from "#app/ui/form-answer.ts";
import { Page, PageHead, Row, Section, Stack } from "#app/ui/page.tsx";
import { ProofForm } from "#app/ui/proof.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { factorsWords } from "#app/words/factors.ts";
import { AdminTabs } from "./admin-tabs.tsx";

export type SiteSettingsPageProps = {
  readonly settings: SiteSettings;
  readonly answer: FormAnswer<unknown> | undefined;
};

/** Decisions about the whole site. */
export function SiteSettingsPage({ settings, answer }: SiteSettingsPageProps) {
  const words = factorsWords.site;
  const asked = wantsProof(answer);
  return (
    <Page>
      <PageHead title={words.title} />
      <AdminTabs />
      <ProofForm answer={answer} />
      <FormMessage kind="done">{answer?.ok ? words.saved : null}</FormMessage>
      <FormMessage kind="error">{answer?.ok === false && asked === null ? answer.sentence : null}</FormMessage>
      {asked === null ? (
        <Section title={words.staffTitle}>
          <Form method="post">
            <Stack>
              <CheckField
                name="secondFactorForStaff"
                label={words.staff}
                hint={words.staffHint}
                defaultChecked={settings.secondFactorForStaff}
              />
              <Row>
                <SubmitButton>{words.save}</SubmitButton>
              </Row>
            </Stack>
          </Form>
        </Section>
      ) : null}
    </Page>
  );
}
