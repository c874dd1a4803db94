import type { AssignmentSetting } from "#app/context/assignments.ts";
import { anonymities } from "#app/domain/assignment/assignment.ts";
import { timeNames } from "#app/domain/assignment/times.ts";
import { typedIn } from "#app/domain/time/zoned.ts";
import { CheckField, RadioRow, SelectField, TextField } from "#app/ui/field.tsx";
import { errorOf, type FormAnswer, typedTick, typedValue } from "#app/ui/form-answer.ts";
import { assignmentWords } from "#app/words/assignments.ts";
import { settingWords } from "#app/words/setting.ts";
import { veilWords } from "#app/words/veil.ts";
import styles from "./assignment.module.css";
import { NumberField } from "./number-field.tsx";

const words = assignmentWords.edit;

type Answer = FormAnswer<unknown> | undefined;
type Props = {
  readonly setting: AssignmentSetting;
  readonly answer: Answer;
  readonly error: string | undefined;
};

/** When it opens, is due and closes, on the clock of its zone. */
export function WhenFields({
  setting: { times },
  answer,
}: {
  readonly setting: AssignmentSetting;
  readonly answer: Answer;
}) {
  return (
    <fieldset className={styles.group}>
      <legend>{words.when}</legend>
      <div className={styles.times}>
        {timeNames.map((name) => (
          <TextField
            key={name}
            name={name}
            type="datetime-local"
            label={words[name]}
            defaultValue={typedValue(answer, name, typedIn(times[name], times.zone))}
            error={errorOf(answer, name)}
          />
        ))}
        <TextField
          name="zone"
          label={words.zone}
          required
          defaultValue={typedValue(answer, "zone", times.zone)}
          error={errorOf(answer, "zone")}
        />
      </div>
    </fieldset>
  );
}

/** When its readers see each other, and who reads together. */
export function SeeingFields({ setting, answer, error }: Props) {
  const { reveal, times, choice, sectionSet, anonymity } = setting;
  return (
    <div className={styles.stack}>
      {error === undefined ? null : <p className={styles.error}>{error}</p>}
      <RadioRow
        name="reveal"
        legend={words.seeing}
        defaultValue={typedValue(answer, "reveal", reveal.kind)}
        choices={(["open", "after", "at", "manual"] as const).map((value) => ({ value, label: words.reveals[value] }))}
      />
      <div className={styles.times}>
        <NumberField
          name="posts"
          label={words.posts}
          value={typedValue(answer, "posts", String(reveal.kind === "after" ? reveal.posts : 1))}
        />
        <TextField
          name="revealAt"
          type="datetime-local"
          label={words.revealAt}
          defaultValue={typedValue(answer, "revealAt", typedIn(reveal.kind === "at" ? reveal.time : null, times.zone))}
        />
        <SelectField
          name="sectionSet"
          label={words.sections}
          choices={[
            { value: "", label: words.everybody },
            ...choice.sectionSets.map(({ id, name, sections }) => ({ value: id, label: `${name} (${sections})` })),
          ]}
          defaultValue={typedValue(answer, "sectionSet", sectionSet ?? "")}
        />
        <SelectField
          name="anonymity"
          label={veilWords.setting}
          hint={veilWords.settingHint}
          choices={anonymities.map((value) => ({ value, label: veilWords.settings[value] }))}
          defaultValue={typedValue(answer, "anonymity", anonymity)}
          error={errorOf(answer, "anonymity")}
        />
      </div>
    </div>
  );
}

/** What is given for it, and what coming late costs. */
export function GradeFields({ setting: { scheme, late, isBlind, hasSecondMarker }, answer, error }: Props) {
  const { penalty } = late;
  const typed = (name: string, initial: number) => typedValue(answer, name, String(initial));
  return (
    <div className={styles.stack}>
      {error === undefined ? null : <p className={styles.error}>{error}</p>}
      <RadioRow
        name="scheme"
        legend={words.grading}
        defaultValue={typedValue(answer, "scheme", scheme.kind)}
        choices={(["none", "complete", "points"] as const).map((value) => ({ value, label: words.schemes[value] }))}
      />
      <div className={styles.fields}>
        <NumberField
          name="points"
          label={words.points}
          value={typed("points", scheme.kind === "points" ? scheme.points : 10)}
        />
      </div>
      <CheckField
        name="isBlind"
        label={settingWords.isBlind}
        hint={settingWords.isBlindHint}
        defaultChecked={typedTick(answer, "isBlind", isBlind)}
      />
      <CheckField
        name="hasSecondMarker"
        label={settingWords.hasSecondMarker}
        hint={settingWords.hasSecondMarkerHint}
        defaultChecked={typedTick(answer, "hasSecondMarker", hasSecondMarker)}
      />
      <RadioRow
        name="late"
        legend={words.late}
        defaultValue={typedValue(answer, "late", penalty.kind)}
        choices={(["none", "flat", "per-day"] as const).map((value) => ({ value, label: words.lateKinds[value] }))}
      />
      <div className={styles.fields}>
        <NumberField
          name="percent"
          label={words.percent}
          value={typed("percent", penalty.kind === "none" ? 10 : penalty.percent)}
        />
        <NumberField
          name="most"
          label={words.most}
          value={typed("most", penalty.kind === "per-day" ? penalty.most : 50)}
        />
        <NumberField name="grace" label={words.grace} value={typed("grace", Math.round(late.grace / 60_000))} />
      </div>
    </div>
  );
}
