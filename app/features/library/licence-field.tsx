import { useEffect, useState } from "react";
import { commonsName, licences } from "#app/domain/document/licence.ts";
import { SelectField, TextField } from "#app/ui/field.tsx";
import { errorOf, type FormAnswer, typedValue } from "#app/ui/form-answer.ts";
import { libraryWords } from "#app/words/library.ts";
import { sayLicence } from "#app/words/say-licence.ts";
import { OTHER_LICENCE } from "./library-forms.ts";

const words = libraryWords.preview;

export type LicenceFieldProps = {
  readonly initial: string;
  readonly answer: FormAnswer<unknown> | undefined;
};

/** A licence by its name, or in words; the field for these is away where scripts know that it is not wanted. */
export function LicenceField({ initial, answer }: LicenceFieldProps) {
  const [scripted, setScripted] = useState(false);
  useEffect(() => setScripted(true), []);
  const offered = offeredWith(initial);
  const isOffered = initial === "" || offered.includes(initial);
  const first = typedValue(answer, "licence", isOffered ? initial : OTHER_LICENCE);
  const [chosen, setChosen] = useState(first);
  const choices = [
    { value: "", label: words.noLicence },
    ...offered.map((value) => ({ value, label: sayLicence(value) })),
    { value: OTHER_LICENCE, label: words.otherLicence },
  ];
  return (
    <>
      <SelectField
        name="licence"
        label={words.licence}
        choices={choices}
        defaultValue={first}
        onChange={(event) => setChosen(event.currentTarget.value)}
        error={errorOf(answer, "licence")}
      />
      {scripted && chosen !== OTHER_LICENCE ? null : (
        <TextField
          name="otherLicence"
          dir="auto"
          label={words.licenceWords}
          autoComplete="off"
          defaultValue={typedValue(answer, "otherLicence", isOffered ? "" : initial)}
        />
      )}
    </>
  );
}

/** An older version of Creative Commons keeps its place when the source named it. */
function offeredWith(licence: string): readonly string[] {
  const usual: readonly string[] = licences;
  return usual.includes(licence) || commonsName(licence) === null ? usual : [...usual, licence];
}
