import { useEffect, useRef } from "react";
import { colours } from "#app/domain/annotation/annotation.ts";
import { DraftTextArea, isPostable } from "#app/live/draft-field.tsx";
import { useDraft } from "#app/live/use-draft.ts";
import { Button } from "#app/ui/button.tsx";
import { classNames } from "#app/ui/class-names.ts";
import { Icon } from "#app/ui/icon.tsx";
import { readingWords } from "#app/words/reading.ts";
import styles from "./composer.module.css";
import { type Composing, placeOfComposing } from "./composing.ts";
import { colourName } from "./selection-bar.tsx";

export type ComposerProps = {
  readonly person: string;
  readonly document: string;
  readonly composing: Composing;
  readonly quote: string;
  /** Of the text, which the quotation keeps; "" where it is not known. */
  readonly language: string;
  readonly colourNames: Readonly<Record<string, string>>;
  /** False for a draft that came back by itself: it must not take the focus of somebody who reads. */
  readonly takesFocus: boolean;
  readonly onChange: (composing: Composing) => void;
  readonly onPost: (body: string) => void;
  readonly onClose: (isEmpty: boolean) => void;
  readonly onTyping: (isTyping: boolean) => void;
};

/** Where a new note is written, at its passage. Esc closes it and keeps the words. */
export function Composer(props: ComposerProps) {
  const { composing, quote, colourNames, takesFocus, onChange, onPost, onClose, onTyping } = props;
  const words = readingWords.composer;
  const place = placeOfComposing(composing);
  const { body, setBody, clear } = useDraft({ person: props.person, document: props.document, place }, "", composing);
  const area = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (takesFocus) area.current?.focus({ preventScroll: true });
  }, [takesFocus]);

  const post = () => {
    if (!isPostable(body)) return;
    onPost(body.trim());
    clear();
  };
  return (
    <section className={classNames(styles.composer, styles[composing.colour])} aria-label={words.label}>
      {composing.span === null ? (
        <p className={styles.whole}>{words.wholeText}</p>
      ) : (
        <blockquote className={styles.quote} lang={props.language} dir="auto">
          {quote}
        </blockquote>
      )}
      <DraftTextArea
        ref={area}
        rows={3}
        label={composing.span === null ? words.wholeText : words.label}
        placeholder={placeholderOf(composing)}
        value={body}
        onChange={(value) => {
          setBody(value);
          onTyping(value.trim() !== "");
        }}
        onBlur={() => onTyping(false)}
        onPost={post}
        onLeave={() => onClose(body.trim() === "")}
      />
      <Choices composing={composing} colourNames={colourNames} onChange={onChange} />
      <div className={styles.actions}>
        <span className={styles.hint}>{words.hint}</span>
        {body.trim() === "" ? null : (
          <Button
            kind="quiet"
            size="s"
            onClick={() => {
              clear();
              onClose(true);
            }}
          >
            {words.discard}
          </Button>
        )}
        <Button kind="quiet" size="s" onClick={() => onClose(body.trim() === "")}>
          {words.cancel}
        </Button>
        <Button kind="primary" size="s" aria-disabled={!isPostable(body)} onClick={post}>
          {words.post}
        </Button>
      </div>
    </section>
  );
}

function Choices({ composing, colourNames, onChange }: Pick<ComposerProps, "composing" | "colourNames" | "onChange">) {
  const words = readingWords.composer;
  const isPrivate = composing.placement === "me";
  const asks = composing.motivation === "questioning";
  return (
    <div className={styles.choices}>
      <fieldset className={styles.colours}>
        <legend className={styles.legend}>{readingWords.filters.colours}</legend>
        {colours.map((colour) => (
          <label
            key={colour}
            className={classNames(styles.colour, styles[colour])}
            title={colourName(colourNames, colour)}
          >
            <input
              type="radio"
              name="colour"
              aria-label={colourName(colourNames, colour)}
              checked={composing.colour === colour}
              onChange={() => onChange({ ...composing, colour })}
            />
          </label>
        ))}
      </fieldset>
      <button
        type="button"
        className={styles.toggle}
        aria-pressed={asks}
        title={words.asQuestion}
        onClick={() => onChange({ ...composing, motivation: asks ? "commenting" : "questioning" })}
      >
        <Icon name="question" size="s" />
        {readingWords.selection.question}
      </button>
      <button
        type="button"
        className={styles.toggle}
        aria-pressed={isPrivate}
        title={readingWords.selection.onlyMeOn}
        onClick={() => onChange({ ...composing, placement: isPrivate ? "everyone" : "me" })}
      >
        <Icon name="lock" size="s" />
        {words.onlyMe}
      </button>
    </div>
  );
}

function placeholderOf({ span, motivation }: Composing): string {
  const words = readingWords.composer;
  if (motivation === "questioning") return words.questionPlaceholder;
  return span === null ? words.wholePlaceholder : words.placeholder;
}
