import { useEffect, useRef } from "react";
import { readingWords } from "#app/words/reading.ts";
import { useReadingRoom } from "./reading-context.tsx";
import styles from "./stack-choice.module.css";
import { beginningOf } from "./use-suggestions.ts";

/** Several notes on the same words, and where they were pressed (pixels from the article's top left corner). */
export type Stacked = { readonly ids: readonly string[]; readonly left: number; readonly top: number };

export type StackChoiceProps = {
  readonly stacked: Stacked;
  readonly onPick: (id: string) => void;
  readonly onClose: () => void;
};

/** Pixels of the list, to keep it within the column. */
const WIDTH = 272;

/** Which of the notes on these words is meant: the innermost first. Esc, and a press elsewhere, choose none. */
export function StackChoice({ stacked, onPick, onClose }: StackChoiceProps) {
  const { session, facts, geometry, change, origin } = useReadingRoom();
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    list.current?.querySelector("button")?.focus({ preventScroll: true });
    const press = (event: Event) => {
      if (event.target instanceof Node && !list.current?.contains(event.target)) onClose();
    };
    document.addEventListener("pointerdown", press);
    return () => document.removeEventListener("pointerdown", press);
  }, [onClose]);
  const left = Math.max(0, Math.min((geometry?.root.clientWidth ?? 0) - WIDTH, stacked.left));
  return (
    <ul
      ref={list}
      aria-label={readingWords.stacked.label(stacked.ids.length)}
      className={styles.list}
      style={{ left, top: stacked.top }}
      onKeyDown={(event) => {
        if (event.key === "Escape") {
          event.stopPropagation();
          onClose();
        }
        const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
        if (step === 0) return;
        event.preventDefault();
        const buttons = [...(list.current?.querySelectorAll("button") ?? [])];
        const at = buttons.findIndex((button) => button.matches(":focus"));
        buttons[(at + step + buttons.length) % buttons.length]?.focus();
      }}
    >
      {stacked.ids.map((id) => {
        const root = session?.notes.thread(id)?.root ?? null;
        if (root === null) return null;
        const words = root.body === "" ? readingWords.stacked.highlight : beginningOf(root, origin);
        return (
          <li key={id}>
            <button
              type="button"
              className={styles[root.colour ?? "amber"]}
              onPointerEnter={() => change({ kind: "hover", id })}
              onFocus={() => change({ kind: "hover", id })}
              onClick={() => onPick(id)}
            >
              <strong>{facts.nameOf(root.seat)}</strong>
              <span>{words}</span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
