import { memo, useMemo } from "react";
import { classNames } from "#app/ui/class-names.ts";
import { newsWords } from "#app/words/news.ts";
import { readingWords } from "#app/words/reading.ts";
import { densityOf, partsWith } from "./density.ts";
import styles from "./density-strip.module.css";
import { isFresh } from "./filter-threads.ts";
import { type ReadingRoom, useReadingRoom } from "./reading-context.tsx";

const PARTS = 48;

/** Where the talk is, along the whole text; pressing goes there. */
export function DensityStrip() {
  const { threads, geometry, viewport, scrollToOffset, reading } = useReadingRoom();
  const length = geometry?.index.text.length ?? 0;
  const counts = useMemo(() => densityOf(threads, length, PARTS), [threads, length]);
  const fresh = useMemo(
    () => partsWith(threads, length, { parts: PARTS, isCounted: (thread) => isFresh(thread, reading.isNew) }),
    [threads, length, reading],
  );
  if (geometry === null || length === 0) return <div className={styles.strip} />;
  const seen = geometry.between(viewport.top, viewport.top + viewport.height);
  const percent = (offset: number) => `${(offset / length) * 100}%`;
  return (
    <nav className={styles.strip} aria-label={readingWords.density}>
      <span
        className={styles.view}
        style={{ top: percent(seen.start), height: percent(seen.end - seen.start) }}
        aria-hidden="true"
      />
      <Parts counts={counts} fresh={fresh} threads={threads} length={length} scrollToOffset={scrollToOffset} />
    </nav>
  );
}

type PartsProps = Pick<ReadingRoom, "threads" | "scrollToOffset"> & {
  readonly counts: readonly number[];
  /** Threads with something new. */
  readonly fresh: readonly number[];
  readonly length: number;
};

/** Drawn anew when notes come, not when the page scrolls. */
const Parts = memo(function Parts({ counts, fresh, threads, length, scrollToOffset }: PartsProps) {
  const most = Math.max(1, ...counts);
  return (
    <>
      {counts.map((count, part) =>
        count === 0 ? null : (
          <button
            // biome-ignore lint/suspicious/noArrayIndexKey: a part is its place
            key={part}
            type="button"
            className={classNames(styles.part, (fresh[part] ?? 0) > 0 && styles.fresh)}
            style={{
              top: `${(part / PARTS) * 100}%`,
              height: `${100 / PARTS}%`,
              opacity: (fresh[part] ?? 0) > 0 ? 1 : 0.25 + 0.45 * (count / most),
            }}
            tabIndex={-1}
            aria-label={withFresh(readingWords.densityPart(count, Math.round((part / PARTS) * 100)), fresh[part])}
            title={withFresh(readingWords.notes(count), fresh[part])}
            onClick={() => {
              const start = (part / PARTS) * length;
              scrollToOffset(threads.find(({ span }) => span !== null && span.start >= start)?.span?.start ?? start);
            }}
          />
        ),
      )}
    </>
  );
});

function withFresh(words: string, fresh = 0): string {
  return fresh === 0 ? words : `${words}, ${newsWords.densityPart(fresh)}`;
}
