import { useId, useRef, useState } from "react";
import { siteWords } from "#app/words/site.ts";
import { Button } from "./button.tsx";
import styles from "./copy-field.module.css";

/** An address to hand on: selected at a press, copied by the button where scripts and the clipboard are allowed. */
export function CopyField({ label, value }: { readonly label: string; readonly value: string }) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    input.current?.select();
    try {
      await navigator.clipboard.writeText(value);
    } catch {
      // Plain http has no clipboard; the old command needs only the selection made above.
      document.execCommand("copy");
    }
    setCopied(true);
  };
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <div className={styles.row}>
        <input ref={input} id={id} readOnly value={value} onFocus={(event) => event.target.select()} />
        <Button icon={copied ? "check" : "copy"} onClick={copy}>
          {copied ? siteWords.copied : siteWords.copy}
        </Button>
      </div>
      <span role="status" className={styles.spoken}>
        {copied ? siteWords.copied : ""}
      </span>
    </div>
  );
}
