import { Link } from "@remix-run/react";
import { useMemo, useRef } from "react";
import type { Thread } from "#app/live/thread-index.ts";
import { IconButton } from "#app/ui/button.tsx";
import { Icon } from "#app/ui/icon.tsx";
import { readingWords } from "#app/words/reading.ts";
import styles from "./filter-bar.module.css";
import { FilterChips } from "./filter-chips.tsx";
import { useReadingRoom } from "./reading-context.tsx";
import { SEARCH_ID } from "./use-reading-keys.ts";

const words = readingWords.filters;

/** What is shown in the margin, how much there is, and the search. */
export function FilterBar() {
  const { notes, threads } = useReadingRoom();
  const total = useMemo(() => countNotes(notes.threads), [notes.threads]);
  const shown = useMemo(() => countNotes(threads), [threads]);
  const questions = useMemo(() => notes.threads.filter(({ isOpenQuestion }) => isOpenQuestion).length, [notes.threads]);
  return (
    <section className={styles.bar} aria-label={words.bar}>
      <FilterChips />
      <p className={styles.count}>
        {shown === total ? readingWords.notes(total) : `${shown} / ${readingWords.notes(total)}`}
        {questions > 0 ? ` · ${readingWords.openQuestions(questions)}` : ""}
      </p>
      <Search id={SEARCH_ID} />
    </section>
  );
}

const countNotes = (threads: readonly Thread[]): number =>
  threads.reduce((sum, { replies }) => sum + 1 + replies.length, 0);

/** Filters the notes and finds in the text at the same time; Enter goes to the next place. */
export function Search({ id }: { readonly id?: string }) {
  const { view, change, hits, scrollToOffset, page } = useReadingRoom();
  const field = useRef<HTMLInputElement>(null);
  const { query } = view.filter;
  const text = readingWords.search;
  const go = (by: 1 | -1) => {
    const from = view.hit === -1 && by === -1 ? 0 : view.hit;
    const hit = (from + by + hits.length) % Math.max(1, hits.length);
    change({ kind: "hit", hit });
    const place = hits[hit];
    if (place !== undefined) scrollToOffset(place.start);
  };
  return (
    <search className={styles.search}>
      <Icon name="search" size="s" />
      <input
        ref={field}
        id={id}
        type="text"
        inputMode="search"
        autoComplete="off"
        aria-label={text.label}
        placeholder={text.placeholder}
        value={query}
        onChange={(event) => change({ kind: "filter", filter: { query: event.target.value } })}
        onKeyDown={(event) => {
          if (event.key === "Enter") go(event.shiftKey ? -1 : 1);
          if (event.key !== "Escape") return;
          event.stopPropagation();
          if (query !== "") change({ kind: "filter", filter: { query: "" } });
          field.current?.blur();
        }}
      />
      {query.trim().length > 1 ? (
        <>
          <span className={styles.hits} role="status">
            {text.hit(view.hit + 1, hits.length)}
          </span>
          <Link className={styles.everywhere} to={`/g/${page.group.id}/search?${new URLSearchParams({ q: query })}`}>
            {text.everywhere}
          </Link>
          <IconButton size="s" icon="chevronUp" label={text.previous} onClick={() => go(-1)} />
          <IconButton size="s" icon="chevronDown" label={text.next} onClick={() => go(1)} />
        </>
      ) : (
        <kbd className={styles.key}>/</kbd>
      )}
    </search>
  );
}
