import { type Reason, reasons } from "#app/domain/moderation/reason.ts";
import { CheckField } from "#app/ui/field.tsx";
import { moderationWords } from "#app/words/moderation.ts";
import styles from "./people.module.css";

/** Any number of reasons, as ticks under one name. */
export function ReasonChoices({ legend, chosen }: { readonly legend: string; readonly chosen: readonly Reason[] }) {
  return (
    <fieldset className={styles.choices}>
      <legend>{legend}</legend>
      {reasons.map((reason) => (
        <CheckField
          key={reason}
          name="reasons"
          value={reason}
          label={moderationWords.reasons[reason]}
          defaultChecked={chosen.includes(reason)}
        />
      ))}
    </fieldset>
  );
}
