import { forwardRef, lazy, type RefObject, Suspense, useCallback, useMemo, useRef, useState } from "react";
import { isAdrift, span } from "#app/domain/annotation/annotation.ts";
import type { Span } from "#app/domain/annotation/describe.ts";
import { indexIntervals } from "#app/features/annotation/intervals.ts";
import type { Marked } from "#app/features/annotation/layers.ts";
import { SelectionBar, type SelectionBarProps } from "#app/features/annotation/selection-bar.tsx";
import type { CaretMode } from "#app/features/annotation/use-caret-mode.ts";
import { usePainting } from "#app/features/annotation/use-painting.ts";
import { usePointing } from "#app/features/annotation/use-pointing.ts";
import "#app/features/annotation/highlights.css";
import { type Composing, canTakePassage } from "#app/features/thread/composing.ts";
import { isTombstone } from "#app/live/note.ts";
import type { Thread } from "#app/live/thread-index.ts";
import { discussionWords } from "#app/words/discussion.ts";
import { readingWords } from "#app/words/reading.ts";
import { revisionWords } from "#app/words/revisions.ts";
import styles from "./article-column.module.css";
import { FirstNoteHint } from "./first-note-hint.tsx";
import { Gutter } from "./gutter.tsx";
import { BodyIsland, HeaderIsland } from "./islands.tsx";
import { type ReadingRoom, useReadingRoom } from "./reading-context.tsx";
import { ReturnLine } from "./return-line.tsx";
import type { Stacked } from "./stack-choice.tsx";
import { TextFacts } from "./text-facts.tsx";
import { TextLine } from "./text-line.tsx";
import type { ViewState } from "./view-state.ts";
import "#app/ui/article.css";

const StackChoice = lazy(async () => ({ default: (await import("./stack-choice.tsx")).StackChoice }));

export type ArticleColumnProps = {
  readonly isPhone: boolean;
  readonly isPrinting: boolean;
  readonly caret: CaretMode;
};

/** The text with its marks, its numbers, and what can be done with a selection. */
export const ArticleColumn = forwardRef<HTMLDivElement, ArticleColumnProps>(function ArticleColumn(
  { isPhone, isPrinting, caret },
  ref,
) {
  const room = useReadingRoom();
  const { page, geometry, viewport } = room;
  const layer = useRef<HTMLDivElement>(null);
  const picture = usePicture();
  usePainting(geometry, picture, viewport, { layer, everything: isPrinting });
  const [stacked, setStacked] = useState<Stacked | null>(null);
  const leaveStack = useCallback(() => setStacked(null), []);
  usePressing(ref as RefObject<HTMLDivElement>, picture.marks, { isPhone, onStack: setStacked });
  return (
    <div className={styles.column}>
      <div
        ref={ref}
        id="article"
        className={`article ${styles.words}`}
        lang={page.document.language}
        dir={page.document.dir}
        data-live={geometry === null ? undefined : ""}
      >
        <HeaderIsland />
        <p className={styles.meta} dir="ltr">
          <TextFacts text={page.document} />
          {page.revision.n > 1 ? (
            <>
              {" · "}
              <a href={`/t/${page.document.id}/revisions`}>{revisionWords.list.heading(page.revision.n)}</a>
            </>
          ) : null}
          {geometry === null || !page.abilities["annotation.publish"] ? null : (
            <button type="button" className={styles.whole} onClick={() => room.startNote("commenting")}>
              {readingWords.composer.wholeText}
            </button>
          )}
        </p>
        {page.document.archivedAt === null ? null : <p className={styles.archived}>{readingWords.archived}</p>}
        <TextLine />
        <BodyIsland />
      </div>
      <div ref={layer} className={styles.layer} aria-hidden="true" />
      <Gutter />
      <SelectionTools isPhone={isPhone} />
      {caret.isOn ? (
        <p className={styles.caret} role="status">
          {readingWords.caret}
        </p>
      ) : null}
      {stacked === null ? null : (
        <Suspense>
          <StackChoice
            stacked={stacked}
            onPick={(id) => {
              leaveStack();
              room.openThread(id);
            }}
            onClose={leaveStack}
          />
        </Suspense>
      )}
      <PlacingLine />
      <ReturnLine />
      <FirstNoteHint isPhone={isPhone} />
    </div>
  );
});

/** What is to be painted, made anew only when something of it changed. */
function usePicture() {
  const { threads, view, peers, hits, page } = useReadingRoom();
  const revision = page.revision.id;
  const all = useMemo(
    () => threads.flatMap((thread) => marksOf(thread, revision)).sort((a, b) => a.start - b.start),
    [threads, revision],
  );
  // What is resolved leaves the text as it was, until its card is open or pointed at.
  const resolved = useMemo(
    () => new Set(threads.flatMap(({ id, root }) => (root.curation?.resolved ? [id] : []))),
    [threads],
  );
  const marks = useMemo(() => indexIntervals(all.filter(({ id }) => !resolved.has(id))), [all, resolved]);
  return useMemo(() => {
    const find = (id: string | null) => (id === null ? [] : all.filter((mark) => mark.id === id));
    return {
      marks,
      focus: view.composing?.span ? composedMarks(view.composing) : find(view.focus),
      hover: view.hover === view.focus ? [] : find(view.hover),
      peers: peers.flatMap(({ selection }) => selection ?? []),
      hits,
      hit: hits[view.hit] ?? null,
    };
  }, [marks, all, view.composing, view.focus, view.hover, view.hit, peers, hits]);
}

