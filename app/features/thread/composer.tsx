import { useEffect, useRef, useState } from "react";
import { isPostable } from "#app/live/draft-field.tsx";
import { useDraft } from "#app/live/use-draft.ts";
import { Button, IconButton } from "#app/ui/button.tsx";
import { classNames } from "#app/ui/class-names.ts";
import { Icon } from "#app/ui/icon.tsx";
import { discussionWords } from "#app/words/discussion.ts";
import { guidelineWords } from "#app/words/guidelines.ts";
import { readingWords } from "#app/words/reading.ts";
import { AmongChoice } from "./among-choice.tsx";
import { ApprovalLine } from "./approval-line.tsx";
import styles from "./composer.module.css";
import { assignedTo, type Composing, placeOfComposing } from "./composing.ts";
import { LockLine, useTextBar, useWait, WaitLine } from "./curation-marks.tsx";
import { FoldToggle, foldedUnless } from "./fold-toggle.tsx";
import { kindName } from "./kinds.ts";
import { NoteChoices } from "./note-choices.tsx";
import { useThreadSurroundings } from "./thread-context.tsx";
import { WritingField } from "./writing-field.tsx";

export type ComposerProps = {
  readonly composing: Composing;
  /** The words of the first passage, and of each further one. */
  readonly quotes: readonly string[];
  /** False for a draft that came back by itself: it must not take the focus of somebody who reads. */
  readonly takesFocus: boolean;
  readonly onChange: (composing: Composing) => void;
  readonly onPost: (body: string) => void;
  readonly onClose: () => void;
};

/** Where a new note is written, at its passage. Esc closes it and keeps the words. */
export function Composer({ composing, quotes, takesFocus, onChange, onPost, onClose }: ComposerProps) {
  const words = readingWords.composer;
  const { person, document, revision, group, onWriting, vocabulary, curation, cohorts } = useThreadSurroundings();
  const wait = useWait(null);
  const bar = useTextBar();
  const isShut = wait > 0 || (bar !== null && !curation.canCurate);
  const place = placeOfComposing(composing);
  const { body, setBody, clear } = useDraft({ person, document, place }, "", { ...composing, source: revision });
  const area = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (takesFocus) area.current?.focus({ preventScroll: true });
  }, [takesFocus]);

  const [isOpen, setOpen] = useState(false);
  const isPrivate = composing.placement === "me";
  const kind = composing.kind ?? (composing.motivation === "questioning" ? "question" : "note");
  const kindWord = kindName(kind, vocabulary) ?? discussionWords.note.retired;
  const assigned = assignedTo(composing, cohorts);
  // Who is here is said to the whole group: what is written for an assignment is no matter of theirs.
  const say = (value: string) =>
    onWriting(value.trim() === "" || assigned !== null ? null : { place: "new", words: isPrivate ? "" : value });
  const post = () => {
    if (!isPostable(body) || isShut) return;
    onPost(body.trim());
    clear();
  };
  return (
    <section
      className={classNames(styles.composer, styles[composing.colour], foldedUnless(isOpen))}
      aria-label={words.label}
    >
      <Passages composing={composing} quotes={quotes} onChange={onChange} />
      <WritingField
        area={area}
        rows={3}
        label={composing.span === null ? words.wholeText : words.label}
        placeholder={placeholderOf(composing)}
        audience={isPrivate ? "nobody" : assigned === null ? "everyone" : { among: assigned.cohort.audience }}
        passage={quotes[0] ?? null}
        hasTools
        value={body}
        onChange={(value, shown) => {
          setBody(value);
          say(shown);
        }}
        onBlur={() => onWriting(null)}
        onPost={post}
        onLeave={onClose}
      />
      <NoteChoices
        name={place}
        colour={composing.colour}
        kind={kind}
        tags={composing.tags}
        placement={composing.placement}
        hasKind={() => true}
        onColour={(colour) => onChange({ ...composing, colour })}
        onKind={(next) => onChange({ ...composing, ...choiceOf(next) })}
        onTags={(tags) => onChange({ ...composing, tags })}
        onPlacement={(placement) => onChange({ ...composing, placement })}
      />
      <AmongChoice composing={composing} onChange={onChange} />
      <LockLine sentence={bar} />
      <WaitLine seconds={wait} />
      {isPrivate ? null : <ApprovalLine thread={null} />}
      <div className={styles.actions}>
        <span className={styles.hint}>
          {words.hint}{" "}
          <a href={`/g/${group}/guidelines`} target="_blank" rel="noreferrer">
            {guidelineWords.beforeYouWrite}
          </a>
        </span>
        <FoldToggle isOpen={isOpen} onToggle={setOpen} label={discussionWords.compose.choices(kindWord)}>
          <span className={styles.dot} />
          {kindWord}
          {composing.tags.length === 0 ? null : ` · ${composing.tags.length}`}
          {isPrivate ? <Icon name="lock" size="s" /> : null}
        </FoldToggle>
        {body.trim() === "" ? null : (
          <Button
            kind="quiet"
            size="s"
            onClick={() => {
              clear();
              onClose();
            }}
          >
            {words.discard}
          </Button>
        )}
        <Button kind="quiet" size="s" className={styles.close} onClick={onClose}>
          {words.cancel}
        </Button>
        <Button kind="primary" size="s" aria-disabled={!isPostable(body) || isShut} onClick={post}>
          {words.post}
        </Button>
      </div>
    </section>
  );
}

/** What is written about: the whole text, or one passage and those that were added to it. */
function Passages({ composing, quotes, onChange }: Pick<ComposerProps, "composing" | "quotes" | "onChange">) {
  const words = discussionWords.compose;
  if (composing.span === null)
    return <p className={classNames(styles.whole, styles.first)}>{readingWords.composer.wholeText}</p>;
  const [first, ...more] = quotes;
  return (
    <div className={styles.more}>
      <blockquote className={classNames(styles.quote, styles.first)} dir="auto">
        {first}
      </blockquote>
      {more.length === 0 ? null : (
        <ul className={styles.passages} aria-label={words.passages}>
          {more.map((quote, i) => (
            <li key={composing.more[i]?.start} className={styles.passage}>
              <blockquote className={styles.quote} dir="auto">
                {quote}
              </blockquote>
              <IconButton
                size="s"
                icon="close"
                label={words.removePassage(quote.slice(0, 60))}
                onClick={() => onChange({ ...composing, more: composing.more.toSpliced(i, 1) })}
              />
            </li>
          ))}
        </ul>
      )}
      {more.length === 0 ? <p className={styles.hintMore}>{words.morePassages}</p> : null}
    </div>
  );
}

/** A question is a motivation of its own; every other choice is a comment of that kind. */
function choiceOf(kind: string): Pick<Composing, "kind" | "motivation"> {
  if (kind === "question") return { motivation: "questioning", kind: null };
  return { motivation: "commenting", kind: kind === "note" ? null : kind };
}

function placeholderOf({ span, motivation }: Composing): string {
  const words = readingWords.composer;
  if (motivation === "questioning") return words.questionPlaceholder;
  return span === null ? words.wholePlaceholder : words.placeholder;
}
