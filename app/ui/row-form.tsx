import { useFetcher } from "@remix-run/react";
import type { ReactNode } from "react";
import type { ButtonKind } from "./button.tsx";
import { FormMessage } from "./field.tsx";
import { type FormAnswer, wantsProof } from "./form-answer.ts";
import type { IconName } from "./icon.tsx";
import { ProofField } from "./proof.tsx";
import styles from "./row-form.module.css";
import { SubmitButton } from "./submit-button.tsx";

export type RowFormProps = {
  readonly intent: string;
  /** Hidden fields: what the button is about. */
  readonly fields?: Readonly<Record<string, string>>;
  /** The button's words. */
  readonly button: ReactNode;
  readonly kind?: ButtonKind;
  readonly icon?: IconName;
  readonly action?: string;
  /** Fields that the person fills in before. */
  readonly children?: ReactNode;
};

/** A small form in a list or a panel: it sends without leaving the page and says beside the button what went wrong. */
export function RowForm({ intent, fields = {}, button, kind = "plain", icon, action, children }: RowFormProps) {
  const fetcher = useFetcher<FormAnswer<unknown>>();
  const refusal = fetcher.data?.ok === false ? fetcher.data : null;
  return (
    <fetcher.Form method="post" className={styles.form} {...(action === undefined ? {} : { action })}>
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
      <ProofField answer={refusal ?? undefined} />
      <SubmitButton intent={intent} fetcher={fetcher} kind={kind} icon={icon} size="s">
        {button}
      </SubmitButton>
      {refusal && fetcher.state === "idle" ? (
        <FormMessage kind="error">
          {refusal.sentence || (wantsProof(refusal) ? null : Object.values(refusal.fields)[0])}
        </FormMessage>
      ) : null}
    </fetcher.Form>
  );
}
