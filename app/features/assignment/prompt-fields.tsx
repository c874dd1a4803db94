import type { AssignmentSetting } from "#app/context/assignments.ts";
import { MAX_PROMPT, MAX_PROMPTS, wantedKinds } from "#app/domain/assignment/assignment.ts";
import { CheckField, SelectField, TextArea, TextField } from "#app/ui/field.tsx";
import { type FormAnswer, ROOM, typedRows, typedTick, typedValue } from "#app/ui/form-answer.ts";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { assignmentWords } from "#app/words/assignments.ts";
import { settingWords } from "#app/words/setting.ts";
import styles from "./assignment.module.css";
import { EMPTY_PROMPTS, promptField } from "./assignment-forms.ts";

const words = assignmentWords.edit;
const SHOWN = "tasks-shown";

type Prompt = AssignmentSetting["prompts"][number];

const empty: Prompt = {
  ...{ id: "", document: null, number: null, words: "", answer: "note", tags: [], minWords: 0, isRequired: true },
};

/** The tasks that there are, and room for more; an empty one is none. */
export function PromptFields({
  setting,
  answer,
  error,
}: {
  readonly setting: AssignmentSetting;
  readonly answer: FormAnswer<unknown> | undefined;
  readonly error: string | undefined;
}) {
  const { prompts } = setting;
  const nameOf = (n: number) => promptField(n, "words");
  const rows = typedRows(answer, {
    nameOf,
    there: prompts.length,
    room: EMPTY_PROMPTS,
    most: MAX_PROMPTS,
    shown: SHOWN,
  });
  return (
    <fieldset className={styles.group}>
      <legend>{words.prompts}</legend>
      <input type="hidden" name={SHOWN} value={rows} />
      <p className={styles.hint}>{words.promptsHint}</p>
      {error === undefined ? null : <p className={styles.error}>{error}</p>}
      <ol className={styles.prompts}>
        {Array.from({ length: rows }, (_, n) => (
          <li key={prompts[n]?.id ?? n}>
            <OnePrompt prompt={prompts[n] ?? empty} n={n} texts={setting.choice.texts} answer={answer} />
          </li>
        ))}
      </ol>
      <p>
        <SubmitButton intent={ROOM} kind="plain" size="s" icon="plus">
          {settingWords.moreTasks}
        </SubmitButton>
      </p>
    </fieldset>
  );
}

type OneProps = {
  readonly prompt: Prompt;
  readonly n: number;
  readonly texts: AssignmentSetting["choice"]["texts"];
  readonly answer: FormAnswer<unknown> | undefined;
};

function OnePrompt({ prompt, n, texts, answer }: OneProps) {
  const name = (field: string) => promptField(n, field);
  const typed = (field: string, initial: string) => typedValue(answer, name(field), initial);
  // A task for which room was made just now was in no form before.
  const wasShown = answer?.ok === false && answer.values[name("words")] !== undefined;
  return (
    <div className={styles.prompt}>
      <input type="hidden" name={name("id")} value={prompt.id} />
      <TextArea
        name={name("words")}
        label={words.promptWords(n + 1)}
        rows={2}
        maxLength={MAX_PROMPT}
        defaultValue={typed("words", prompt.words)}
      />
      <div className={styles.ofPrompt}>
        <SelectField
          name={name("answer")}
          label={words.answer}
          choices={wantedKinds.map((value) => ({ value, label: words.answers[value] }))}
          defaultValue={typed("answer", prompt.answer)}
        />
        <SelectField
          name={name("text")}
          label={words.where}
          choices={[
            { value: "", label: words.anywhere },
            ...texts.map(({ id, title }) => ({ value: id, label: title })),
          ]}
          defaultValue={typed("text", prompt.document ?? "")}
        />
        <TextField
          name={name("number")}
          label={words.paragraph}
          aria-label={words.paragraphOf(n + 1)}
          type="number"
          inputMode="numeric"
          min={1}
          defaultValue={typed("number", String(prompt.number ?? ""))}
        />
        <TextField
          name={name("min")}
          label={words.minWords}
          type="number"
          inputMode="numeric"
          min={0}
          defaultValue={typed("min", String(prompt.minWords))}
        />
        <TextField
          name={name("tags")}
          label={settingWords.tags}
          aria-label={settingWords.tagsOf(n + 1)}
          placeholder={settingWords.tagsLike}
          defaultValue={typed("tags", prompt.tags.join(", "))}
        />
      </div>
      <CheckField
        name={name("required")}
        label={words.required}
        defaultChecked={wasShown ? typedTick(answer, name("required"), prompt.isRequired) : prompt.isRequired}
      />
    </div>
  );
}
