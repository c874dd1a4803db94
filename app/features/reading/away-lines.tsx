import { type ReactNode, useMemo } from "react";
import { isStaff } from "#app/domain/group/group.ts";
import { Icon } from "#app/ui/icon.tsx";
import { readingWords } from "#app/words/reading.ts";
import { type AwayCounts, awayFrom, indexAway } from "./away-counts.ts";
import styles from "./away-lines.module.css";
import { isFresh } from "./filter-threads.ts";
import { useReadingRoom } from "./reading-context.tsx";

const words = readingWords.away;

/** At the edges of the margin: how many notes are above and below the window, and what of them asks for a look. */
export function AwayLines({ children }: { readonly children: ReactNode }) {
  const { threads, geometry, viewport, facts, reading, who, openThread } = useReadingRoom();
  const index = useMemo(
    () =>
      indexAway(threads, {
        isFresh: (thread) => isFresh(thread, reading.isNew),
        isOwn: facts.isOwn,
        isTeacher: (seat) => {
          const role = who(seat)?.role ?? null;
          return role !== null && isStaff(role);
        },
      }),
    [threads, reading, facts, who],
  );
  if (geometry === null) return <>{children}</>;
  const { above, below } = awayFrom(index, geometry.between(viewport.top + TOP, viewport.top + viewport.height));
  return (
    <>
      <Line side="above" counts={above.counts} onGo={() => above.next !== null && openThread(above.next)} />
      {children}
      <Line side="below" counts={below.counts} onGo={() => below.next !== null && openThread(below.next)} />
    </>
  );
}

/** Pixels that the bars cover. */
const TOP = 110;

type LineProps = { readonly side: "above" | "below"; readonly counts: AwayCounts; readonly onGo: () => void };

function Line({ side, counts, onGo }: LineProps) {
  if (counts.all === 0) return null;
  const { all, fresh, unanswered } = counts;
  return (
    <div className={styles[side]}>
      <button
        type="button"
        className={styles.line}
        aria-label={words[side](counts)}
        title={words[side](counts)}
        onClick={onGo}
      >
        <Icon name={side === "above" ? "chevronUp" : "chevronDown"} size="s" />
        <span>{all}</span>
        {fresh > 0 ? <span className={styles.fresh}>{words.fresh(fresh)}</span> : null}
        {unanswered > 0 ? (
          <span className={styles.open}>
            <Icon name="question" size="s" />
            {unanswered}
          </span>
        ) : null}
      </button>
    </div>
  );
}
