import { libraryWords } from "#app/words/library.ts";
import styles from "./density-strip.module.css";

const BAR = 4;
const STEP = 6;
const HEIGHT = 22;
/** What an empty part of the text still shows, so that the strip reads as a line. */
const LEAST = 2;

export type DensityStripProps = {
  readonly density: readonly number[];
  /** Threads with something new, in the same parts. */
  readonly unread: readonly number[];
};

/** Notes by place as a row of bars, the fullest part at full height; where something is new they are dark. */
export function DensityStrip({ density, unread }: DensityStripProps) {
  const most = Math.max(1, ...density);
  const width = density.length * STEP - (STEP - BAR);
  return (
    <svg className={styles.strip} viewBox={`0 0 ${width} ${HEIGHT}`} role="img" aria-label={libraryWords.density}>
      {density.map((notes, place) => {
        const height = LEAST + Math.round((notes / most) * (HEIGHT - LEAST));
        return (
          <rect
            // biome-ignore lint/suspicious/noArrayIndexKey: a bar is its place
            key={place}
            className={(unread[place] ?? 0) > 0 ? styles.fresh : notes === 0 ? styles.none : styles.some}
            x={place * STEP}
            y={HEIGHT - height}
            width={BAR}
            height={height}
            rx={1}
          />
        );
      })}
    </svg>
  );
}
