import { project } from "#app/rooms/projection.ts";
import { ANNOTATIONS } from "#app/rooms/reading-room.ts";
import type { FeedEntry } from "#db/repositories/feed.ts";
import type { Store } from "#db/store.ts";

/**
 * Brings rooms and search in step with a note after a change. Besides the note only those that it answers can look
 * different (a tombstone goes with its last reply), so the rest of the thread is not read: a reply costs the same in a
 * thread of three and of three thousand. What a room says already is not said again.
 */
export async function reproject(store: Store, id: string): Promise<void> {
  const wanted = new Map<string, FeedEntry[]>();
  for (const note of await store.annotations.lineage(id)) {
    const answered = note.status !== "published" && (await store.annotations.hasPublishedReplies(note.id));
    for (const { room, key, record } of project(note, answered)) {
      const entries = wanted.get(room) ?? [];
      entries.push({ map: ANNOTATIONS, key, value: JSON.stringify(record) });
      wanted.set(room, entries);
    }
    if (note.id === id) await store.search.index(note);
  }
  for (const [room, entries] of wanted) {
    const latest = await store.feed.latest(
      room,
      entries.map(({ key }) => key),
    );
    const news = entries.filter(({ key, value }) => (latest.get(key) ?? "null") !== value);
    if (news.length === 0) continue;
    const { epoch, rows } = await store.feed.append(room, news);
    store.effect({ kind: "rows", room, epoch, rows });
  }
}
