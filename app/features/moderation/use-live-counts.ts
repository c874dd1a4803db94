import { useEffect, useRef, useState } from "react";
import type { QueuePage } from "#app/context/queue.ts";
import type { LiveQueue } from "#app/live/queue.ts";
import { askCounts } from "./ask.ts";

/** Milliseconds in which changes are gathered before the numbers are asked for. */
const GATHER = 200;

/** The numbers of the views: the page's own, and the server's again whenever the queue has changed. */
export function useLiveCounts(
  group: string,
  loaded: QueuePage["counts"],
  live: Pick<LiveQueue, "isLive" | "items">,
): QueuePage["counts"] {
  const [counts, setCounts] = useState(loaded);
  const known = useRef<LiveQueue["items"] | null>(null);
  useEffect(() => setCounts(loaded), [loaded]);
  useEffect(() => {
    if (live.items === known.current || !live.isLive) return;
    known.current = live.items;
    const timer = setTimeout(async () => {
      const fresh = await askCounts(group);
      if (fresh !== null) setCounts(fresh);
    }, GATHER);
    return () => clearTimeout(timer);
  }, [group, live.isLive, live.items]);
  return counts;
}
