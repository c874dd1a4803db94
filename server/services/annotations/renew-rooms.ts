import { type Projected, projectRevision, projectThreads } from "#app/rooms/projection.ts";
import type { FeedEntry } from "#db/repositories/feed.ts";
import type { Store, Transact } from "#db/store.ts";

/** Threads projected in one step, and rows removed in one. */
const THREADS_AT_ONCE = 200;
const ROWS_AT_ONCE = 5_000;

/**
 * Writes every room of an older epoch anew from the stored notes: what its rows mean has changed with this build. Runs
 * before anybody is let in, in steps, one text after the other; stopped at any point it begins that text again, and a
 * second run finds nothing to do. Gives the number of rooms.
 */
export async function renewRooms({
  read,
  transact,
}: {
  readonly read: Store;
  readonly transact: Transact;
}): Promise<number> {
  const outdated = await read.renewal.outdated();
  await inSteps(() => transact((store) => store.renewal.discardDrafts(ROWS_AT_ONCE)));
  let renewed = 0;
  for (const [text, rooms] of outdated) {
    const roots = await read.annotations.rootsOf(text);
    for (let from = 0; from < roots.length; from += THREADS_AT_ONCE) {
      const some = roots.slice(from, from + THREADS_AT_ONCE);
      await transact(async (store) =>
        draft(store, projectThreads(await store.annotations.threads(some)), new Set(rooms)),
      );
    }
    await transact(async (store) => {
      const said = await store.revisions.said(text);
      if (said !== null) await draft(store, projectRevision(said), new Set(rooms));
    });
    await transact(async (store) => {
      for (const room of rooms) await store.renewal.adopt(room);
    });
    renewed += rooms.length;
  }
  await transact((store) => store.renewal.forgetSnapshots());
  await inSteps(() => transact((store) => store.renewal.sweep(ROWS_AT_ONCE)));
  return renewed;
}

async function draft(store: Store, projected: readonly Projected[], rooms: ReadonlySet<string>): Promise<void> {
  const entries = new Map<string, FeedEntry[]>();
  for (const { room, map, key, value } of projected) {
    if (value === null || !rooms.has(room)) continue;
    const ofRoom = entries.get(room) ?? [];
    ofRoom.push({ map, key, value: JSON.stringify(value) });
    entries.set(room, ofRoom);
  }
  for (const [room, ofRoom] of entries) await store.renewal.draft(room, ofRoom);
}

async function inSteps(step: () => Promise<boolean>): Promise<void> {
  while (!(await step()));
}
