import { Form } from "@remix-run/react";
import { useEffect, useState } from "react";
import type { ReaderSettings } from "#app/domain/member/member.ts";
import { RadioRow } from "#app/ui/field.tsx";
import { Section, Stack } from "#app/ui/page.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { languageNames, locales } from "#app/words/locale.ts";
import { settingsWords } from "#app/words/settings.ts";

/**
 * The language of the interface. It leads to a fresh document, since every word on the page changes; with scripts the choice
 * itself is enough.
 */
export function LanguageSettings({ settings }: { readonly settings: ReaderSettings }) {
  const [scripted, setScripted] = useState(false);
  useEffect(() => setScripted(true), []);
  const words = settingsWords.language;
  const choices = [
    { value: "system", label: words.system },
    ...locales.map((value) => ({ value, label: languageNames[value] })),
  ];
  return (
    <Section title={words.title} hint={words.hint}>
      <Form method="post" reloadDocument onChange={(event) => event.currentTarget.requestSubmit()}>
        <Stack>
          <RadioRow name="language" legend={words.label} choices={choices} defaultValue={settings.language} />
          {scripted ? null : <SubmitButton intent="language">{words.save}</SubmitButton>}
        </Stack>
      </Form>
    </Section>
  );
}
