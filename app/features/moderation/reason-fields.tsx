import { type Reason, reasons } from "#app/domain/moderation/reason.ts";
import { TextArea } from "#app/ui/field.tsx";
import { KeyHint } from "#app/ui/key-hint.tsx";
import { moderatingWords } from "#app/words/moderating.ts";
import { moderationWords } from "#app/words/moderation.ts";
import { MAX_WORDS } from "./deciding.ts";
import { keyOfReason } from "./keys.ts";
import styles from "./reason-fields.module.css";

const words = moderatingWords.reason;

export type ReasonFieldsProps = {
  readonly suggested: Reason | null;
  readonly isOptional: boolean;
  /** What is asked; "Reason" where nothing else is said. */
  readonly legend?: string;
  /** Whether digits choose; said on each reason. */
  readonly hasKeys?: boolean;
};

/** The fields that go with a decision, also where there are no scripts. */
export function ReasonFields(props: ReasonFieldsProps) {
  return (
    <>
      <ReasonRadios {...props} />
      <div className={styles.words}>
        <TextArea name="toAuthor" label={words.toAuthor} hint={words.toAuthorHint} rows={2} maxLength={MAX_WORDS} />
        <TextArea name="toStaff" label={words.toStaff} rows={2} maxLength={MAX_WORDS} />
      </div>
    </>
  );
}

/** One reason of all. */
export function ReasonRadios(props: ReasonFieldsProps) {
  const { suggested, isOptional, hasKeys = false, legend = words.legend } = props;
  return (
    <fieldset className={styles.reasons}>
      <legend>{legend}</legend>
      {isOptional ? (
        <label className={styles.reason}>
          <input type="radio" name="reason" value="" defaultChecked={suggested === null} />
          <span>{words.optional}</span>
        </label>
      ) : null}
      {reasons.map((reason) => (
        <label key={reason} className={styles.reason}>
          <input
            type="radio"
            name="reason"
            value={reason}
            required={!isOptional}
            defaultChecked={reason === suggested}
            aria-keyshortcuts={hasKeys ? keyOfReason(reason) : undefined}
          />
          {hasKeys ? <KeyHint of={keyOfReason(reason)} /> : null}
          <span>{moderationWords.reasons[reason]}</span>
        </label>
      ))}
    </fieldset>
  );
}
