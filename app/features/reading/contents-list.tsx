import { lazy, Suspense, useEffect, useMemo, useState } from "react";
import { classNames } from "#app/ui/class-names.ts";
import { VisuallyHidden } from "#app/ui/visually-hidden.tsx";
import { newsWords } from "#app/words/news.ts";
import { readingWords } from "#app/words/reading.ts";
import styles from "./contents-list.module.css";
import { countBySection, threadsBySection } from "./density.ts";
import { isFresh } from "./filter-threads.ts";
import { useReadingRoom } from "./reading-context.tsx";

// Few texts are assigned, and staff have no work.
const WorkBeside = lazy(async () => ({ default: (await import("./work-beside.tsx")).WorkBeside }));

/** Pixels: a heading that was jumped to stands 144 below the top (9rem), and the view is told in steps of 160. */
const READING_LINE = 144 + 160 + 16;

/** The headings beside the text, with the notes of each section and the one that is being read. */
export function ContentsList() {
  return (
    <aside className={styles.aside}>
      <OwnAssignments />
      <Contents />
    </aside>
  );
}

/** What the reader has to do here, where anything is assigned. */
export function OwnAssignments({ onGo }: { readonly onGo?: () => void }) {
  const { page } = useReadingRoom();
  // The server knows nothing of it yet, and notes that come in must not meet a boundary that waits for its code.
  const [isHere, setHere] = useState(false);
  useEffect(() => setHere(true), []);
  if (!isHere || !page.cohorts.some(({ isDefault }) => isDefault)) return null;
  return (
    <Suspense>
      <WorkBeside onGo={onGo} />
    </Suspense>
  );
}

/** The list by itself, which narrow windows show in a sheet. */
export function Contents({ onGo }: { readonly onGo?: () => void }) {
  const { page, notes, geometry, viewport, reading } = useReadingRoom();
  const counts = useMemo(() => countBySection(notes.threads, page.contents), [notes.threads, page.contents]);
  const fresh = useMemo(
    () => threadsBySection(notes.threads, page.contents, (thread) => isFresh(thread, reading.isNew)),
    [notes.threads, page.contents, reading],
  );
  const top = geometry?.blockAtHeight(viewport.top + READING_LINE)?.start ?? 0;
  const current = page.contents.findLastIndex(({ start }) => start <= top) + 1;
  if (page.contents.length === 0) return null;
  const entries = [
    { key: "top", href: "#article", title: readingWords.opening, level: 2 },
    ...page.contents.map(({ n, title, level }) => ({ key: `${n}`, href: `#b-${n}`, title, level })),
  ];
  return (
    <nav aria-labelledby="contents-title">
      <h2 id="contents-title" className={styles.title}>
        {readingWords.contents}
      </h2>
      <ul>
        {entries.map(({ key, href, title, level }, i) => (
          <li key={key}>
            <a
              href={href}
              aria-current={i === current ? "location" : undefined}
              className={classNames(styles.entry, level > 2 && styles.deep)}
              onClick={onGo}
            >
              <span dir="auto">{title}</span>
              {(counts[i] ?? 0) > 0 ? (
                <span className={styles.count}>
                  {(fresh[i] ?? 0) > 0 ? (
                    <span className={styles.fresh} title={newsWords.section(fresh[i] ?? 0)} />
                  ) : null}
                  <span aria-hidden="true">{counts[i]}</span>
                  <VisuallyHidden>
                    {readingWords.sectionNotes(counts[i] ?? 0)}
                    {(fresh[i] ?? 0) > 0 ? `, ${newsWords.section(fresh[i] ?? 0)}` : ""}
                  </VisuallyHidden>
                </span>
              ) : null}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
