import { type RefObject, useEffect, useState } from "react";
import { type AnswerKind, suggestedAnswers } from "#app/domain/moderation/canned-answer.ts";
import { guidelineFor } from "#app/domain/moderation/guideline.ts";
import { type Reason, reasons } from "#app/domain/moderation/reason.ts";
import { SelectField } from "#app/ui/field.tsx";
import { useToast } from "#app/ui/toast.tsx";
import { guidelineWords } from "#app/words/guidelines.ts";
import { moderatingWords } from "#app/words/moderating.ts";
import { askSayable, fillCanned, nothingSayable } from "./ask.ts";
import styles from "./reason-panel.module.css";

const words = moderatingWords.reason;

export type CannedWordsProps = {
  readonly group: string;
  readonly kind: AnswerKind;
  /** Name of the author, and the address of what is decided about. */
  readonly author: string;
  readonly link: string;
  readonly suggested: Reason | null;
  /** The form whose reason is chosen and whose words to the author are filled. */
  readonly form: RefObject<HTMLFormElement>;
};

/** The rule that the chosen reason points at, and the canned answers that fit. Words that were typed stay before them. */
export function CannedWords({ group, kind, author, link, suggested, form }: CannedWordsProps) {
  const toast = useToast();
  const [sayable, setSayable] = useState(nothingSayable);
  const reason = useChosenReason(form, suggested);
  useEffect(() => {
    let isHere = true;
    void askSayable(group).then((all) => isHere && setSayable(all));
    return () => {
      isHere = false;
    };
  }, [group]);
  const rule = reason === null ? null : guidelineFor(sayable.guidelines, reason);
  const cited = rule === null ? "" : guidelineWords.cited(rule.number, rule.title);
  const fitting = suggestedAnswers(sayable.answers, { kind, reason });
  const say = async (id: string) => {
    if (id === "") return;
    const answer = await fillCanned(group, id, { author, rule: cited, link });
    if (answer.kind !== "done") return toast({ sentence: answer.sentence });
    const field = form.current?.elements.namedItem("toAuthor");
    if (!(field instanceof HTMLTextAreaElement)) return;
    field.value = [field.value.trim(), answer.value.words].filter(Boolean).join("\n\n");
    field.focus();
  };
  if (cited === "" && fitting.length === 0) return null;
  return (
    <div className={styles.canned}>
      {cited === "" ? null : <p>{cited}</p>}
      {fitting.length === 0 ? null : (
        <SelectField
          name="canned"
          label={words.canned}
          choices={[
            { value: "", label: words.cannedNone },
            ...fitting.map(({ id, title }) => ({ value: id, label: title })),
          ]}
          onChange={(event) => void say(event.target.value)}
        />
      )}
    </div>
  );
}

/** The reason whose button is down; a form does not tell of it by itself. */
function useChosenReason(form: RefObject<HTMLFormElement>, suggested: Reason | null): Reason | null {
  const [reason, setReason] = useState(suggested);
  useEffect(() => {
    const element = form.current;
    const read = () => {
      const chosen = element === null ? null : new FormData(element).get("reason");
      setReason(reasons.find((one) => one === chosen) ?? null);
    };
    // A digit sets the button without a change being told; its focus is.
    element?.addEventListener("change", read);
    element?.addEventListener("focusin", read);
    return () => {
      element?.removeEventListener("change", read);
      element?.removeEventListener("focusin", read);
    };
  }, [form]);
  return reason;
}
