import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import type { OwnWork } from "#app/context/own-work.ts";
import type { RequirementProgress } from "#app/domain/assignment/progress.ts";
import { Icon } from "#app/ui/icon.tsx";
import { VisuallyHidden } from "#app/ui/visually-hidden.tsx";
import { assignmentWords } from "#app/words/assignments.ts";
import styles from "./checklist.module.css";

const words = assignmentWords.own;

export type ChecklistProps = { readonly work: Pick<OwnWork, "prompts" | "progress" | "texts"> };

/** What is asked, each with whether it is done; tasks lead to their passages. */
export function Checklist({ work: { prompts, progress, texts } }: ChecklistProps) {
  const { requirements, answers } = progress;
  return (
    <ul className={styles.checks}>
      {prompts.map((prompt) => {
        const answer = answers.find((one) => one.prompt === prompt.id);
        const isDone = answer?.isMet === true;
        const at = prompt.document ?? texts[0]?.id;
        const place = prompt.number === null ? `/t/${at}` : `/t/${at}/p/${prompt.number}`;
        const lacks = answer?.note == null ? [] : (answer?.lacks ?? []);
        return (
          <Check key={prompt.id} isDone={isDone}>
            <Link to={place} reloadDocument>
              <bdi>{prompt.words}</bdi>
              {prompt.number === null ? "" : ` (¶${prompt.number})`}
            </Link>
            <p className={styles.facts}>
              {[
                assignmentWords.edit.answers[prompt.answer],
                prompt.minWords > 0 ? words.atLeast(prompt.minWords) : "",
                prompt.isRequired ? "" : words.optional,
                ...lacks.map((lack) => words.lacks[lack]),
              ]
                .filter((fact) => fact !== "")
                .join(" · ")}
            </p>
          </Check>
        );
      })}
      {requirements.map((one) => (
        <Check key={JSON.stringify(one.requirement)} isDone={one.isMet}>
          {sayRequirement(one)}
        </Check>
      ))}
    </ul>
  );
}

function Check({ isDone, children }: { readonly isDone: boolean; readonly children: ReactNode }) {
  return (
    <li data-done={isDone ? "" : undefined}>
      <Icon name={isDone ? "check" : "clock"} size="s" />
      <div>
        <VisuallyHidden>{isDone ? words.done : words.todo}: </VisuallyHidden>
        {children}
      </div>
    </li>
  );
}

function sayRequirement({ requirement, have }: RequirementProgress): string {
  const { kind, count } = requirement;
  const shown = Math.min(have, count);
  if (kind === "notes" || kind === "replies") return words.requirement[kind](shown, count, requirement.minWords);
  return words.requirement[kind](shown, count);
}
