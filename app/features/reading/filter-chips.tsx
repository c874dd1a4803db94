import { useMemo } from "react";
import { type Colour, colours } from "#app/domain/annotation/annotation.ts";
import { colourName } from "#app/features/annotation/selection-bar.tsx";
import { kindChoices, kindName } from "#app/features/thread/kinds.ts";
import { TagMark } from "#app/features/thread/tag-mark.tsx";
import { Chip } from "#app/ui/chip.tsx";
import { curationWords } from "#app/words/curation.ts";
import { discussionWords } from "#app/words/discussion.ts";
import { readingWords } from "#app/words/reading.ts";
import { freshThreads } from "./catch-up.tsx";
import { ChoiceMenu } from "./choice-menu.tsx";
import styles from "./filter-bar.module.css";
import { curatedAmong, type Filter, noFilter, seatsOf, tagCounts } from "./filter-threads.ts";
import { useReadingRoom } from "./reading-context.tsx";

const words = readingWords.filters;

/** The filters by themselves, which a phone shows in its sheet. */
export function FilterChips() {
  const { view, change, notes, reading } = useReadingRoom();
  const fresh = useMemo(() => freshThreads({ notes, reading }).length, [notes, reading]);
  const curated = useMemo(() => curatedAmong(notes.threads), [notes.threads]);
  const toggle = (kind: Filter["show"]) =>
    change({ kind: "filter", filter: { show: view.filter.show === kind ? "everyone" : kind } });
  const { query, ...others } = view.filter;
  const isAll = Object.entries(others).every(([name, value]) => value === noFilter[name as keyof typeof others]);
  return (
    <fieldset className={styles.chips}>
      <legend className={styles.legend}>{words.label}</legend>
      <Chip on={isAll} onClick={() => change({ kind: "filter", filter: { ...noFilter, query } })}>
        {words.everyone}
      </Chip>
      <Chip on={view.filter.show === "mine"} onClick={() => toggle("mine")}>
        {words.mine}
      </Chip>
      <Chip on={view.filter.show === "fresh"} onClick={() => toggle("fresh")}>
        {words.fresh(fresh)}
      </Chip>
      <Chip on={view.filter.show === "questions"} onClick={() => toggle("questions")}>
        {words.questions}
      </Chip>
      {(["pinned", "featured"] as const).map((kind) =>
        curated[kind] || view.filter.show === kind ? (
          <Chip key={kind} on={view.filter.show === kind} onClick={() => toggle(kind)}>
            {curationWords.filters[kind]}
          </Chip>
        ) : null,
      )}
      <StateMenu />
      <KindMenu />
      <TagMenu />
      <PeopleMenu />
      <ColourMenu />
    </fieldset>
  );
}

/** One choice of the filter as a menu of all values that are there. */
function usePick<K extends keyof Filter>(name: K): readonly [Filter[K], (value: Filter[K]) => void] {
  const { view, change } = useReadingRoom();
  return [view.filter[name], (value) => change({ kind: "filter", filter: { [name]: value } })];
}

function StateMenu() {
  const [chosen, pick] = usePick("state");
  const { open, answered, endorsed, state, anyState } = discussionWords.filters;
  const values = [
    { value: "open", label: open },
    { value: "answered", label: answered },
    { value: "endorsed", label: endorsed },
  ] as const;
  return <ChoiceMenu label={state} none={anyState} values={values} chosen={chosen} onPick={pick} />;
}

function KindMenu() {
  const { page } = useReadingRoom();
  const [chosen, pick] = usePick("kind");
  const values = kindChoices(page, chosen).map((value) => ({
    value,
    label: kindName(value, page) ?? discussionWords.note.retired,
  }));
  const { kinds, allKinds } = discussionWords.filters;
  return <ChoiceMenu label={kinds} none={allKinds} values={values} chosen={chosen} onPick={pick} />;
}

function TagMenu() {
  const { notes } = useReadingRoom();
  const [chosen, pick] = usePick("tag");
  const values = useMemo(
    () => tagCounts(notes.threads).map(({ tag, count }) => ({ value: tag, label: tag, count })),
    [notes.threads],
  );
  if (values.length === 0 && chosen === null) return null;
  const { tags, allTags } = discussionWords.filters;
  return (
    <ChoiceMenu
      label={tags}
      none={allTags}
      values={values}
      chosen={chosen}
      onPick={pick}
      show={(value) => <TagMark tag={value} />}
    />
  );
}

function PeopleMenu() {
  const { notes, who } = useReadingRoom();
  const [chosen, pick] = usePick("seat");
  const values = useMemo(() => {
    const people = [...seatsOf(notes.threads)].flatMap((seat) => who(seat) ?? []);
    return people
      .map(({ seat, name }) => ({ value: seat, label: name }))
      .sort((a, b) => a.label.localeCompare(b.label));
  }, [notes.threads, who]);
  return <ChoiceMenu label={words.people} none={words.allPeople} values={values} chosen={chosen} onPick={pick} />;
}

function ColourMenu() {
  const { page } = useReadingRoom();
  const [chosen, pick] = usePick("colour");
  const values = colours.map((value: Colour) => ({ value, label: colourName(page.group.colourNames, value) }));
  return <ChoiceMenu label={words.colours} none={words.allColours} values={values} chosen={chosen} onPick={pick} />;
}
