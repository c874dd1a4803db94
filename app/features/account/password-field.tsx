import { useEffect, useState } from "react";
import { TextField, type TextFieldProps } from "#app/ui/field.tsx";
import { accountWords } from "#app/words/account.ts";
import styles from "./password-field.module.css";

/** A password with a way to look at it. Pasting is welcome, so that password managers work. */
export function PasswordField(props: Omit<TextFieldProps, "type">) {
  const [shown, setShown] = useState(false);
  const [scripted, setScripted] = useState(false);
  useEffect(() => setScripted(true), []);
  return (
    <div className={styles.field}>
      <TextField {...props} type={shown ? "text" : "password"} required spellCheck={false} autoCapitalize="off" />
      {scripted ? (
        <button
          type="button"
          className={styles.look}
          aria-pressed={shown}
          aria-label={accountWords.showPassword}
          onClick={() => setShown(!shown)}
        >
          {shown ? accountWords.hide : accountWords.show}
        </button>
      ) : null}
    </div>
  );
}
