import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import type { OwnWork } from "#app/context/own-work.ts";
import { Icon } from "#app/ui/icon.tsx";
import { joined } from "#app/ui/joined.ts";
import { VisuallyHidden } from "#app/ui/visually-hidden.tsx";
import { assignmentWords } from "#app/words/assignments.ts";
import { sayRequirement } from "#app/words/say-asked.ts";
import styles from "./checklist.module.css";

const words = assignmentWords.own;

/** Of the open text. */
const BEGINNING = "#article";

export type ChecklistProps = {
  readonly work: Pick<OwnWork, "prompts" | "progress" | "texts">;
  /** The text that is open, whose passages are walked to without leaving it; null on other pages. */
  readonly here?: string | null;
  /** When a passage of the open text is walked to. */
  readonly onGo?: (() => void) | undefined;
};

/** What is asked, each with whether it is done; tasks lead to their passages. */
export function Checklist({ work: { prompts, progress, texts }, here = null, onGo }: ChecklistProps) {
  const { requirements, answers } = progress;
  return (
    <ul className={styles.checks}>
      {prompts.map((prompt) => {
        const answer = answers.find((one) => one.prompt === prompt.id);
        const isDone = answer?.isMet === true;
        const at = prompt.document ?? texts[0]?.id;
        const lacks = answer?.note == null ? [] : (answer?.lacks ?? []);
        return (
          <Check key={prompt.id} isDone={isDone}>
            <Place text={at} number={prompt.number} isHere={at === here} onGo={onGo}>
              <bdi>{prompt.words}</bdi>
              {prompt.number === null ? "" : ` (¶${prompt.number})`}
            </Place>
            <p className={styles.facts}>
              {joined([
                assignmentWords.edit.answers[prompt.answer],
                prompt.minWords > 0 ? words.atLeast(prompt.minWords) : "",
                ...prompt.tags.map((tag) => words.tagged(tag)),
                prompt.isRequired ? "" : words.optional,
                ...lacks.map((lack) => words.lacks[lack]),
              ])}
            </p>
          </Check>
        );
      })}
      {requirements.map((one) => (
        <Check key={JSON.stringify(one.requirement)} isDone={one.isMet}>
          {sayRequirement(one.requirement, one.have)}
        </Check>
      ))}
    </ul>
  );
}

type PlaceProps = {
  readonly text: string | undefined;
  /** Of the paragraph; null for the whole text. */
  readonly number: number | null;
  readonly isHere: boolean;
  readonly onGo: (() => void) | undefined;
  readonly children: ReactNode;
};

function Place({ text, number, isHere, onGo, children }: PlaceProps) {
  if (number === null && isHere) {
    return (
      <a href={BEGINNING} onClick={onGo}>
        {children}
      </a>
    );
  }
  return (
    <Link
      to={number === null ? `/t/${text}` : `/t/${text}/p/${number}`}
      reloadDocument
      data-paragraph={isHere ? number : undefined}
      onClick={isHere ? onGo : undefined}
    >
      {children}
    </Link>
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
