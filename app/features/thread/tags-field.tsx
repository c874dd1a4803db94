import { type KeyboardEvent, useId, useState } from "react";
import { MAX_TAG, MAX_TAGS } from "#app/domain/annotation/annotation.ts";
import { Icon } from "#app/ui/icon.tsx";
import { discussionWords } from "#app/words/discussion.ts";
import { OfferList, offerId } from "./offer-list.tsx";
import { bestOf, fold, type Named } from "./suggestions.ts";
import { TagMark } from "./tag-mark.tsx";
import styles from "./tags-field.module.css";
import { useThreadSurroundings } from "./thread-context.tsx";

export type TagsFieldProps = { readonly tags: readonly string[]; readonly onChange: (tags: readonly string[]) => void };

const words = discussionWords.compose;

/** Tags of a note: those of the group are offered first, others can be made up. Enter or a comma takes one. */
export function TagsField({ tags, onChange }: TagsFieldProps) {
  const { vocabulary, suggestions } = useThreadSurroundings();
  const id = useId();
  const [typed, setTyped] = useState("");
  const [active, setActive] = useState(0);
  const [isOpen, setOpen] = useState(false);
  const offers = isOpen ? offersOf(knownTags(vocabulary.tags, suggestions.tags()), tags, typed) : [];
  const isOffering = offers.length > 0;

  const add = (name: string) => {
    const tag = name.replace(/\s+/gu, " ").trim().slice(0, MAX_TAG);
    setTyped("");
    setActive(0);
    if (tag !== "" && !tags.some((one) => fold(one) === fold(tag))) onChange([...tags, tag]);
  };
  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey) return;
    const offer = offers[active];
    if (event.key === "ArrowDown" && !isOffering) setOpen(true);
    else if (event.key === "ArrowDown") setActive((active + 1) % offers.length);
    else if (event.key === "ArrowUp" && isOffering) setActive((active + offers.length - 1) % offers.length);
    else if (event.key === "Escape" && isOffering) setOpen(false);
    else if (event.key === "Enter" && offer !== undefined) add(offer.id);
    else if ((event.key === "Enter" || event.key === ",") && typed.trim() !== "") add(typed);
    else if (event.key === "Backspace" && typed === "" && tags.length > 0) return onChange(tags.slice(0, -1));
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className={styles.field}>
      <Icon name="tag" size="s" />
      {tags.map((tag) => (
        <span key={tag} className={styles.tag}>
          <TagMark tag={tag} />
          <button
            type="button"
            className={styles.remove}
            aria-label={words.removeTag(tag)}
            onClick={() => onChange(tags.filter((one) => one !== tag))}
          >
            <Icon name="close" size="s" />
          </button>
        </span>
      ))}
      {tags.length >= MAX_TAGS ? null : (
        <input
          type="text"
          role="combobox"
          dir="auto"
          className={styles.input}
          aria-label={words.tags}
          placeholder={words.tagsHint}
          autoComplete="off"
          maxLength={MAX_TAG}
          value={typed}
          aria-autocomplete="list"
          aria-expanded={isOffering}
          aria-controls={id}
          aria-activedescendant={isOffering ? offerId(id, active) : undefined}
          onFocus={() => setOpen(true)}
          onBlur={() => {
            setOpen(false);
            add(typed);
          }}
          onChange={(event) => {
            setTyped(event.target.value);
            setActive(0);
            setOpen(true);
          }}
          onKeyDown={press}
        />
      )}
      {isOffering ? (
        <OfferList
          id={id}
          label={discussionWords.completion.tags}
          offers={offers}
          active={active}
          onTake={(offer) => add(offer.id)}
        />
      ) : null}
    </div>
  );
}

type Known = { readonly name: string; readonly meaning: string };

/** The group's own tags first, then those that others made up. */
function knownTags(listed: readonly Known[], used: readonly string[]): readonly Known[] {
  const names = new Set(listed.map(({ name }) => fold(name)));
  return [...listed, ...used.flatMap((name) => (names.has(fold(name)) ? [] : [{ name, meaning: "" }]))];
}

/** The tags that fit, and what was typed as a tag of its own; its id is the tag's name. */
function offersOf(known: readonly Known[], taken: readonly string[], typed: string): readonly Named[] {
  const isTaken = (name: string) => taken.some((one) => fold(one) === fold(name));
  const free = known.flatMap(({ name, meaning }) =>
    isTaken(name) ? [] : [{ id: name, label: name, detail: meaning }],
  );
  const offers = bestOf(free, typed.trim());
  const own = typed.trim();
  const isNew = own !== "" && !known.some(({ name }) => fold(name) === fold(own)) && !isTaken(own);
  return isNew ? [...offers, { id: own, label: words.newTag(own), detail: "" }] : offers;
}
