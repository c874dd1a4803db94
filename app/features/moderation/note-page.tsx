import { Form } from "@remix-run/react";
import { MAX_REPORT_WORDS } from "#app/domain/moderation/report.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { FormMessage, RadioRow, TextArea } from "#app/ui/field.tsx";
import type { FormAnswer } from "#app/ui/form-answer.ts";
import { Page, PageHead, Row, Stack } from "#app/ui/page.tsx";
import { reportingWords as words } from "#app/words/reporting.ts";
import { ReasonFields, ReasonRadios } from "./reason-fields.tsx";

export type NotePageProps = {
  readonly kind: "report" | "decide";
  readonly note: string;
  /** Of the note that is decided about. */
  readonly version: number | null;
  readonly answer: FormAnswer<unknown> | undefined;
};

/** The dialogs about a note as a page, for readers and moderators without scripts. */
export function NotePage({ kind, note, version, answer }: NotePageProps) {
  const refusal = answer?.ok === false ? answer.sentence || Object.values(answer.fields)[0] : null;
  return (
    <Page>
      <PageHead title={kind === "report" ? words.report.title : words.decide.what}>
        {kind === "report" ? <p>{words.report.hint}</p> : null}
      </PageHead>
      <Form method="post">
        <Stack>
          {kind === "report" ? (
            <>
              <ReasonRadios legend={words.report.reason} suggested={null} isOptional={false} />
              <TextArea name="words" label={words.report.words} rows={4} maxLength={MAX_REPORT_WORDS} />
            </>
          ) : (
            <>
              <input type="hidden" name="version" value={version ?? 0} />
              <RadioRow
                name="verb"
                legend={words.decide.what}
                defaultValue="hide"
                choices={Object.entries(words.decide.verbs).map(([value, label]) => ({ value, label }))}
              />
              <ReasonFields suggested={null} isOptional />
            </>
          )}
          <FormMessage kind="error">{refusal}</FormMessage>
          <Row>
            <Button type="submit" kind="primary">
              {kind === "report" ? words.report.send : words.decide.send}
            </Button>
            <ButtonLink to={`/n/${note}`} kind="quiet">
              {words.report.back}
            </ButtonLink>
          </Row>
        </Stack>
      </Form>
    </Page>
  );
}
