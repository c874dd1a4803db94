import type { AssignmentSetting } from "#app/context/assignments.ts";
import { sayRanges } from "#app/domain/assignment/ranges.ts";
import { CheckField, TextField } from "#app/ui/field.tsx";
import { type FormAnswer, typedTick, typedValue } from "#app/ui/form-answer.ts";
import { assignmentWords } from "#app/words/assignments.ts";
import { settingWords } from "#app/words/setting.ts";
import styles from "./assignment.module.css";
import { textField } from "./assignment-forms.ts";

const words = assignmentWords.edit;

type Props = {
  readonly setting: AssignmentSetting;
  readonly answer: FormAnswer<unknown> | undefined;
  readonly error: string | undefined;
};

/** Which texts, which of their paragraphs, and in what order they are read. */
export function TextFields({ setting: { texts, choice }, answer, error }: Props) {
  return (
    <fieldset className={styles.group} aria-describedby={error ? "texts-error" : undefined}>
      <legend>{words.texts}</legend>
      {choice.texts.map(({ id, title, words: length }) => {
        const place = texts.findIndex(({ document }) => document === id);
        const passages = `passages-${id}`;
        return (
          <div key={id} className={styles.text}>
            <CheckField
              name={textField(id)}
              label={title}
              hint={words.words(length)}
              defaultChecked={typedTick(answer, textField(id), place >= 0)}
            />
            <div className={styles.ofText}>
              <TextField
                name={passages}
                label={settingWords.passages}
                hint={settingWords.passagesHint}
                aria-label={settingWords.passagesOf(title)}
                defaultValue={typedValue(answer, passages, sayRanges(texts[place]?.passages ?? []))}
              />
              {choice.texts.length < 2 ? null : (
                <TextField
                  name={`place-${id}`}
                  label={settingWords.place}
                  aria-label={settingWords.placeOf(title)}
                  type="number"
                  inputMode="numeric"
                  min={1}
                  defaultValue={typedValue(answer, `place-${id}`, place < 0 ? "" : String(place + 1))}
                />
              )}
            </div>
          </div>
        );
      })}
      {error ? (
        <p id="texts-error" className={styles.error}>
          {error}
        </p>
      ) : null}
    </fieldset>
  );
}
