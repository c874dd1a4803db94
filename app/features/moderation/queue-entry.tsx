import type { QueueBadge } from "#app/context/queue.ts";
import { CountLink } from "#app/ui/count-link.tsx";
import { noteToolsWords as words } from "#app/words/note-tools.ts";
import { useWaiting } from "./use-waiting.ts";

type QueueEntryProps = { readonly badge: QueueBadge; readonly person: string };

/** The way to a group's queue, with the number of what waits: the page's own, and the live one as soon as it is there. */
export function QueueEntry({ badge, person }: QueueEntryProps) {
  const open = useWaiting(badge, person) ?? 0;
  return (
    <CountLink
      to={`/g/${badge.group.id}/moderation`}
      icon="flag"
      label={words.entry(open)}
      count={open === 0 ? null : open > 99 ? "99+" : `${open}`}
    />
  );
}
