import type { ChangeEvent, RefObject } from "react";
import type { Desk } from "#app/context/grading.ts";
import { boardWords } from "#app/words/board.ts";
import styles from "./desk.module.css";

const words = boardWords.bank;

export type PhrasesProps = { readonly bank: Desk["bank"]; readonly form: RefObject<HTMLFormElement | null> };

/** Comments to be added by a tick: at once with scripts, when it is saved without. */
export function Phrases({ bank, form }: PhrasesProps) {
  if (bank.length === 0) return null;
  const put = (phrase: string) => (event: ChangeEvent<HTMLInputElement>) => {
    const field = form.current?.querySelector<HTMLTextAreaElement>("textarea[name=comment]");
    if (field != null) field.value = event.target.checked ? added(field.value, phrase) : without(field.value, phrase);
  };
  return (
    <fieldset className={styles.choices}>
      <legend>{words.title}</legend>
      {bank.map(({ id, words: phrase }) => (
        <label key={id}>
          <input type="checkbox" name="phrase" value={id} onChange={put(phrase)} />
          <span dir="auto">{phrase}</span>
        </label>
      ))}
      <p className={styles.facts}>{words.hint}</p>
    </fieldset>
  );
}

function added(comment: string, phrase: string): string {
  if (comment.includes(phrase)) return comment;
  return [comment.trimEnd(), phrase].filter((part) => part !== "").join("\n\n");
}

function without(comment: string, phrase: string): string {
  return comment
    .replace(phrase, "")
    .replace(/\n{3,}/gu, "\n\n")
    .trim();
}
