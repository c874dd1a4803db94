import type { AssignmentSetting } from "#app/context/assignments.ts";
import { SelectField, TextField } from "#app/ui/field.tsx";
import { type FormAnswer, typedValue } from "#app/ui/form-answer.ts";
import { assignmentWords } from "#app/words/assignments.ts";
import { settingWords } from "#app/words/setting.ts";
import styles from "./assignment.module.css";
import { NumberField } from "./number-field.tsx";

const words = assignmentWords.edit;

type Props = {
  readonly setting: AssignmentSetting;
  readonly answer: FormAnswer<unknown> | undefined;
  readonly error: string | undefined;
};

/** How much is asked for besides the tasks. */
export function CountFields({ setting: { requirements, choice }, answer, error }: Props) {
  const typed = (name: string, initial: number | string) => typedValue(answer, name, String(initial));
  const asked = (kind: string) => requirements.find((one) => one.kind === kind);
  const count = (kind: string) => typed(kind, asked(kind)?.count ?? 0);
  const minOf = (kind: string) => {
    const one = asked(kind);
    return typed(`${kind}Words`, one !== undefined && "minWords" in one ? one.minWords : 0);
  };
  const tagged = requirements.filter((one) => one.kind === "tag");
  const ofKind = requirements.filter((one) => one.kind === "of-kind");
  return (
    <div className={styles.stack}>
      <p className={styles.hint}>{words.countsHint}</p>
      {error === undefined ? null : <p className={styles.error}>{error}</p>}
      <div className={styles.fields}>
        <NumberField name="notes" label={words.notes} value={count("notes")} />
        <NumberField name="notesWords" label={words.notesWords} value={minOf("notes")} />
        <NumberField name="replies" label={words.replies} value={count("replies")} />
        <NumberField name="repliesWords" label={words.repliesWords} value={minOf("replies")} />
        <NumberField name="peers" label={words.peers} value={count("peers")} />
        <NumberField name="paragraphs" label={words.paragraphs} value={count("paragraphs")} />
        <NumberField name="coverage" label={settingWords.coverage} value={count("coverage")} />
        <NumberField name="endorsed" label={settingWords.endorsed} value={count("endorsed")} />
      </div>
      <div className={styles.pairs}>
        {[...tagged, null].map((one, n) => (
          <div key={one?.tag ?? ""} className={styles.pair}>
            <TextField
              name={`tag-${n}`}
              label={settingWords.tagAsked}
              aria-label={settingWords.tagAskedOf(n + 1)}
              defaultValue={typed(`tag-${n}`, one?.tag ?? "")}
            />
            <NumberField
              name={`tag-${n}-count`}
              label={settingWords.times}
              value={typed(`tag-${n}-count`, one?.count ?? 0)}
            />
          </div>
        ))}
        {[...ofKind, null].map((one, n) => (
          <div key={one?.of ?? ""} className={styles.pair}>
            <SelectField
              name={`kind-${n}`}
              label={settingWords.kindAsked}
              choices={[
                { value: "", label: settingWords.noKind },
                ...(["note", "question", "evidence", "connection"] as const).map((value) => ({
                  value,
                  label: assignmentWords.own.kinds[value],
                })),
                ...choice.kinds.map(({ id, name }) => ({ value: id, label: name })),
              ]}
              defaultValue={typed(`kind-${n}`, one?.of ?? "")}
            />
            <NumberField
              name={`kind-${n}-count`}
              label={settingWords.times}
              value={typed(`kind-${n}-count`, one?.count ?? 0)}
            />
          </div>
        ))}
      </div>
    </div>
  );
}
