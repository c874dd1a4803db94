import { lazy, Suspense, useMemo, useRef, useState } from "react";
import type { QueueBadge } from "#app/context/queue.ts";
import { AccountMenu } from "#app/features/site/account-menu.tsx";
import { InboxBadge } from "#app/features/site/inbox-badge.tsx";
import { ProseProvider } from "#app/features/thread/prose-context.ts";
import { ThreadProvider } from "#app/features/thread/thread-context.tsx";
import { CONTENT } from "#app/ui/skip-link.tsx";
import { TopBar } from "#app/ui/top-bar.tsx";
import { Announcer } from "./announcer.tsx";
import { ArticleColumn } from "./article-column.tsx";
import { BarTools } from "./bar-tools.tsx";
import { CatchUpButton, CatchUpLine } from "./catch-up.tsx";
import { ClassLine } from "./class-line.tsx";
import { ConnectionLine } from "./connection-line.tsx";
import { ContentsList } from "./contents-list.tsx";
import { CurateDialogs } from "./curate-dialogs.tsx";
import { DensityStrip } from "./density-strip.tsx";
import { FilterBar } from "./filter-bar.tsx";
import { MarginColumn } from "./margin-column.tsx";
import { NotesWithoutScript } from "./notes-without-script.tsx";
import { Panels } from "./panels.tsx";
import { PhoneSheet } from "./phone-sheet.tsx";
import { PinnedStrip } from "./pinned-strip.tsx";
import { ReadingProvider, type ReadingRoom } from "./reading-context.tsx";
import styles from "./reading-page.module.css";
import { useBlockButtons } from "./use-block-buttons.ts";
import { useClaim } from "./use-claim.ts";
import { useIsPhone } from "./use-is-phone.ts";
import { useKept } from "./use-kept.ts";
import { useLinksInPlace } from "./use-links-in-place.ts";
import { useMovements } from "./use-movements.ts";
import { useNewestText } from "./use-newest-text.ts";
import { useNoteTools } from "./use-note-tools.tsx";
import { usePrinting } from "./use-printing.ts";
import { type Reading, useReading } from "./use-reading.ts";
import { useReadingKeys } from "./use-reading-keys.ts";
import { useReallySeen } from "./use-really-seen.ts";
import { useReloadWithoutArticle } from "./use-reload-without-article.ts";
import { useRestoredDraft } from "./use-restored-draft.ts";
import { useSeen } from "./use-seen.ts";
import { useThreadSurroundingsOf } from "./use-thread-surroundings.ts";

// Readers do not moderate: what only moderators see is no part of what a page begins with.
const QueueEntry = lazy(async () => ({
  default: (await import("#app/features/moderation/queue-entry.tsx")).QueueEntry,
}));

export type ReadingPageProps = Pick<Reading, "page" | "viewer" | "origin" | "reported"> & {
  /** How much there is to decide in the group; null for those who do not. */
  readonly queue: QueueBadge | null;
};

/** The reading room: a text, its margin, and everybody in it. */
export function ReadingPage(props: ReadingPageProps) {
  const article = useRef<HTMLDivElement>(null);
  const [page, setPage] = useState(props.page);
  const reading = useReading({ ...props, page }, article);
  useNewestText(reading, article, setPage);
  const movements = useMovements(reading);
  const room: ReadingRoom = { ...reading, ...movements };
  const { viewer, queue } = props;

  const { tools, dialog } = useNoteTools(room);
  const surroundings = useThreadSurroundingsOf(room, useClaim(room), tools);
  const caret = useReadingKeys(room);
  const isPhone = useIsPhone();
  const isPrinting = usePrinting(room);
  useSeen(room);
  useReallySeen(room);
  useKept(room);
  useBlockButtons(room);
  useLinksInPlace(room);
  useRestoredDraft(room);
  useReloadWithoutArticle(article);
  const person = viewer.viewedBy === undefined ? viewer.id : null;
  // The same element each time: what is new on the page must not reach it before its code is there.
  const queueEntry = useMemo(
    () =>
      queue === null || person === null ? null : (
        <Suspense>
          <QueueEntry badge={queue} person={person} />
        </Suspense>
      ),
    [queue, person],
  );

  return (
    <ReadingProvider value={room}>
      <ThreadProvider value={surroundings}>
        <ProseProvider value={surroundings}>
          <TopBar trail={[{ label: page.group.name, to: `/g/${page.group.id}` }, { label: page.document.title }]}>
            <ConnectionLine />
            <CatchUpButton />
            <BarTools />
            {queueEntry}
            {viewer.viewedBy === undefined ? <InboxBadge person={viewer.id} /> : null}
            {viewer.viewedBy === undefined ? <AccountMenu viewer={viewer} /> : null}
          </TopBar>
          <FilterBar />
          <PinnedStrip />
          <div className={styles.columns}>
            <ContentsList />
            <main id={CONTENT} tabIndex={-1} className={styles.main}>
              <ArticleColumn ref={article} isPhone={isPhone} isPrinting={isPrinting} caret={caret} />
              {isPhone ? null : <MarginColumn />}
            </main>
            <DensityStrip />
          </div>
          <ClassLine />
          <NotesWithoutScript page={page} />
          {isPhone ? <PhoneSheet /> : null}
          <CatchUpLine />
          <Panels />
          {dialog}
          <CurateDialogs />
          <Announcer />
        </ProseProvider>
      </ThreadProvider>
    </ReadingProvider>
  );
}
