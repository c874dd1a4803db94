import { memo, useMemo } from "react";
import { readingWords } from "#app/words/reading.ts";
import { densityOf } from "./density.ts";
import styles from "./density-strip.module.css";
import { type ReadingRoom, useReadingRoom } from "./reading-context.tsx";

const PARTS = 48;

/** Where the talk is, along the whole text; pressing goes there. */
export function DensityStrip() {
  const { threads, geometry, viewport, scrollToOffset } = useReadingRoom();
  const length = geometry?.index.text.length ?? 0;
  const counts = useMemo(() => densityOf(threads, length, PARTS), [threads, length]);
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
      <Parts counts={counts} threads={threads} length={length} scrollToOffset={scrollToOffset} />
    </nav>
  );
}

type PartsProps = Pick<ReadingRoom, "threads" | "scrollToOffset"> & {
  readonly counts: readonly number[];
  readonly length: number;
};

/** Drawn anew when notes come, not when the page scrolls. */
const Parts = memo(function Parts({ counts, threads, length, scrollToOffset }: PartsProps) {
  const most = Math.max(1, ...counts);
  return (
    <>
      {counts.map((count, part) =>
        count === 0 ? null : (
          <button
            // biome-ignore lint/suspicious/noArrayIndexKey: a part is its place
            key={part}
            type="button"
            className={styles.part}
            style={{
              top: `${(part / PARTS) * 100}%`,
              height: `${100 / PARTS}%`,
              opacity: 0.35 + 0.65 * (count / most),
            }}
            tabIndex={-1}
            aria-label={readingWords.densityPart(count, Math.round((part / PARTS) * 100))}
            title={readingWords.notes(count)}
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