/**
 * A note at several passages has a mark at each, all of them its own; a passage that lost its words has none, nor has one
 * that is still in another revision, while it follows into this one.
 */
function marksOf({ id, root }: Thread, revision: string): readonly Marked[] {
  if (root.target === null || isTombstone(root)) return [];
  return [root.target, ...root.more].flatMap((target) =>
    target.source === revision && !isAdrift(target) ? [{ id, ...span(target), colour: root.colour ?? "amber" }] : [],
  );
}

function composedMarks({ span: first, more, colour }: Composing): readonly Marked[] {
  return [...(first === null ? [] : [first]), ...more].map((place) => ({ id: "composing", ...place, colour }));
}

/** Pixels below the pressed words at which their notes are offered. */
const UNDER_FINGER = 18;

/** Pointing at a passage shows its card; pressing opens it, and where several notes lie on the words offers the choice. */
function usePressing(
  ref: RefObject<HTMLDivElement>,
  marks: ReturnType<typeof usePicture>["marks"],
  { isPhone, onStack }: { readonly isPhone: boolean; readonly onStack: (stacked: Stacked) => void },
): void {
  const { geometry, change, openThread } = useReadingRoom();
  usePointing(ref, geometry, marks, {
    onHover: (ids) => change({ kind: "hover", id: ids[0] ?? null }),
    onPress: (all, { left, top }) => {
      // A note at several passages may lie on itself.
      const ids = [...new Set(all)];
      if (ids.length > 1) return onStack({ ids, left, top: top + UNDER_FINGER });
      const id = ids[0] ?? null;
      // The sheet would cover a passage in the lower half; beside a margin nothing has to move.
      if (id !== null && isPhone) openThread(id);
      else change({ kind: "focus", id });
    },
  });
}

/** Height of the bar and the space between it and the words, pixels. */
const BAR = 52;
const BAR_WIDTH = 430;
const ADD_WIDTH = 150;

function SelectionTools({ isPhone }: { readonly isPhone: boolean }) {
  const { page, selection, geometry, view, change, commands, startNote } = useReadingRoom();
  if (selection === null || geometry === null || !page.abilities["annotation.publish"]) return null;
  const first = geometry.rects(selection.start, selection.end)[0];
  const take = takerOf(view, selection, { change, commands });
  const room = geometry.root.clientWidth - BAR_WIDTH - (take === null ? 0 : ADD_WIDTH);
  const left = Math.max(0, Math.min(room, first?.left ?? 0));
  return (
    <SelectionBar
      colourNames={page.group.colourNames}
      at={isPhone || first === undefined ? null : { left, top: first.top - BAR }}
      isPrivate={view.isPrivate}
      onPrivate={(isPrivate) => change({ kind: "private", isPrivate })}
      onHighlight={(colour) => {
        commands.highlight(selection, colour, view.isPrivate ? "me" : "everyone");
        document.getSelection()?.removeAllRanges();
      }}
      onNote={startNote}
      first={take}
    />
  );
}

/** What waits for selected words: a note without its place, or one that is being written. */
function takerOf(
  { placing, composing }: ViewState,
  selection: Span,
  { change, commands }: Pick<ReadingRoom, "change" | "commands">,
): SelectionBarProps["first"] {
  const taking = (take: () => void) => () => {
    take();
    document.getSelection()?.removeAllRanges();
  };
  if (placing !== null) {
    const onTake = taking(() => {
      commands.anchor(placing, selection);
      change({ kind: "place", placing: null });
      change({ kind: "focus", id: placing.note });
    });
    return { label: revisionWords.adrift.attachSelection, icon: "link", onTake };
  }
  if (composing === null || !canTakePassage(composing, selection)) return null;
  const onTake = taking(() =>
    change({ kind: "recompose", composing: { ...composing, more: [...composing.more, selection] } }),
  );
  return { label: discussionWords.compose.addPassage, icon: "plus", onTake };
}

/** Says what is being chosen, and lets it be. */
function PlacingLine() {
  const { view, change } = useReadingRoom();
  if (view.placing === null) return null;
  return (
    <p className={styles.caret} role="status">
      {revisionWords.adrift.choosing}{" "}
      <button type="button" className={styles.leave} onClick={() => change({ kind: "place", placing: null })}>
        {revisionWords.adrift.cancel}
      </button>
    </p>
  );
}
