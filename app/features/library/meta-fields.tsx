import type { DocumentMeta } from "#app/context/documents.ts";
import { type Choice, SelectField, TextField } from "#app/ui/field.tsx";
import { errorOf, type FormAnswer, typedValue } from "#app/ui/form-answer.ts";
import { libraryWords } from "#app/words/library.ts";
import { LicenceField } from "./licence-field.tsx";

const words = libraryWords.preview;

export type MetaFieldsProps = {
  readonly initial: Partial<DocumentMeta>;
  /** From the loader: browsers and servers know different names, and hydration wants the same. */
  readonly languages: readonly Choice[];
  readonly answer: FormAnswer<unknown> | undefined;
};

/** What is known about a text besides its words. */
export function MetaFields({ initial, languages, answer }: MetaFieldsProps) {
  return (
    <>
      <TextField
        name="author"
        dir="auto"
        label={words.author}
        autoComplete="off"
        defaultValue={typedValue(answer, "author", initial.author)}
        error={errorOf(answer, "author")}
      />
      <TextField
        name="source"
        dir="auto"
        label={words.source}
        placeholder={words.sourceHint}
        autoComplete="off"
        defaultValue={typedValue(answer, "source", initial.source)}
        error={errorOf(answer, "source")}
      />
      <TextField
        name="published"
        dir="auto"
        label={words.published}
        placeholder={words.publishedHint}
        autoComplete="off"
        defaultValue={typedValue(answer, "published", initial.published)}
        error={errorOf(answer, "published")}
      />
      <SelectField
        name="language"
        label={words.language}
        choices={languages}
        defaultValue={typedValue(answer, "language", initial.language)}
        error={errorOf(answer, "language")}
      />
      <LicenceField initial={initial.licence ?? ""} answer={answer} />
      <TextField
        name="rights"
        dir="auto"
        label={words.rights}
        placeholder={words.rightsHint}
        autoComplete="off"
        defaultValue={typedValue(answer, "rights", initial.rights)}
        error={errorOf(answer, "rights")}
      />
    </>
  );
}
