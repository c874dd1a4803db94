import { type Criterion, MAX_CRITERIA, MAX_LEVELS, MAX_POINTS } from "#app/domain/assignment/grade.ts";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { TextField } from "#app/ui/field.tsx";
import { type FormAnswer, ROOM, typedRows, typedValue } from "#app/ui/form-answer.ts";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { settingWords } from "#app/words/setting.ts";
import styles from "./assignment.module.css";
import { criterionField, levelField } from "./rubric-form.ts";

const words = settingWords.rubric;
/** Of a criterion that is new. */
const FIRST_LEVELS = 3;
const SHOWN = "criteria-shown";

type Props = {
  readonly rubric: readonly Criterion[];
  readonly answer: FormAnswer<unknown> | undefined;
  readonly error: string | undefined;
};

/** The criteria that there are, and room for one more; an empty one is none. */
export function RubricFields({ rubric, answer, error }: Props) {
  const nameOf = (n: number) => criterionField(n, "title");
  const rows = typedRows(answer, { nameOf, there: rubric.length, room: 1, most: MAX_CRITERIA, shown: SHOWN });
  return (
    <Disclosure summary={words.title} open={rubric.length > 0 || rows > 1 || error !== undefined}>
      <div className={styles.stack}>
        <input type="hidden" name={SHOWN} value={rows} />
        <p className={styles.hint}>{words.hint}</p>
        {error === undefined ? null : <p className={styles.error}>{error}</p>}
        <ol className={styles.prompts}>
          {Array.from({ length: rows }, (_, n) => (
            <li key={rubric[n]?.id ?? n} className={styles.prompt}>
              <CriterionFields criterion={rubric[n] ?? null} n={n} answer={answer} />
            </li>
          ))}
        </ol>
        <p>
          <SubmitButton intent={ROOM} kind="plain" size="s" icon="plus">
            {words.more}
          </SubmitButton>
        </p>
      </div>
    </Disclosure>
  );
}

type OneProps = { readonly criterion: Criterion | null; readonly n: number; readonly answer: Props["answer"] };

function CriterionFields({ criterion, n, answer }: OneProps) {
  const levels = criterion?.levels ?? [];
  const nameOf = (m: number) => levelField(n, m, "title");
  const rows = Math.max(
    FIRST_LEVELS,
    typedRows(answer, { nameOf, there: levels.length, room: 1, most: MAX_LEVELS, shown: "" }),
  );
  return (
    <>
      <input type="hidden" name={criterionField(n, "id")} value={criterion?.id ?? ""} />
      <TextField
        name={criterionField(n, "title")}
        label={words.criterion(n + 1)}
        maxLength={120}
        defaultValue={typedValue(answer, criterionField(n, "title"), criterion?.title)}
      />
      {Array.from({ length: rows }, (_, m) => {
        const level = levels[m];
        const value = (name: "title" | "points" | "descriptor", initial: string) => ({
          name: levelField(n, m, name),
          defaultValue: typedValue(answer, levelField(n, m, name), initial),
        });
        return (
          <div key={level?.id ?? m} className={styles.level}>
            <input type="hidden" name={levelField(n, m, "id")} value={level?.id ?? ""} />
            <TextField
              {...value("title", level?.title ?? "")}
              label={words.level}
              hideLabel={m > 0}
              aria-label={words.levelOf(m + 1, n + 1)}
              maxLength={60}
            />
            <TextField
              {...value("points", level === undefined ? "" : String(level.points))}
              label={words.points}
              hideLabel={m > 0}
              aria-label={words.pointsOf(m + 1, n + 1)}
              type="number"
              inputMode="decimal"
              step="any"
              min={0}
              max={MAX_POINTS}
            />
            <TextField
              {...value("descriptor", level?.descriptor ?? "")}
              label={words.descriptor}
              hideLabel={m > 0}
              aria-label={words.descriptorOf(m + 1, n + 1)}
              maxLength={500}
            />
          </div>
        );
      })}
    </>
  );
}
