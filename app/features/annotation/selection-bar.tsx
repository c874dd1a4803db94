import { type Colour, colours } from "#app/domain/annotation/annotation.ts";
import { classNames } from "#app/ui/class-names.ts";
import { Icon, type IconName } from "#app/ui/icon.tsx";
import { readingWords } from "#app/words/reading.ts";
import styles from "./selection-bar.module.css";

export type SelectionBarProps = {
  readonly colourNames: Readonly<Record<string, string>>;
  /** Pixels from the article's top left corner; null for the fixed bar at the foot of a phone. */
  readonly at: { readonly left: number; readonly top: number } | null;
  readonly isPrivate: boolean;
  readonly onPrivate: (isPrivate: boolean) => void;
  readonly onHighlight: (colour: Colour) => void;
  readonly onNote: (motivation: "commenting" | "questioning") => void;
  /** What comes first while something else waits for words: it takes them, under that name; null for nothing. */
  readonly first: { readonly label: string; readonly icon: IconName; readonly onTake: () => void } | null;
};

/** What can be done with the selected words: beside them, or where the thumb is on a phone, over an open sheet only what belongs to it. */
export function SelectionBar(props: SelectionBarProps) {
  const { at, first } = props;
  const words = readingWords.selection;
  return (
    <div
      role="toolbar"
      aria-label={words.label}
      className={classNames(styles.bar, at === null ? styles.fixed : styles.beside)}
      style={at === null ? undefined : { left: at.left, top: at.top }}
      // Pressing a button must not take the selection away.
      onPointerDown={(event) => event.preventDefault()}
      onMouseDown={(event) => event.preventDefault()}
    >
      {first === null ? null : (
        <>
          <button type="button" className={classNames(styles.action, styles.on)} onClick={first.onTake}>
            <Icon name={first.icon} size="s" />
            {first.label}
          </button>
          <span className={styles.rule} aria-hidden="true" />
        </>
      )}
      {at === null && first !== null ? null : <Actions {...props} />}
    </div>
  );
}

function Actions({ colourNames, isPrivate, onPrivate, onHighlight, onNote }: SelectionBarProps) {
  const words = readingWords.selection;
  return (
    <>
      <div className={styles.colours}>
        {colours.map((colour) => (
          <button
            key={colour}
            type="button"
            className={classNames(styles.colour, styles[colour])}
            aria-label={readingWords.highlightIn(colourName(colourNames, colour))}
            title={colourName(colourNames, colour)}
            onClick={() => onHighlight(colour)}
          />
        ))}
      </div>
      <span className={styles.rule} aria-hidden="true" />
      <button type="button" className={styles.action} aria-keyshortcuts="C" onClick={() => onNote("commenting")}>
        <Icon name="comment" size="s" />
        {words.note}
      </button>
      <button type="button" className={styles.action} aria-keyshortcuts="Q" onClick={() => onNote("questioning")}>
        <Icon name="question" size="s" />
        {words.question}
      </button>
      <button
        type="button"
        className={classNames(styles.action, isPrivate && styles.on)}
        aria-pressed={isPrivate}
        title={words.onlyMeOn}
        onClick={() => onPrivate(!isPrivate)}
      >
        <Icon name="lock" size="s" />
        {words.onlyMe}
      </button>
    </>
  );
}

/** The name that the group gave a colour, or the colour's own. */
export function colourName(names: Readonly<Record<string, string>>, colour: Colour): string {
  return names[colour] || readingWords.colours[colour];
}
