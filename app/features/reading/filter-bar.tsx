import { Link } from "@remix-run/react";
import { useMemo, useRef } from "react";
import { colours } from "#app/domain/annotation/annotation.ts";
import { colourName } from "#app/features/annotation/selection-bar.tsx";
import type { Thread } from "#app/live/thread-index.ts";
import { IconButton } from "#app/ui/button.tsx";
import { Chip } from "#app/ui/chip.tsx";
import { Icon } from "#app/ui/icon.tsx";
import { Menu, MenuCheck, MenuRule } from "#app/ui/menu.tsx";
import { readingWords } from "#app/words/reading.ts";
import { freshThreads } from "./catch-up.tsx";
import styles from "./filter-bar.module.css";
import { type Filter, seatsOf } from "./filter-threads.ts";
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

/** The filters by themselves, which a phone shows in its sheet. */
export function FilterChips() {
  const { view, change, notes, reading } = useReadingRoom();
  const fresh = useMemo(() => freshThreads({ notes, reading }).length, [notes, reading]);
  const show = (kind: Filter["show"]) => change({ kind: "filter", filter: { show: kind } });
  const isAll = view.filter.show === "everyone" && view.filter.seat === null && view.filter.colour === null;
  return (
    <fieldset className={styles.chips}>
      <legend className={styles.legend}>{words.label}</legend>
      <Chip
        on={isAll}
        onClick={() => change({ kind: "filter", filter: { show: "everyone", seat: null, colour: null } })}
      >
        {words.everyone}
      </Chip>
      <Chip on={view.filter.show === "mine"} onClick={() => show(view.filter.show === "mine" ? "everyone" : "mine")}>
        {words.mine}
      </Chip>
      <Chip on={view.filter.show === "fresh"} onClick={() => show(view.filter.show === "fresh" ? "everyone" : "fresh")}>
        {words.fresh(fresh)}
      </Chip>
      <Chip
        on={view.filter.show === "questions"}
        onClick={() => show(view.filter.show === "questions" ? "everyone" : "questions")}
      >
        {words.questions}
      </Chip>
      <PeopleMenu />
      <ColourMenu />
    </fieldset>
  );
}

function PeopleMenu() {
  const { view, change, notes, who } = useReadingRoom();
  const people = useMemo(() => {
    const seats = seatsOf(notes.threads);
    return [...seats].flatMap((seat) => who(seat) ?? []).sort((a, b) => a.name.localeCompare(b.name));
  }, [notes.threads, who]);
  const chosen = view.filter.seat;
  const pick = (seat: string | null) => change({ kind: "filter", filter: { seat } });
  return (
    <Menu
      label={words.people}
      align="start"
      button={(props) => (
        <Chip {...props} on={chosen !== null}>
          {(chosen && who(chosen)?.name) ?? words.people}
          <Icon name="chevronDown" size="s" />
        </Chip>
      )}
    >
      <MenuCheck checked={chosen === null} onSelect={() => pick(null)}>
        {words.allPeople}
      </MenuCheck>
      <MenuRule />
      {people.map(({ seat, name }) => (
        <MenuCheck key={seat} checked={chosen === seat} onSelect={() => pick(seat)}>
          {name}
        </MenuCheck>
      ))}
    </Menu>
  );
}

function ColourMenu() {
  const { view, change, page } = useReadingRoom();
  const chosen = view.filter.colour;
  return (
    <Menu
      label={words.colours}
      align="start"
      button={(props) => (
        <Chip {...props} on={chosen !== null}>
          {chosen === null ? words.colours : colourName(page.group.colourNames, chosen)}
          <Icon name="chevronDown" size="s" />
        </Chip>
      )}
    >
      <MenuCheck checked={chosen === null} onSelect={() => change({ kind: "filter", filter: { colour: null } })}>
        {words.allColours}
      </MenuCheck>
      <MenuRule />
      {colours.map((colour) => (
        <MenuCheck
          key={colour}
          checked={chosen === colour}
          onSelect={() => change({ kind: "filter", filter: { colour } })}
        >
          {colourName(page.group.colourNames, colour)}
        </MenuCheck>
      ))}
    </Menu>
  );
}

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
