import { useFetcher } from "@remix-run/react";
import type { ReaderSettings } from "#app/domain/member/member.ts";
import { RadioRow } from "#app/ui/field.tsx";
import { Section, Stack } from "#app/ui/page.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { discussionWords } from "#app/words/discussion.ts";
import { settingsWords } from "#app/words/settings.ts";
import styles from "./reading-settings.module.css";

const words = settingsWords.reading;

/** Each choice is saved when it is made; the sample below is set by the same tokens as every text. */
export function ReadingSettings({ settings }: { readonly settings: ReaderSettings }) {
  const fetcher = useFetcher();
  return (
    <Section title={words.title} hint={words.hint}>
      <fetcher.Form method="post" onChange={(event) => fetcher.submit(event.currentTarget)}>
        <Stack>
          <RadioRow name="theme" legend={words.theme} choices={choices(words.themes)} defaultValue={settings.theme} />
          <RadioRow name="face" legend={words.face} choices={choices(words.faces)} defaultValue={settings.face} />
          <RadioRow
            name="size"
            legend={words.size}
            choices={choices(words.sizes)}
            defaultValue={String(settings.size)}
          />
          <RadioRow
            name="width"
            legend={words.width}
            choices={choices(words.widths)}
            defaultValue={String(settings.width)}
          />
          <RadioRow
            name="spacing"
            legend={words.spacing}
            choices={choices(words.spacings)}
            defaultValue={String(settings.spacing)}
          />
          <RadioRow
            name="preview"
            legend={discussionWords.preview.setting}
            choices={choices(discussionWords.preview.choices)}
            defaultValue={settings.preview ?? "off"}
          />
          <noscript>
            <SubmitButton fetcher={fetcher}>{words.save}</SubmitButton>
          </noscript>
        </Stack>
      </fetcher.Form>
      <figure className={styles.sample} aria-label={words.sampleLabel}>
        <p>{words.sample}</p>
      </figure>
    </Section>
  );
}

function choices(labels: Readonly<Record<string, string>>) {
  return Object.entries(labels).map(([value, label]) => ({ value, label }));
}
