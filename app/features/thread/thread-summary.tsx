import { freshnessOf, isStale, type NoteNow } from "#app/domain/summary/summary.ts";
import { isTombstone, type Note } from "#app/live/note.ts";
import type { Thread } from "#app/live/thread-index.ts";
import type { SummaryRecord } from "#app/rooms/reading-room.ts";
import { Badge } from "#app/ui/chip.tsx";
import { sayFresh } from "#app/ui/say-fresh.ts";
import { Time } from "#app/ui/time.tsx";
import { summaryWords as words } from "#app/words/summaries.ts";
import { FoldedProse } from "./folded-prose.tsx";
import { useThreadSurroundings } from "./thread-context.tsx";
import styles from "./thread-summary.module.css";

export type ThreadSummaryProps = { readonly thread: Thread; readonly summary: SummaryRecord };

/** What staff wrote of the thread, between its first note and the replies, and whether it still knows all of it. */
export function ThreadSummary({ thread, summary }: ThreadSummaryProps) {
  const { who } = useThreadSurroundings();
  const replies = thread.replies.filter(({ version, placement }) => version > 0 && placement === "everyone");
  const fresh = freshnessOf(summary, nowOf(thread.root), replies.map(nowOf));
  return (
    <section className={styles.summary} aria-label={words.heading}>
      <p className={styles.head}>
        <strong>{words.by(who(summary.seat)?.name ?? words.someone)}</strong>
        <Time at={summary.at} />
        {isStale(fresh) ? <Badge kind="warn">{words.stale}</Badge> : null}
      </p>
      <FoldedProse body={summary.body} />
      <p className={styles.facts}>{sayFresh(fresh)}</p>
    </section>
  );
}

function nowOf(note: Note): NoteNow {
  return { id: note.id, version: note.version, created: note.created, isGone: isTombstone(note) };
}
