import { Form } from "@remix-run/react";
import type { FeedbackMessage } from "#app/context/feedback.ts";
import { TextArea } from "#app/ui/field.tsx";
import { errorOf, type FormAnswer, typedValue } from "#app/ui/form-answer.ts";
import { Messages } from "#app/ui/messages.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { Written } from "#app/ui/written.tsx";
import { feedbackWords as words } from "#app/words/feedback.ts";
import styles from "./assignment.module.css";

export type FeedbackThreadProps = {
  readonly messages: readonly FeedbackMessage[];
  /** Whose eyes: the own side stands at the end of the line. */
  readonly side: "student" | "staff";
  /** Who reads it. */
  readonly hint: string;
  /** Id of the next message: a second press of the same page is the same message. */
  readonly newId: string;
  readonly maySay: boolean;
  readonly answer: FormAnswer<string> | undefined;
};

/** What was said about a grade, and a field for the next word. */
export function FeedbackThread({ messages, side, hint, newId, maySay, answer }: FeedbackThreadProps) {
  return (
    <div className={styles.stack}>
      <Messages
        messages={messages.map(({ id, by, isOwn, isStaff, html, at }) => ({
          ...{ id, at, isOwnSide: isStaff === (side === "staff") },
          by: isOwn ? words.you : (by ?? words.somebody),
          said: <Written html={html} className={undefined} />,
        }))}
      />
      {maySay ? (
        // Empty again once it was sent.
        <Form method="post" key={messages.length} className={styles.stack}>
          <input type="hidden" name="id" value={newId} />
          <TextArea
            name="message"
            label={words.message}
            hint={hint}
            rows={3}
            error={errorOf(answer, "message")}
            defaultValue={typedValue(answer, "message")}
          />
          <p>
            <SubmitButton intent="say" kind="plain" size="s">
              {words.send}
            </SubmitButton>
          </p>
        </Form>
      ) : null}
    </div>
  );
}
