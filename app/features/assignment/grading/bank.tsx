import { Form } from "@remix-run/react";
import type { Desk } from "#app/context/grading.ts";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { TextArea } from "#app/ui/field.tsx";
import { errorOf, type FormAnswer } from "#app/ui/form-answer.ts";
import { RowForm } from "#app/ui/row-form.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { boardWords } from "#app/words/board.ts";
import styles from "./desk.module.css";

const words = boardWords.bank;

/** Comments of the group's teachers: another one, or one less. They are chosen in the form of the grade. */
export function Bank({
  bank,
  answer,
}: {
  readonly bank: Desk["bank"];
  readonly answer: FormAnswer<string> | undefined;
}) {
  const error = errorOf(answer, "words");
  return (
    <Disclosure summary={words.change} open={error !== undefined}>
      <div className={styles.bank}>
        {bank.length === 0 ? <p className={styles.facts}>{words.none}</p> : null}
        <ul className={styles.phrases}>
          {bank.map(({ id, words: phrase }) => (
            <li key={id}>
              <span dir="auto">{phrase}</span>
              <RowForm intent="drop-comment" fields={{ comment: id }} button={words.drop} kind="quiet" icon="close" />
            </li>
          ))}
        </ul>
        <Form method="post" className={styles.bank}>
          <TextArea name="words" label={words.words} rows={2} key={bank.length} error={error} />
          <SubmitButton intent="keep-comment" kind="plain" size="s" icon="plus">
            {words.keep}
          </SubmitButton>
        </Form>
      </div>
    </Disclosure>
  );
}
