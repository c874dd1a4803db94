import { type KeyboardEvent, type RefObject, useId, useState } from "react";
import { completed, completingAt } from "#app/domain/search/complete.ts";
import { spellings } from "#app/domain/search/spelling.ts";
import { classNames } from "#app/ui/class-names.ts";
import { Icon } from "#app/ui/icon.tsx";
import { spokenLocale } from "#app/words/localised.ts";
import { searchWords as words } from "#app/words/search.ts";
import styles from "./query-field.module.css";
import { useCompletions } from "./use-completions.ts";

export type QueryFieldProps = {
  readonly group: string;
  readonly line: string;
  readonly everywhere: boolean;
  readonly field: RefObject<HTMLInputElement>;
};

/**
 * The query line with completions for facets: an editable combobox whose list is chosen from by arrow keys and Enter
 * (WAI-ARIA 1.2 §5.4, "combobox"). Without scripts it is a field of a form.
 */
export function QueryField({ group, line, everywhere, field }: QueryFieldProps) {
  const id = useId();
  const [typed, setTyped] = useState(line);
  const [caret, setCaret] = useState<number | null>(null);
  const [at, setAt] = useState(-1);
  const completing = caret === null ? null : completingAt(typed, caret);
  const values = useCompletions(group, everywhere, completing);
  const isOpen = completing !== null && values.length > 0;
  const chosen = isOpen ? values[at] : undefined;

  const follow = ({ value, selectionStart }: HTMLInputElement) => {
    setTyped(value);
    setCaret(selectionStart);
    setAt(-1);
  };
  const close = () => setCaret(null);
  const choose = (value: string) => {
    if (completing === null || field.current === null) return;
    const next = completed(typed, completing, { name: value, spelling: spellings[spokenLocale()] });
    setTyped(next.line);
    close();
    field.current.value = next.line;
    field.current.focus();
    field.current.setSelectionRange(next.caret, next.caret);
  };
  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    if (!isOpen || event.nativeEvent.isComposing) return;
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step !== 0) setAt((now) => (now + step + values.length + (now < 0 && step < 0 ? 1 : 0)) % values.length);
    else if (event.key === "Enter" && chosen !== undefined) choose(chosen.value);
    else if (event.key === "Escape") close();
    else return;
    event.preventDefault();
  };

  return (
    <div className={styles.field}>
      <Icon name="search" />
      <input
        ref={field}
        name="q"
        type="text"
        inputMode="search"
        role="combobox"
        aria-label={words.label}
        aria-expanded={isOpen}
        aria-controls={`${id}-values`}
        aria-autocomplete="list"
        aria-activedescendant={chosen === undefined ? undefined : `${id}-${at}`}
        placeholder={words.placeholder}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        enterKeyHint="search"
        value={typed}
        onChange={(event) => follow(event.target)}
        onClick={(event) => follow(event.currentTarget)}
        onKeyDown={press}
        onBlur={close}
      />
      <div
        id={`${id}-values`}
        role="listbox"
        aria-label={words.completions}
        tabIndex={-1}
        className={styles.values}
        hidden={!isOpen}
        // The field keeps the focus, and with it the list.
        onMouseDown={(event) => event.preventDefault()}
      >
        {(isOpen ? values : []).map(({ value, label }, place) => (
          <Value key={value} id={`${id}-${place}`} isChosen={place === at} onChoose={() => choose(value)}>
            {label}
          </Value>
        ))}
      </div>
    </div>
  );
}

type ValueProps = {
  readonly id: string;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
  readonly children: string;
};

/** Keys are heard by the field, which keeps the focus. */
function Value({ id, isChosen, onChoose, children }: ValueProps) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: an option of a combobox is chosen by the keys of its field
    <div
      id={id}
      role="option"
      aria-selected={isChosen}
      tabIndex={-1}
      className={classNames(styles.value, isChosen && styles.on)}
      onClick={onChoose}
    >
      <bdi>{children}</bdi>
    </div>
  );
}
