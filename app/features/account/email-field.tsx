import { TextField } from "#app/ui/field.tsx";
import { errorOf, type FormAnswer, typedValue } from "#app/ui/form-answer.ts";
import { accountWords } from "#app/words/account.ts";

export type EmailFieldProps = {
  readonly answer: FormAnswer<unknown> | undefined;
  readonly label?: string;
  readonly hint?: string;
  /** `username` where the address signs in, `email` where it is only written down. */
  readonly autoComplete?: "username" | "email";
};

/** The address of an account, with what was typed and what was wrong with it. */
export function EmailField({ answer, label = accountWords.email, hint, autoComplete = "username" }: EmailFieldProps) {
  return (
    <TextField
      name="email"
      type="email"
      label={label}
      {...(hint === undefined ? {} : { hint })}
      autoComplete={autoComplete}
      required
      defaultValue={typedValue(answer, "email")}
      error={errorOf(answer, "email")}
    />
  );
}
