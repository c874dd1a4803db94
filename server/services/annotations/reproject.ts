import { type Projected, project } from "#app/rooms/projection.ts";
import type { RoomMap } from "#app/rooms/reading-room.ts";
import type { NoteRow } from "#db/repositories/annotations.ts";
import type { Store } from "#db/store.ts";

type Entry = { readonly map: RoomMap; readonly key: string; readonly value: string };

/**
 * Brings rooms and search in step with a note after a change. Besides the note only those that it answers can look
 * different (a tombstone goes with its last reply, a question with its answer), so the rest of the thread is not read: a
 * reply costs the same in a thread of three and of three thousand. What a room says already is not said again.
 */
export async function reproject(store: Store, id: string): Promise<void> {
  const lineage = await store.annotations.lineage(id);
  await say(store, lineage);
  for (const note of lineage) if (note.id === id) await store.search.index(note);
}

/** As `reproject`, after a change that touched nothing but reactions, tags or the state of the thread of that note. */
export async function reprojectAlone(store: Store, id: string): Promise<void> {
  const note = await store.annotations.find(id);
  if (note === null) return;
  await say(store, [note]);
  await store.search.index(note);
}

/** Says in every room what it should say of these notes now. */
export async function say(store: Store, notes: readonly NoteRow[]): Promise<void> {
  const wanted = new Map<string, Entry[]>();
  for (const note of notes) {
    const answers = note.status === "published" ? "none" : await store.annotations.answersTo(note);
    for (const { room, map, key, value } of project(note, answers)) {
      const entries = wanted.get(room) ?? [];
      entries.push({ map, key, value: JSON.stringify(value) });
      wanted.set(room, entries);
    }
  }
  await append(store, wanted);
}

/** Says what was projected of a text itself. */
export async function sayOfText(store: Store, projected: readonly Projected[]): Promise<void> {
  for (const { room, map, key, value } of projected) {
    await append(store, new Map([[room, [{ map, key, value: JSON.stringify(value) }]]]));
  }
}

/** Says in rooms that they have nothing of a note any more. */
export async function sayNothing(
  store: Store,
  left: readonly { readonly room: string; readonly map: RoomMap; readonly key: string }[],
): Promise<void> {
  const wanted = new Map<string, Entry[]>();
  for (const { room, map, key } of left) {
    const entries = wanted.get(room) ?? [];
    entries.push({ map, key, value: "null" });
    wanted.set(room, entries);
  }
  await append(store, wanted);
}

/** What rooms said of notes as they were and will not say of them as they are. */
export function leftKeys(before: readonly NoteRow[], now: readonly NoteRow[]) {
  const keyOf = ({ room, map, key }: { room: string; map: string; key: string }) => `${room} ${map} ${key}`;
  const kept = new Set(now.flatMap((note) => project(note, "public").map(keyOf)));
  return before.flatMap((note) => project(note, "public")).filter((said) => !kept.has(keyOf(said)));
}

async function append(store: Store, wanted: ReadonlyMap<string, readonly Entry[]>): Promise<void> {
  for (const [room, entries] of wanted) {
    const news = await newsOf(store, room, entries);
    if (news.length === 0) continue;
    const { epoch, rows } = await store.feed.append(room, news);
    store.effect({ kind: "rows", room, epoch, rows });
  }
}

async function newsOf(store: Store, room: string, entries: readonly Entry[]): Promise<readonly Entry[]> {
  const said = new Map<RoomMap, ReadonlyMap<string, string>>();
  for (const map of new Set(entries.map((entry) => entry.map))) {
    const keys = entries.filter((entry) => entry.map === map).map(({ key }) => key);
    said.set(map, await store.feed.latest(room, map, keys));
  }
  return entries.filter(({ map, key, value }) => (said.get(map)?.get(key) ?? "null") !== value);
}
