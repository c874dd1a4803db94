import {
  type InputHTMLAttributes,
  type ReactNode,
  type SelectHTMLAttributes,
  type TextareaHTMLAttributes,
  useId,
} from "react";
import { classNames } from "./class-names.ts";
import styles from "./field.module.css";

/** What every field has around its control. `error` is the sentence beside it, after a form came back. */
type Frame = {
  readonly label: string;
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
  /** The label is for screen readers only. */
  readonly hideLabel?: boolean;
};

export type TextFieldProps = Frame & InputHTMLAttributes<HTMLInputElement> & { readonly name: string };

/** A line of text with its label, hint and error. */
export function TextField({ label, hint, error, hideLabel, className, ...rest }: TextFieldProps) {
  const ids = useFieldIds(rest.id, hint, error);
  return (
    <FieldFrame ids={ids} label={label} hint={hint} error={error} hideLabel={hideLabel ?? false}>
      <input {...rest} {...ids.control} className={classNames(styles.input, className)} />
    </FieldFrame>
  );
}

export type TextAreaProps = Frame & TextareaHTMLAttributes<HTMLTextAreaElement> & { readonly name: string };

/** Several lines of text. */
export function TextArea({ label, hint, error, hideLabel, className, ...rest }: TextAreaProps) {
  const ids = useFieldIds(rest.id, hint, error);
  return (
    <FieldFrame ids={ids} label={label} hint={hint} error={error} hideLabel={hideLabel ?? false}>
      <textarea {...rest} {...ids.control} className={classNames(styles.input, styles.area, className)} />
    </FieldFrame>
  );
}

export type Choice = { readonly value: string; readonly label: string };

export type SelectFieldProps = Frame &
  SelectHTMLAttributes<HTMLSelectElement> & { readonly name: string; readonly choices: readonly Choice[] };

/** One of a few, as the system shows it. */
export function SelectField({ label, hint, error, hideLabel, choices, className, ...rest }: SelectFieldProps) {
  const ids = useFieldIds(rest.id, hint, error);
  return (
    <FieldFrame ids={ids} label={label} hint={hint} error={error} hideLabel={hideLabel ?? false}>
      <select {...rest} {...ids.control} className={classNames(styles.input, styles.select, className)}>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}

export type CheckFieldProps = Omit<InputHTMLAttributes<HTMLInputElement>, "type"> & {
  readonly label: ReactNode;
  readonly hint?: ReactNode;
};

/** A tick with the sentence that it stands for. */
export function CheckField({ label, hint, ...rest }: CheckFieldProps) {
  const id = useId();
  return (
    <div className={styles.check}>
      <input {...rest} id={id} type="checkbox" aria-describedby={hint ? `${id}-hint` : undefined} />
      <label htmlFor={id}>{label}</label>
      {hint ? (
        <p id={`${id}-hint`} className={styles.hint}>
          {hint}
        </p>
      ) : null}
    </div>
  );
}

export type RadioRowProps = {
  readonly name: string;
  readonly legend: string;
  readonly choices: readonly (Choice & { readonly sample?: ReactNode })[];
  readonly defaultValue: string;
};

/** A few alternatives side by side. */
export function RadioRow({ name, legend, choices, defaultValue }: RadioRowProps) {
  return (
    <fieldset className={styles.row}>
      <legend className={styles.label}>{legend}</legend>
      <div className={styles.options}>
        {choices.map((choice) => (
          <label key={choice.value} className={styles.option}>
            <input type="radio" name={name} value={choice.value} defaultChecked={choice.value === defaultValue} />
            {choice.sample ?? null}
            <span>{choice.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** The sentence about a whole form, spoken when it appears. */
export function FormMessage({ kind, children }: { readonly kind: "error" | "done"; readonly children: ReactNode }) {
  if (!children) return null;
  return (
    <p role={kind === "error" ? "alert" : "status"} className={kind === "error" ? styles.formError : styles.formDone}>
      {children}
    </p>
  );
}

type FieldIds = {
  readonly id: string;
  readonly hint: string;
  readonly error: string;
  readonly control: { readonly id: string; readonly "aria-describedby"?: string; readonly "aria-invalid"?: true };
};

function useFieldIds(given: string | undefined, hint: ReactNode, error: string | undefined): FieldIds {
  const made = useId();
  const id = given ?? made;
  const described = [error ? `${id}-error` : "", hint ? `${id}-hint` : ""].filter(Boolean).join(" ");
  return {
    id,
    hint: `${id}-hint`,
    error: `${id}-error`,
    control: {
      id,
      ...(described ? { "aria-describedby": described } : {}),
      ...(error ? { "aria-invalid": true as const } : {}),
    },
  };
}

function FieldFrame(props: Frame & { readonly ids: FieldIds; readonly children: ReactNode }) {
  return (
    <div className={styles.field}>
      <label className={props.hideLabel ? styles.hiddenLabel : styles.label} htmlFor={props.ids.id}>
        {props.label}
      </label>
      {props.children}
      {props.error ? (
        <p id={props.ids.error} className={styles.error}>
          {props.error}
        </p>
      ) : null}
      {props.hint ? (
        <p id={props.ids.hint} className={styles.hint}>
          {props.hint}
        </p>
      ) : null}
    </div>
  );
}
