import { once } from "node:events";
import type { ServerResponse } from "node:http";

/**
 * Resolves to true when this answer takes more, to false when whoever asked is gone. Remix writes a stream as fast as it
 * comes, so that a slow reader of a long file would have it all in memory; whoever makes the file asks here first.
 */
export async function flowOf(res: ServerResponse): Promise<boolean> {
  if (res.destroyed || res.writableEnded) return false;
  if (!res.writableNeedDrain) return true;
  const settled = new AbortController();
  const { signal } = settled;
  await Promise.race([once(res, "drain", { signal }), once(res, "close", { signal })]).catch(() => {});
  settled.abort();
  return !res.destroyed;
}
