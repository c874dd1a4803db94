import { type ComponentProps, type KeyboardEvent, type RefObject, useState } from "react";
import { DraftTextArea } from "#app/live/draft-field.tsx";
import { IconButton } from "#app/ui/button.tsx";
import { insertText } from "#app/ui/insert-text.ts";
import { discussionWords } from "#app/words/discussion.ts";
import { OfferList, offerId } from "./offer-list.tsx";
import { Prose } from "./prose.tsx";
import type { Audience } from "./suggestions.ts";
import { useCompletion } from "./use-completion.ts";
import { useMentions } from "./use-mentions.ts";
import styles from "./writing-field.module.css";
import { type Mark, marked, quoted } from "./writing-marks.ts";

type DraftProps = ComponentProps<typeof DraftTextArea>;

export type WritingFieldProps = Pick<DraftProps, "label" | "placeholder" | "onPost" | "onLeave" | "rows"> & {
  /** The body as it is kept and sent. */
  readonly value: string;
  /** `words` is the same as somebody reads it, with names instead of seats. */
  readonly onChange: (value: string, words: string) => void;
  readonly area: RefObject<HTMLTextAreaElement>;
  /** Who may be named in it. */
  readonly audience: Audience;
  /** The words of the passage; null where there is none to quote. */
  readonly passage: string | null;
  /** False hides the row of buttons, before anybody writes. */
  readonly hasTools: boolean;
  readonly onFocus?: () => void;
  readonly onBlur?: () => void;
};

/** Where words are written: with marks, names, links, and a look at how it will be. */
export function WritingField(props: WritingFieldProps) {
  const { area, audience, passage, hasTools, value, onChange, onFocus, onBlur, ...field } = props;
  const [isPreview, setPreview] = useState(false);
  const mentions = useMentions(value, onChange);
  const completion = useCompletion(area, audience, mentions);
  const { asked, offers, active } = completion;
  const isOffering = offers.length > 0;
  const mark = (name: Mark) => {
    const at = selectedIn(area.current);
    if (area.current !== null && at !== null) insertText(area.current, marked(name, at));
  };
  const onKey = (event: KeyboardEvent<HTMLTextAreaElement>): boolean => {
    if (completion.onKey(event)) return true;
    const name =
      (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey ? shortcuts[event.key] : undefined;
    if (name === undefined) return false;
    event.preventDefault();
    mark(name);
    return true;
  };
  return (
    <div className={styles.field}>
      <div className={styles.place} hidden={isPreview}>
        <DraftTextArea
          {...field}
          ref={area}
          onKey={onKey}
          value={mentions.words}
          counted={value}
          onChange={(words) => {
            mentions.change(words);
            completion.look();
          }}
          onSelect={completion.look}
          {...(onFocus && { onFocus })}
          onBlur={() => {
            completion.close();
            onBlur?.();
          }}
          aria-autocomplete="list"
          aria-haspopup="listbox"
          {...(isOffering && {
            "aria-controls": completion.id,
            "aria-activedescendant": offerId(completion.id, active),
          })}
        />
        {asked !== null && isOffering ? (
          <OfferList
            id={completion.id}
            label={listLabel(asked.kind)}
            offers={offers}
            active={active}
            onTake={completion.take}
          />
        ) : null}
        {asked?.kind === "person" && audience === "nobody" ? (
          <p className={styles.nobody}>{discussionWords.completion.nobody}</p>
        ) : null}
      </div>
      {isPreview ? (
        <section className={styles.preview} aria-label={discussionWords.format.previewLabel}>
          {value.trim() === "" ? (
            <p className={styles.empty}>{discussionWords.format.nothingYet}</p>
          ) : (
            <Prose body={value} />
          )}
        </section>
      ) : null}
      {hasTools ? (
        <Tools
          isPreview={isPreview}
          onMark={mark}
          onQuote={
            passage === null
              ? null
              : () => {
                  const at = selectedIn(area.current);
                  if (area.current !== null && at !== null) insertText(area.current, quoted(at, passage));
                }
          }
          onPreview={() => {
            setPreview(!isPreview);
            if (isPreview) requestAnimationFrame(() => area.current?.focus({ preventScroll: true }));
          }}
        />
      ) : null}
    </div>
  );
}

const shortcuts: Readonly<Record<string, Mark>> = { b: "bold", i: "italic" };

function selectedIn(area: HTMLTextAreaElement | null) {
  return area === null ? null : { value: area.value, start: area.selectionStart, end: area.selectionEnd };
}

function listLabel(kind: "person" | "paragraph" | "note"): string {
  const words = discussionWords.completion;
  return kind === "person" ? words.people : kind === "note" ? words.notes : words.paragraphs;
}

type ToolsProps = {
  readonly isPreview: boolean;
  readonly onMark: (mark: Mark) => void;
  readonly onQuote: (() => void) | null;
  readonly onPreview: () => void;
};

function Tools({ isPreview, onMark, onQuote, onPreview }: ToolsProps) {
  const words = discussionWords.format;
  const tool = (icon: ComponentProps<typeof IconButton>["icon"], label: string, onClick: () => void) => (
    <IconButton key={icon} size="s" icon={icon} label={label} disabled={isPreview} onClick={onClick} />
  );
  return (
    <div
      role="toolbar"
      aria-label={words.label}
      className={styles.tools}
      // Pressing a button must not take the focus, and with it the selection, out of the field.
      onPointerDown={(event) => event.preventDefault()}
      onMouseDown={(event) => event.preventDefault()}
    >
      {tool("bold", words.bold, () => onMark("bold"))}
      {tool("italic", words.italic, () => onMark("italic"))}
      {onQuote === null ? null : tool("quote", words.quote, onQuote)}
      {tool("list", words.list, () => onMark("list"))}
      {tool("link", words.link, () => onMark("link"))}
      {tool("code", words.code, () => onMark("code"))}
      {tool("maths", words.maths, () => onMark("maths"))}
      <button type="button" className={styles.toggle} aria-pressed={isPreview} onClick={onPreview}>
        {words.preview}
      </button>
    </div>
  );
}
