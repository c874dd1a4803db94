import { useLocation } from "@remix-run/react";
import type { FollowLevel, FollowSubject } from "#app/domain/news/news.ts";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { RowForm } from "#app/ui/row-form.tsx";
import { newsWords } from "#app/words/news.ts";
import styles from "./follow-menu.module.css";
import { useLevelOf } from "./following-context.tsx";

export type FollowMenuProps = {
  readonly kind: Exclude<FollowSubject, "thread">;
  readonly id: string;
  readonly group: string;
  /** What it is called, for those who hear the page. */
  readonly name: string;
  /** With its state in words, where there is room. */
  readonly isLarge?: boolean;
};

const words = newsWords.follow;

/** Whether one is told of something: what holds, in a sentence, and what it can be changed to. */
export function FollowMenu({ kind, id, group, name, isLarge = false }: FollowMenuProps) {
  const level = useLevelOf(kind, id);
  const { pathname } = useLocation();
  const fields = { kind, id, group, back: pathname };
  const state = level === null ? words.neither : words[level === "follow" ? "following" : "muted"];
  return (
    <div className={level === null ? styles.place : styles.chosen}>
      {level === null && !isLarge ? null : (
        <span className={styles.state} aria-hidden="true">
          {state}
        </span>
      )}
      <Disclosure look="panel" icon={level === "mute" ? "bellOff" : "bell"} summary={words.of(state, name)}>
        <p>{words[kind][level ?? "none"]}</p>
        <Choice current={level} level="follow" fields={fields} />
        <Choice current={level} level="mute" fields={fields} />
      </Disclosure>
    </div>
  );
}

type ChoiceProps = {
  readonly current: FollowLevel | null;
  readonly level: FollowLevel;
  readonly fields: Readonly<Record<string, string>>;
};

function Choice({ current, level, fields }: ChoiceProps) {
  const isOn = current === level;
  const back = level === "follow" ? words.unfollow : words.unmute;
  return (
    <RowForm
      action="/follow"
      intent={isOn ? "none" : level}
      fields={fields}
      button={isOn ? back : words[level]}
      icon={level === "follow" ? "bell" : "bellOff"}
    />
  );
}
