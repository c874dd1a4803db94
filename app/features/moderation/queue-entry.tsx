import { Link } from "@remix-run/react";
import type { QueueBadge } from "#app/context/queue.ts";
import { Icon } from "#app/ui/icon.tsx";
import { noteToolsWords as words } from "#app/words/note-tools.ts";
import styles from "./queue-entry.module.css";
import { useWaiting } from "./use-waiting.ts";

type QueueEntryProps = { readonly badge: QueueBadge; readonly person: string };

/** The way to a group's queue, with the number of what waits: the page's own, and the live one as soon as it is there. */
export function QueueEntry({ badge, person }: QueueEntryProps) {
  const open = useWaiting(badge, person) ?? 0;
  const label = words.entry(open);
  return (
    <Link to={`/g/${badge.group.id}/moderation`} className={styles.entry} aria-label={label} title={label}>
      <Icon name="flag" />
      {open > 0 ? <span className={styles.count}>{open > 99 ? "99+" : open}</span> : null}
    </Link>
  );
}
