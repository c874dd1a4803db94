import { Form } from "@remix-run/react";
import { slowSteps, type TextCuration } from "#app/domain/moderation/curation.ts";
import { typedIn } from "#app/domain/time/zoned.ts";
import { FormMessage, SelectField, TextField } from "#app/ui/field.tsx";
import { errorOf, type FormAnswer, typedValue } from "#app/ui/form-answer.ts";
import { Row, Section, Stack } from "#app/ui/page.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { curationWords } from "#app/words/curation.ts";

const words = curationWords.settings;

export type CurationFormsProps = {
  readonly text: string;
  readonly curation: TextCuration;
  /** IANA zone in which times are typed. */
  readonly zone: string;
  readonly answer: FormAnswer<unknown> | undefined;
};

/** When a text takes notes, and how fast: its lock, its hours, its slow mode. */
export function CurationForms({ text, curation, zone, answer }: CurationFormsProps) {
  const { locked, slow, opensAt, closesAt } = curation;
  const about = (verb: string) => (
    <>
      <input type="hidden" name="verb" value={verb} />
      <input type="hidden" name="id" value={text} />
    </>
  );
  return (
    <Section title={words.title} hint={words.hint}>
      <Stack>
        <Form method="post">
          {about(locked ? "text-unlock" : "text-lock")}
          <Row>
            <SubmitButton kind="plain">{locked ? words.unlock : words.lock}</SubmitButton>
            <FormMessage kind="done">{locked ? words.lockedNow : null}</FormMessage>
          </Row>
        </Form>
        <Form method="post">
          {about("text-schedule")}
          <Stack>
            <Row>
              <TextField
                type="datetime-local"
                name="opensAt"
                label={words.opensAt}
                defaultValue={typedValue(answer, "opensAt", typedIn(opensAt, zone))}
                error={errorOf(answer, "opensAt")}
              />
              <TextField
                type="datetime-local"
                name="closesAt"
                label={words.closesAt}
                defaultValue={typedValue(answer, "closesAt", typedIn(closesAt, zone))}
                error={errorOf(answer, "closesAt")}
              />
            </Row>
            <p>{words.zone(zone)}</p>
            <Row>
              <SubmitButton kind="plain">{words.saveHours}</SubmitButton>
            </Row>
          </Stack>
        </Form>
        <Form method="post">
          {about("text-slow")}
          <Stack>
            <SelectField
              name="seconds"
              label={curationWords.slowForm.seconds}
              defaultValue={slow === null ? "" : String(slow)}
              choices={[
                { value: "", label: curationWords.slowForm.off },
                ...slowSteps.map((step) => ({ value: String(step), label: curationWords.slowForm.step(step) })),
              ]}
            />
            <Row>
              <SubmitButton kind="plain">{words.saveSlow}</SubmitButton>
            </Row>
          </Stack>
        </Form>
      </Stack>
    </Section>
  );
}
