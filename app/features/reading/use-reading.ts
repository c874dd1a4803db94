import { type RefObject, useCallback, useDeferredValue, useEffect, useMemo, useReducer, useRef } from "react";
import type { ReadingPage, RosterSeat } from "#app/context/reading.ts";
import type { Viewer } from "#app/context/viewer.ts";
import type { Span } from "#app/domain/annotation/describe.ts";
import type { ArticleGeometry } from "#app/features/annotation/article-geometry.ts";
import { findText, foldText } from "#app/features/annotation/find-text.ts";
import { useArticle } from "#app/features/annotation/use-article.ts";
import { useSelection } from "#app/features/annotation/use-selection.ts";
import { useViewport, type View } from "#app/features/annotation/use-viewport.ts";
import type { Thread } from "#app/live/thread-index.ts";
import { type FilterFacts, filterThreads, seatsOf } from "./filter-threads.ts";
import { type Commands, useCommands } from "./use-commands.ts";
import { useKeptFresh } from "./use-kept-fresh.ts";
import { type ReadingState, useKnown } from "./use-known.ts";
import { type LiveNotes, useRoster, useSession } from "./use-session.ts";
import { type ThreadLevels, useThreadLevels } from "./use-thread-levels.ts";
import { changeView, firstView, type ViewChange, type ViewState } from "./view-state.ts";

/** Everything the parts of the reading page share. */
export type Reading = LiveNotes & {
  readonly page: ReadingPage;
  readonly viewer: Viewer;
  readonly origin: string;
  /** The reader's own reports of notes on this text. */
  readonly reported: readonly { readonly note: string; readonly report: string }[];
  readonly view: ViewState;
  readonly change: (change: ViewChange) => void;
  readonly geometry: ArticleGeometry | null;
  readonly viewport: View;
  readonly selection: Span | null;
  readonly commands: Commands;
  readonly who: (seat: string) => RosterSeat | null;
  readonly seats: readonly RosterSeat[];
  readonly facts: FilterFacts;
  /** Threads that fit the filter, in text order. */
  readonly threads: readonly Thread[];
  readonly reading: ReadingState;
  readonly levels: ThreadLevels;
  /** Places of the search's words in the text. */
  readonly hits: readonly Span[];
};

const noHits: readonly Span[] = [];

/** The model of the reading page around the article in `ref`. */
export function useReading(
  given: Pick<Reading, "page" | "viewer" | "origin" | "reported">,
  ref: RefObject<HTMLElement>,
): Reading {
  const { page, viewer, origin } = given;
  const [view, change] = useReducer(changeView, firstView);
  const live = useSession(page, viewer.viewedBy === undefined ? viewer.id : "");
  const geometry = useArticle(ref, page.revision.id);
  const viewport = useViewport(ref);
  const selection = useSelection(ref, geometry);

  const text = useRef("");
  useEffect(() => {
    text.current = geometry?.index.text ?? "";
  }, [geometry]);
  const commands = useCommands(page, live.session, { origin, text: useCallback(() => text.current, []) });

  // Thousands of notes at once are drawn in slices, so that typing and scrolling go on meanwhile.
  const notes = useDeferredValue(useSteady(live.notes, isBehind(live.revision, page)));
  const { threads: all } = notes;
  const written = useMemo(() => seatsOf(all), [all]);
  const seats = useMemo(() => [...written, ...live.peers.map(({ seat }) => seat)], [written, live.peers]);
  const { who, known } = useRoster(page, seats, live.opened);
  const isOwn = useMemo(() => {
    const own = new Set(page.ownSeats);
    return (seat: string) => own.has(seat);
  }, [page]);
  const reading = useKnown(page, viewer.id, isOwn);
  const levels = useThreadLevels(page);

  const filter = useDeferredValue(view.filter);
  const isKept = useKeptFresh(all, filter.show === "fresh", reading.isNew);
  const facts = useMemo<FilterFacts>(
    () => ({ isOwn, nameOf: (seat) => who(seat)?.name ?? "", isFresh: isKept }),
    [isOwn, who, isKept],
  );
  const threads = useMemo(() => filterThreads(all, filter, facts), [all, filter, facts]);
  return {
    ...given,
    ...live,
    notes,
    view,
    change,
    geometry,
    viewport,
    selection,
    commands,
    who,
    seats: known,
    facts,
    threads,
    reading,
    levels,
    hits: useHits(geometry, filter.query),
  };
}

/** Their places are those of words that are on their way. */
function isBehind(revision: LiveNotes["revision"], page: ReadingPage): boolean {
  return revision !== null && revision.n > page.revision.n;
}

/** The last value from before it had to hold; what was never shown before has nothing to hold on to. */
function useSteady<T>(value: T, holds: boolean): T {
  const last = useRef<T | null>(null);
  const isFirst = last.current === null;
  if (!holds) last.current = value;
  return holds && !isFirst && last.current !== null ? last.current : value;
}

function useHits(geometry: ArticleGeometry | null, query: string): readonly Span[] {
  const text = geometry?.index.text ?? "";
  const isAsked = query.trim().length > 1;
  const folded = useMemo(() => (isAsked ? foldText(text) : null), [text, isAsked]);
  return useMemo(() => (folded === null ? noHits : findText(folded, query)), [folded, query]);
}
