import { forwardRef, type KeyboardEvent, type TextareaHTMLAttributes } from "react";
import { MAX_BODY } from "#app/domain/annotation/annotation.ts";
import { readingWords } from "#app/words/reading.ts";
import styles from "./draft-field.module.css";

/** Characters before the limit at which the field begins to count. */
const NEAR = 500;

export type DraftFieldProps = {
  readonly label: string;
  readonly placeholder: string;
  readonly value: string;
  /** What counts against the limit, where it is longer than what is shown. */
  readonly counted?: string;
  readonly onChange: (value: string) => void;
  /** Ctrl or Cmd and Enter. */
  readonly onPost: () => void;
  /** Esc, unless an input method is composing. */
  readonly onLeave: () => void;
  readonly onFocus?: () => void;
  readonly onBlur?: () => void;
  /** Hears every key before the field does; true: it is done with. */
  readonly onKey?: (event: KeyboardEvent<HTMLTextAreaElement>) => boolean;
  readonly rows?: number;
} & Pick<
  TextareaHTMLAttributes<HTMLTextAreaElement>,
  "onSelect" | "aria-autocomplete" | "aria-haspopup" | "aria-controls" | "aria-activedescendant"
>;

/** Several lines of words that grow with what is written and count near the limit. */
export const DraftTextArea = forwardRef<HTMLTextAreaElement, DraftFieldProps>(function DraftTextArea(
  { label, placeholder, value, counted = value, onChange, onPost, onLeave, onKey, rows = 1, ...rest },
  ref,
) {
  const left = charactersLeft(counted);
  const press = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing || onKey?.(event)) return;
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      onPost();
    } else if (event.key === "Escape") {
      event.preventDefault();
      event.stopPropagation();
      onLeave();
    }
  };
  return (
    <div className={styles.field}>
      {/* The twin has the same words in the same place and gives the area its height where CSS cannot. */}
      <div className={styles.twin} aria-hidden="true">{`${value || placeholder} `}</div>
      <textarea
        {...rest}
        ref={ref}
        dir="auto"
        rows={rows}
        className={styles.area}
        aria-label={label}
        placeholder={placeholder}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={press}
      />
      {left < NEAR ? (
        <p className={left < 0 ? styles.over : styles.count} role="status">
          {readingWords.composer.left(left)}
        </p>
      ) : null}
    </div>
  );
});

/** Characters (code points) that still fit into a body; negative when there are too many. */
export function charactersLeft(value: string): number {
  return MAX_BODY - (value.length < MAX_BODY - NEAR ? value.length : [...value].length);
}

/** True for words that can be posted. */
export function isPostable(value: string): boolean {
  return value.trim() !== "" && charactersLeft(value) >= 0;
}
