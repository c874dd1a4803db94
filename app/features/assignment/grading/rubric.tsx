import type { Criterion } from "#app/domain/assignment/grade.ts";
import { KeyHint } from "#app/ui/key-hint.tsx";
import styles from "./desk.module.css";
import { levelField } from "./grade-form.ts";

export type RubricProps = {
  readonly rubric: readonly Criterion[];
  /** Level by criterion. */
  readonly levels: Readonly<Record<string, string>>;
  /** Place of the criterion that the number keys are about. */
  readonly turn: number;
  readonly onChoose: (criterion: string, level: string) => void;
};

/** Criteria with their levels; a number key chooses one of the criterion that is on turn. */
export function Rubric({ rubric, levels, turn, onChoose }: RubricProps) {
  return (
    <>
      {rubric.map(({ id, title, levels: offered }, place) => (
        <fieldset key={id} className={styles.criterion} data-turn={place === turn ? "" : undefined}>
          <legend dir="auto">{title}</legend>
          {offered.map((level, n) => (
            <label key={level.id} className={styles.level}>
              <input
                type="radio"
                name={levelField(id)}
                value={level.id}
                checked={levels[id] === level.id}
                onChange={() => onChoose(id, level.id)}
              />
              <span dir="auto">
                <strong>{level.title}</strong> {level.descriptor}
              </span>
              <span className={styles.number}>{level.points}</span>
              <KeyHint of={String(n + 1)} />
            </label>
          ))}
        </fieldset>
      ))}
    </>
  );
}
