import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import type { OwnWork } from "#app/context/own-work.ts";
import type { RequirementProgress } from "#app/domain/assignment/progress.ts";
import { Icon } from "#app/ui/icon.tsx";
import { VisuallyHidden } from "#app/ui/visually-hidden.tsx";
import { assignmentWords } from "#app/words/assignments.ts";
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
              {[
                assignmentWords.edit.answers[prompt.answer],
                prompt.minWords > 0 ? words.atLeast(prompt.minWords) : "",
                ...prompt.tags.map((tag) => words.tagged(tag)),
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

function sayRequirement({ requirement, have }: RequirementProgress): string {
  const { kind, count } = requirement;
  const shown = Math.min(have, count);
  if (kind === "notes" || kind === "replies") return words.requirement[kind](shown, count, requirement.minWords);
  if (kind === "tag") return words.requirement.tag(shown, count, requirement.tag);
  if (kind === "of-kind") return words.requirement["of-kind"](shown, count, sayKind(requirement.of));
  return words.requirement[kind](shown, count);
}

function sayKind(kind: string): string {
  const kinds: Readonly<Record<string, string>> = words.kinds;
  return kinds[kind] ?? words.ownKind;
}
