import { useEffect, useRef } from "react";
import type { QueueRow } from "#app/context/queue.ts";
import type { LiveQueue } from "#app/live/queue.ts";
import { askRows, type Heard } from "./ask.ts";

/** Milliseconds in which changes are gathered before their rows are asked for. */
const GATHER = 120;
/** Rows of one question; the server answers no more. */
const MOST = 100;

export type Hearing = {
  readonly group: string;
  readonly live: Pick<LiveQueue, "isLive" | "items">;
  /** As loaded, and as heard since. */
  readonly rows: ReadonlyMap<string, QueueRow>;
  /** When the page was loaded, by the server's clock, milliseconds. */
  readonly loadedAt: number;
  readonly onHeard: (asked: readonly string[], heard: Heard) => void;
};

/**
 * Asks for the rows of items that the room says have changed or come in; gives a way to ask for some at once. The room may
 * hold 10,000 items of which the page knows fifty: the others count as seen when the page is live for the first time.
 */
export function useHeard({ group, live, rows, loadedAt, onHeard }: Hearing): (ids: readonly string[]) => Promise<void> {
  const versions = useRef<Map<string, number> | null>(null);
  const latest = useRef({ rows, onHeard });
  latest.current = { rows, onHeard };

  const ask = async (ids: readonly string[]) => {
    for (let from = 0; from < ids.length; from += MOST) {
      const asked = ids.slice(from, from + MOST);
      const heard = await askRows(group, asked);
      if (heard !== null) latest.current.onHeard(asked, heard);
    }
  };
  const askNow = useRef(ask);
  askNow.current = ask;

  useEffect(() => {
    if (!live.isLive) return;
    const timer = setTimeout(() => {
      const ids = changedIds(live.items, { seen: versions.current, rows: latest.current.rows, loadedAt });
      versions.current = new Map([...live.items].map(([id, { version }]) => [id, version]));
      if (ids.length > 0) void askNow.current(ids);
    }, GATHER);
    return () => clearTimeout(timer);
  }, [live.isLive, live.items, loadedAt]);

  return (ids) => askNow.current(ids);
}

type Known = {
  readonly seen: ReadonlyMap<string, number> | null;
  readonly rows: ReadonlyMap<string, QueueRow>;
  readonly loadedAt: number;
};

/** Items that are not in the room as the page has them, and those that have come in. */
export function changedIds(items: LiveQueue["items"], { seen, rows, loadedAt }: Known): readonly string[] {
  const changed = new Set<string>();
  for (const [id, { version, opened }] of items) {
    const row = rows.get(id);
    const isNews = seen === null ? opened >= loadedAt : seen.get(id) !== version;
    if (row === undefined ? isNews : row.version !== version || row.state === "done") changed.add(id);
  }
  for (const row of rows.values()) if (row.state === "open" && !items.has(row.id)) changed.add(row.id);
  return [...changed];
}
