/** What is new to a member: the badge, the inbox, what they follow, and what they have seen. */
import { MOST_COUNTED, type NewsService } from "#app/context/news.ts";
import { roomName } from "#app/rooms/names.ts";
import type { Store, Transact } from "#db/store.ts";
import { makeFollowing } from "./news/following.ts";
import { forget } from "./news/heed.ts";
import { inboxPage, visibleNews } from "./news/inbox.ts";
import { settle } from "./news/inbox-rows.ts";
import { makeReadingState } from "./news/reading-state.ts";
import { epochOf } from "./rights.ts";

/** The service; `read` is the store of the read-only connection, `clock` in milliseconds since 1970. */
export function makeNewsService(parts: {
  readonly read: Store;
  readonly transact: Transact;
  readonly clock: () => number;
}): NewsService {
  const { read, transact, clock } = parts;
  return {
    ...makeFollowing(parts),
    ...makeReadingState(parts),
    async badge(viewer) {
      const rows = await read.notifications.unread(viewer.id, MOST_COUNTED);
      const visible = await visibleNews(read, rows, { member: viewer.id, now: clock() });
      const room = roomName({ kind: "inbox", member: viewer.id });
      return { unread: visible.length, room, epoch: await epochOf(read, room) };
    },
    async inbox(viewer, { kind, before }) {
      return inboxPage(read, { member: viewer.id, now: clock(), kind, before });
    },
    async markRead(viewer, which) {
      await transact(async (store) => {
        const now = clock();
        const what = which === "all" ? ({ all: true } as const) : { id: which };
        await settle(store, await store.notifications.read(viewer.id, what, now), now);
      });
    },
  };
}

/** After a right in a group changed, inside that transaction: the member's inbox says what they may see now. */
export async function settleMember(
  store: Store,
  { groupId, memberId, now }: { readonly groupId: string; readonly memberId: string; readonly now: number },
): Promise<void> {
  await settle(store, await store.notifications.inGroup(memberId, groupId), now);
}

/** Notifications taken away in one work: each is a row in a room of its own. */
const FORGOTTEN_AT_ONCE = 50;

/** Where what a member wrote in a group is erased, inside that transaction: the next of what others were told; true when none is left. */
export async function forgetNotesOf(
  store: Store,
  { groupId, memberId }: { readonly groupId: string; readonly memberId: string },
): Promise<boolean> {
  const rows = await store.notifications.about(memberId, groupId, FORGOTTEN_AT_ONCE);
  await forget(store, rows);
  return rows.length < FORGOTTEN_AT_ONCE;
}

/** Before a text goes for good: takes away at most `limit` notifications about it; true while there may be more. */
export async function forgetSomeOf(
  store: Store,
  { documentId, limit }: { readonly documentId: string; readonly limit: number },
): Promise<boolean> {
  const rows = await store.notifications.inDocument(documentId, limit);
  await forget(store, rows);
  return rows.length === limit;
}
