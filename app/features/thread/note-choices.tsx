import { type Colour, colours } from "#app/domain/annotation/annotation.ts";
import type { Placement } from "#app/domain/annotation/command.ts";
import { classNames } from "#app/ui/class-names.ts";
import { Icon } from "#app/ui/icon.tsx";
import { discussionWords } from "#app/words/discussion.ts";
import { readingWords } from "#app/words/reading.ts";
import { type KindChoice, kindChoices, kindName } from "./kinds.ts";
import styles from "./note-choices.module.css";
import { TagsField } from "./tags-field.tsx";
import { useThreadSurroundings } from "./thread-context.tsx";

export type NoteChoicesProps = {
  readonly colour: Colour;
  readonly kind: KindChoice;
  readonly tags: readonly string[];
  /** Null where it can no longer be chosen who sees it. */
  readonly placement: Placement | null;
  /** Distinguishes the radio buttons of two composers on one page. */
  readonly name: string;
  /** An edit does not turn a note into a question or back: others may have answered it. */
  readonly hasKind: (kind: KindChoice) => boolean;
  readonly onColour: (colour: Colour) => void;
  readonly onKind: (kind: KindChoice) => void;
  readonly onTags: (tags: readonly string[]) => void;
  readonly onPlacement: (placement: Placement) => void;
};

const words = discussionWords.compose;

/** Everything about a note besides its words: colour, kind, tags, and who sees it. */
export function NoteChoices(props: NoteChoicesProps) {
  const { placement, onPlacement } = props;
  return (
    <div className={styles.choices}>
      <div className={styles.row}>
        <Colours {...props} />
        <Kinds {...props} />
      </div>
      <div className={styles.row}>
        <TagsField tags={props.tags} onChange={props.onTags} />
        {placement === null ? null : (
          <button
            type="button"
            className={styles.toggle}
            aria-pressed={placement === "me"}
            title={readingWords.selection.onlyMeOn}
            onClick={() => onPlacement(placement === "me" ? "everyone" : "me")}
          >
            <Icon name="lock" size="s" />
            {readingWords.composer.onlyMe}
          </button>
        )}
      </div>
    </div>
  );
}

function Colours({ colour: chosen, name, onColour }: NoteChoicesProps) {
  const { colourNames } = useThreadSurroundings();
  const nameOf = (colour: Colour) => colourNames[colour] || readingWords.colours[colour];
  return (
    <fieldset className={styles.colours}>
      <legend className={styles.legend}>{words.colour}</legend>
      {colours.map((colour) => (
        <label key={colour} className={classNames(styles.colour, styles[colour])} title={nameOf(colour)}>
          <input
            type="radio"
            name={`colour-${name}`}
            aria-label={nameOf(colour)}
            checked={chosen === colour}
            onChange={() => onColour(colour)}
          />
        </label>
      ))}
    </fieldset>
  );
}

function Kinds({ kind, hasKind, onKind }: NoteChoicesProps) {
  const { vocabulary } = useThreadSurroundings();
  return (
    <select
      className={styles.kinds}
      aria-label={words.kind}
      value={kind}
      onChange={(event) => onKind(event.target.value)}
    >
      {kindChoices(vocabulary, kind)
        .filter(hasKind)
        .map((one) => (
          <option key={one} value={one}>
            {kindName(one, vocabulary) ?? discussionWords.note.retired}
          </option>
        ))}
    </select>
  );
}
