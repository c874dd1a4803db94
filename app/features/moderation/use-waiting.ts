import type { QueueBadge } from "#app/context/queue.ts";
import { useQueue } from "#app/live/use-queue.ts";

/** How many items wait in a group's queue, live once it can be; null for those who do not decide there. */
export function useWaiting(badge: QueueBadge | null, person: string): number | null {
  const { isLive, items } = useQueue(badge === null ? null : { person, room: badge.room, epoch: badge.epoch });
  if (badge === null) return null;
  return isLive ? items.size : badge.open;
}
