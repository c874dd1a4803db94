import { TextField } from "#app/ui/field.tsx";
import { errorOf, type FormAnswer, typedValue } from "#app/ui/form-answer.ts";
import { accountWords } from "#app/words/account.ts";
import { EmailField } from "./email-field.tsx";
import { PasswordField } from "./password-field.tsx";
import { BrowserTimeZone } from "./time-zone.tsx";

/** What a new account needs; the time zone comes along unasked. */
export function NewAccountFields({ answer }: { readonly answer: FormAnswer<unknown> | undefined }) {
  return (
    <>
      <TextField
        name="name"
        label={accountWords.name}
        hint={accountWords.nameHint}
        autoComplete="name"
        required
        defaultValue={typedValue(answer, "name")}
        error={errorOf(answer, "name")}
      />
      <EmailField answer={answer} />
      <PasswordField
        name="password"
        label={accountWords.password}
        hint={accountWords.passwordHint}
        autoComplete="new-password"
        error={errorOf(answer, "password")}
      />
      <BrowserTimeZone />
    </>
  );
}
