import { Form } from "@remix-run/react";
import type { Viewer } from "#app/context/viewer.ts";
import { Avatar } from "#app/ui/avatar.tsx";
import { FormMessage, RadioRow, SelectField, TextField } from "#app/ui/field.tsx";
import { errorOf, type FormAnswer, typedValue } from "#app/ui/form-answer.ts";
import { Row, Section, Stack } from "#app/ui/page.tsx";
import { SavedToast } from "#app/ui/saved-toast.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { settingsWords } from "#app/words/settings.ts";

export type ProfileSettingsProps = {
  readonly viewer: Viewer;
  readonly zones: readonly string[];
  readonly answer: FormAnswer<unknown> | undefined;
};

/** Name, pronouns, colour, time zone and picture. */
export function ProfileSettings({ viewer, zones, answer }: ProfileSettingsProps) {
  const words = settingsWords.profile;
  return (
    <>
      <SavedToast answer={answer} sentence={words.done} />
      <Section title={words.title}>
        <Form method="post">
          <Stack>
            <FormMessage kind="error">{answer?.ok === false ? answer.sentence : null}</FormMessage>
            <TextField
              name="name"
              label={words.name}
              autoComplete="name"
              required
              defaultValue={typedValue(answer, "name", viewer.name)}
              error={errorOf(answer, "name")}
            />
            <TextField
              name="pronouns"
              label={words.pronouns}
              hint={words.pronounsHint}
              defaultValue={typedValue(answer, "pronouns", viewer.pronouns)}
              error={errorOf(answer, "pronouns")}
            />
            <SelectField
              name="timeZone"
              label={words.timeZone}
              choices={zones.map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") }))}
              defaultValue={typedValue(answer, "timeZone", viewer.timeZone)}
              error={errorOf(answer, "timeZone")}
            />
            <RadioRow
              name="hue"
              legend={words.hue}
              defaultValue={String(viewer.hue)}
              choices={words.hues.map((label, place) => ({
                value: String(place + 1),
                label,
                sample: <Avatar size="s" face={{ name: viewer.name, hue: place + 1, picture: null }} />,
              }))}
            />
            <Row>
              <SubmitButton intent="profile">{words.button}</SubmitButton>
            </Row>
          </Stack>
        </Form>
      </Section>
      <PictureSettings viewer={viewer} answer={answer} />
    </>
  );
}

function PictureSettings({ viewer, answer }: Omit<ProfileSettingsProps, "zones">) {
  const words = settingsWords.picture;
  return (
    <Section title={words.title} hint={words.hint}>
      <Row>
        <Avatar face={viewer} size="xl" />
        <Form method="post" encType="multipart/form-data">
          <Stack gap="s">
            <TextField
              name="picture"
              type="file"
              label={words.choose}
              accept="image/jpeg,image/png,image/webp"
              error={errorOf(answer, "picture")}
            />
            <Row>
              <SubmitButton kind="plain" intent="picture">
                {words.upload}
              </SubmitButton>
              {viewer.picture === null ? null : (
                <SubmitButton kind="danger" intent="no-picture">
                  {words.remove}
                </SubmitButton>
              )}
            </Row>
          </Stack>
        </Form>
      </Row>
    </Section>
  );
}
