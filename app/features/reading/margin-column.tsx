import { useCallback, useMemo } from "react";
import type { Opened } from "#app/features/annotation/arrange.ts";
import { Margin } from "#app/features/annotation/margin.tsx";
import type { Placed } from "#app/features/annotation/use-margin.ts";
import { screenOf } from "#app/features/annotation/use-viewport.ts";
import { Composer } from "#app/features/thread/composer.tsx";
import { placeOfComposing } from "#app/features/thread/composing.ts";
import { ThreadCard } from "#app/features/thread/thread-card.tsx";
import { useThreadSurroundings } from "#app/features/thread/thread-context.tsx";
import type { Note } from "#app/live/note.ts";
import type { Peer } from "#app/live/peers.ts";
import { Button } from "#app/ui/button.tsx";
import { readingWords } from "#app/words/reading.ts";
import { AwayLines } from "./away-lines.tsx";
import { isUnfiltered, noFilter } from "./filter-threads.ts";
import styles from "./margin-column.module.css";
import { type ReadingRoom, useReadingRoom } from "./reading-context.tsx";
import { focusCard } from "./use-movements.ts";

const COMPOSER = "composer";
/** Up to here every line is measured; beyond, those a screen away are estimated from their block. */
const FEW = 400;
const nobody: readonly Peer[] = [];

/** The notes beside the text, and the one that is being written. */
export function MarginColumn() {
  const room = useReadingRoom();
  const { threads, view, viewport, geometry, session } = room;
  const placed = usePlaced(room);
  const places = useMemo(() => new Map(threads.map(({ id }, i) => [id, i + 1])), [threads]);
  const { openThread, change } = room;
  const hover = useCallback((id: string | null) => change({ kind: "hover", id }), [change]);
  const opened = useOpened(room);
  const composed = view.composing === null ? "" : `${view.composing.span?.start ?? "whole"}`;

  const card = (id: string) => {
    if (id === COMPOSER) return <NoteComposer />;
    const thread = session?.notes.thread(id) ?? null;
    if (thread === null) return null;
    return (
      <ThreadCard
        thread={thread}
        isOpen={view.focus === id}
        isHovered={view.hover === id}
        position={places.get(id) ?? 0}
        total={threads.length}
        typing={typingIn(room.peers, id)}
        onOpen={openThread}
        onHover={hover}
      />
    );
  };
  return (
    <div className={styles.column}>
      {geometry === null ? null : (
        <AwayLines>
          <Margin
            placed={placed}
            opened={opened}
            view={viewport}
            cause={[view.focus, composed, ...Object.values(view.filter), geometry.layout].join("|")}
            card={card}
            onUnfold={openThread}
            nameOf={(id) => room.facts.nameOf(session?.notes.thread(id)?.root.seat ?? "")}
          />
        </AwayLines>
      )}
      {threads.length === 0 && view.composing === null ? <Empty /> : null}
    </div>
  );
}

/** The composer at its passage, in the margin or in a phone's sheet. */
export function NoteComposer() {
  const { view, change, commands, geometry } = useReadingRoom();
  const { onWriting } = useThreadSurroundings();
  const { composing } = view;
  if (composing === null) return null;
  const { span, more } = composing;
  const passages = span === null ? [] : [span, ...more];
  return (
    <Composer
      key={placeOfComposing(composing)}
      composing={composing}
      quotes={passages.map(({ start, end }) => geometry?.index.text.slice(start, end) ?? "")}
      takesFocus={composing.takesFocus}
      onChange={(next) => change({ kind: "recompose", composing: next })}
      onPost={(body) => {
        const id = commands.post(composing, body);
        onWriting(null);
        change({ kind: "end-composing" });
        change({ kind: "focus", id });
        // The field goes away with the focus in it; whoever writes by keyboard goes on from the new note.
        focusCard(id);
      }}
      onClose={() => {
        onWriting(null);
        change({ kind: "end-composing" });
      }}
    />
  );
}

/** Those who are answering a thread; the same empty list for all threads that nobody answers. */
export function typingIn(peers: readonly Peer[], root: string): readonly Peer[] {
  const found = peers.filter(({ typing }) => typing === root);
  return found.length === 0 ? nobody : found;
}

function Empty() {
  const { page, notes, change, connection, view } = useReadingRoom();
  if (connection === "opening" && notes.threads.length === 0) return null;
  if (isUnfiltered(view.filter)) {
    const mayWrite = page.abilities["annotation.publish"];
    return <p className={styles.empty}>{mayWrite ? readingWords.emptyMargin : readingWords.emptyMarginReadOnly}</p>;
  }
  return (
    <p className={styles.empty}>
      {readingWords.filters.none}{" "}
      <Button size="s" kind="quiet" onClick={() => change({ kind: "filter", filter: noFilter })}>
        {readingWords.filters.clear}
      </Button>
    </p>
  );
}

/** What is open stands at its line; a note on the whole text has none. */
function useOpened({ view, session }: ReadingRoom): Opened {
  const isComposing = view.composing !== null;
  const id = isComposing ? COMPOSER : view.focus;
  const span = isComposing ? view.composing?.span : id && session?.notes.thread(id)?.span;
  const isPinned = span != null;
  return useMemo(() => (id === null ? null : { id, isPinned }), [id, isPinned]);
}

function usePlaced({ threads, view, geometry, viewport, facts }: ReadingRoom): readonly Placed[] {
  const span = view.composing?.span ?? null;
  const isComposing = view.composing !== null;
  const screen = screenOf(viewport);
  const { height } = viewport;
  const notes = useMemo(() => {
    if (geometry === null) return [];
    const isFew = threads.length <= FEW;
    const near = isFew ? null : geometry.between((screen - 2) * height, (screen + 3) * height);
    return threads.map(({ id, span, root, replies }) => {
      const start = span?.start ?? null;
      const isExact = start !== null && (near === null || (start >= near.start && start <= near.end));
      const anchor = start === null ? 0 : isExact ? geometry.lineTop(start) : geometry.estimate(start);
      return { id, anchor, guess: guessHeight(root, replies.length), isOthers: !facts.isOwn(root.seat) };
    });
  }, [threads, geometry, screen, height, facts]);
  return useMemo(() => {
    if (geometry === null) return [];
    if (!isComposing) return notes;
    const composer = {
      id: COMPOSER,
      anchor: span === null ? 0 : geometry.lineTop(span.start),
      guess: 330,
      isOthers: false,
    };
    const at = threads.findIndex((thread) => (thread.span?.start ?? -1) >= (span?.start ?? -1));
    return at === -1 ? [...notes, composer] : notes.toSpliced(at, 0, composer);
  }, [notes, threads, geometry, isComposing, span]);
}

/** Pixels of a closed card before it was measured. */
function guessHeight({ body }: Note, replies: number): number {
  const lines = body === "" ? 1 : Math.min(2, Math.ceil(body.length / 46));
  return 50 + lines * 21 + (replies > 0 ? 22 : 0);
}
