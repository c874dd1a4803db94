import type { QueueBadge } from "#app/context/queue.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Row } from "#app/ui/page.tsx";
import { moderatingWords as words } from "#app/words/moderating.ts";
import { useWaiting } from "./use-waiting.ts";

type QueueLinksProps = { readonly queues: readonly QueueBadge[]; readonly person: string };

/** The queues in which the reader decides, with what waits in each. */
export function QueueLinks({ queues, person }: QueueLinksProps) {
  if (queues.length === 0) return null;
  return (
    <Row>
      {queues.map((badge) => (
        <QueueLink key={badge.group.id} badge={badge} person={person} />
      ))}
    </Row>
  );
}

function QueueLink({ badge, person }: { readonly badge: QueueBadge; readonly person: string }) {
  const waiting = useWaiting(badge, person) ?? 0;
  return (
    <ButtonLink to={`/g/${badge.group.id}/moderation`} icon="flag" size="s">
      {words.waiting(badge.group.name, waiting)}
    </ButtonLink>
  );
}
