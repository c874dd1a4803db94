import type { Desk } from "#app/context/grading.ts";
import { Icon } from "#app/ui/icon.tsx";
import { VisuallyHidden } from "#app/ui/visually-hidden.tsx";
import { assignmentWords } from "#app/words/assignments.ts";
import { boardWords } from "#app/words/board.ts";
import { sayAsked } from "#app/words/say-asked.ts";
import styles from "./desk.module.css";

/** What was asked, and how much of it is there: the account of what is suggested. */
export function Rules({ desk: { rules } }: { readonly desk: Desk }) {
  if (rules.length === 0) return null;
  const { done, todo } = assignmentWords.own;
  return (
    <section className={styles.part}>
      <h2>{boardWords.desk.asked}</h2>
      <ul className={styles.rules}>
        {rules.map((rule) => (
          <li
            key={rule.kind === "prompt" ? rule.id : JSON.stringify(rule.requirement)}
            data-done={rule.isMet ? "" : undefined}
          >
            <Icon name={rule.isMet ? "check" : "clock"} size="s" />
            <span dir="auto">
              <VisuallyHidden>{rule.isMet ? done : todo}: </VisuallyHidden>
              {sayAsked(rule, rule.have)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
