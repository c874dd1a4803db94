import { Form } from "@remix-run/react";
import type { DocumentMeta } from "#app/context/documents.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { type Choice, FormMessage, TextField } from "#app/ui/field.tsx";
import { errorOf, type FormAnswer, typedValue } from "#app/ui/form-answer.ts";
import { Row, Section, Stack } from "#app/ui/page.tsx";
import { SavedToast } from "#app/ui/saved-toast.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { libraryWords } from "#app/words/library.ts";
import { MetaFields } from "./meta-fields.tsx";

export type DetailsPageProps = {
  readonly group: string;
  readonly details: DocumentMeta & { readonly title: string };
  readonly languages: readonly Choice[];
  readonly answer: FormAnswer<unknown> | undefined;
};

const words = libraryWords.details;

/** What is said about a text, to be mended by those who may. */
export function DetailsPage({ group, details, languages, answer }: DetailsPageProps) {
  return (
    <Section title={words.title} hint={words.sentence(details.title)}>
      <SavedToast answer={answer} sentence={words.saved} />
      <Form method="post">
        <Stack>
          <FormMessage kind="error">{answer?.ok === false ? answer.sentence : null}</FormMessage>
          <TextField
            name="title"
            label={words.textTitle}
            dir="auto"
            required
            maxLength={300}
            defaultValue={typedValue(answer, "title", details.title)}
            error={errorOf(answer, "title")}
          />
          <MetaFields initial={details} languages={languages} answer={answer} />
          <Row>
            <SubmitButton>{words.button}</SubmitButton>
            <ButtonLink kind="quiet" to={`/g/${group}`}>
              {words.back}
            </ButtonLink>
          </Row>
        </Stack>
      </Form>
    </Section>
  );
}
