/** What a member has really seen, and what follows: notifications about it are read, and the other tabs hear of it. */
import type { NewsService } from "#app/context/news.ts";
import { Problem } from "#app/domain/problem.ts";
import { annotationWords as words } from "#app/words/annotations.ts";
import type { Store, Transact } from "#db/store.ts";
import { type Standing, standingIn } from "../rights.ts";
import { sayReads, settle } from "./inbox-rows.ts";

/** Threads in one request: two screens full, with room to spare. */
const MOST_THREADS = 100;

type Seen = Exclude<Parameters<NewsService["read"]>[2], "all">;
type Reader = { readonly store: Store; readonly standing: Standing; readonly now: number };

/** The verb that marks threads, or all of a text, as seen. */
export function makeReadingState({
  transact,
  clock,
}: {
  readonly transact: Transact;
  readonly clock: () => number;
}): Pick<NewsService, "read"> {
  return {
    async read(viewer, documentId, what) {
      if (what !== "all" && !areThreads(what)) throw new Problem("invalid", words.malformed);
      await transact(async (store) => {
        const now = clock();
        const standing = await standingIn(store, { memberId: viewer.id, documentId, now });
        if (standing === null) throw new Problem("not-found", words.unknownText);
        const reader = { store, standing, now };
        if (what === "all") await raise(reader);
        else await readThreads(reader, what);
      });
    },
  };
}

function areThreads(what: Seen): boolean {
  return what.length <= MOST_THREADS && what.every(({ at }) => Number.isSafeInteger(at) && at >= 0);
}

async function readThreads(reader: Reader, what: Seen): Promise<void> {
  const { store, standing, now } = reader;
  const { actor, document, rooms } = standing;
  const changed: { readonly key: string; readonly at: number }[] = [];
  for (const { root, at } of what) {
    const upTo = Math.min(at, now);
    if (await store.reads.readThread(actor.id, document.id, { root, at: upTo })) changed.push({ key: root, at: upTo });
    await settle(store, await store.notifications.read(actor.id, { root, upTo }, now), now);
  }
  await sayReads(store, actor.id, changed);
  const audiences = rooms.map(({ audience }) => audience);
  if (!(await store.reads.hasUnread(actor.id, document.id, audiences))) await raise(reader);
}

/** Nothing is new any more: one number says so from now on. A note of this very millisecond may still come, and is new. */
async function raise({ store, standing, now }: Reader): Promise<void> {
  const { actor, document } = standing;
  const upTo = now - 1;
  await store.reads.raise(actor.id, document.id, upTo);
  await settle(store, await store.notifications.read(actor.id, { document: document.id, upTo }, now), now);
  await sayReads(store, actor.id, [{ key: document.id, at: upTo }]);
}
