/** The rows of inbox rooms: what is stored of a member's news, said again where it changed. */
import { type InboxMap, type InboxRecord, NOTIFICATIONS, READS } from "#app/rooms/inbox-room.ts";
import { roomName } from "#app/rooms/names.ts";
import type { FeedEntry } from "#db/repositories/feed.ts";
import type { NotificationRow } from "#db/repositories/notifications.ts";
import type { Store } from "#db/store.ts";
import { standingIn, viewersAmong } from "../rights.ts";

/** The room says this of these notifications, each of one member; rows that say so already are not said again. */
export async function sayNews(
  store: Store,
  rows: readonly { readonly row: NotificationRow; readonly isVisible: boolean }[],
): Promise<void> {
  const entries = rows.map(({ row, isVisible }) => ({
    member: row.member,
    entry: entryOf(NOTIFICATIONS, row.id, isVisible ? recordOf(row) : null),
  }));
  await say(store, entries);
}

/** The member's other tabs hear what was seen: `key` is a text or a thread, `at` in milliseconds. */
export async function sayReads(
  store: Store,
  member: string,
  reads: readonly { readonly key: string; readonly at: number }[],
): Promise<void> {
  await say(
    store,
    reads.map(({ key, at }) => ({ member, entry: entryOf(READS, key, at) })),
  );
}

/** Says of all these notifications, which may be about different notes, what holds now. */
export async function settle(store: Store, rows: readonly NotificationRow[], now: number): Promise<void> {
  const byNote = grouped(rows, ({ note }) => note);
  for (const [id, about] of byNote) {
    const note = await store.annotations.find(id);
    const members = about.map(({ member }) => member);
    const seeing = note === null ? new Map<string, unknown>() : await viewersAmong(store, note, { members, now });
    for (const row of about) {
      const isVisible = seeing.has(row.member) || (note !== null && (await isOutcomeFor(store, row, now)));
      await sayNews(store, [{ row, isVisible }]);
    }
  }
}

/**
 * The same for at most `limit` notifications about one note whose room says otherwise; true when all rooms agree. Asking
 * costs a look for each, saying ten times as much.
 */
export async function settleSome(
  store: Store,
  rows: readonly NotificationRow[],
  { now, limit }: { readonly now: number; readonly limit: number },
): Promise<boolean> {
  const [first] = rows;
  const note = first === undefined ? null : await store.annotations.find(first.note);
  const members = rows.map(({ member }) => member);
  const seeing = note === null ? new Map<string, unknown>() : await viewersAmong(store, note, { members, now });
  let said = 0;
  for (const row of rows) {
    const isVisible = seeing.has(row.member) || (note !== null && (await isOutcomeFor(store, row, now)));
    const entry = entryOf(NOTIFICATIONS, row.id, isVisible ? recordOf(row) : null);
    const fresh = await unsaid(store, row.member, [entry]);
    if (fresh.length === 0) continue;
    if (said === limit) return false;
    await append(store, row.member, fresh);
    said += 1;
  }
  return true;
}

/** What became of a report is shown to its reporter while they belong to the text, whatever they see of the note. */
async function isOutcomeFor(store: Store, { kind, member, document }: NotificationRow, now: number): Promise<boolean> {
  return kind === "outcome" && (await standingIn(store, { memberId: member, documentId: document, now })) !== null;
}

/** What an inbox room says of a notification. */
export function recordOf({ kind, group, document, root, note, at, readAt }: NotificationRow): InboxRecord {
  return { kind, group, document, root, note, at, isRead: readAt !== null };
}

const entryOf = (map: InboxMap, key: string, value: unknown): FeedEntry => ({ map, key, value: JSON.stringify(value) });

async function say(
  store: Store,
  said: readonly { readonly member: string; readonly entry: FeedEntry }[],
): Promise<void> {
  for (const [member, own] of grouped(said, ({ member }) => member)) {
    const entries = own.map(({ entry }) => entry);
    await append(store, member, await unsaid(store, member, entries));
  }
}

/** Those of these entries that the member's room does not say yet. */
async function unsaid(store: Store, member: string, entries: readonly FeedEntry[]): Promise<readonly FeedEntry[]> {
  const room = roomName({ kind: "inbox", member });
  const fresh: FeedEntry[] = [];
  for (const entry of entries) {
    const said = (await store.feed.latest(room, entry.map, [entry.key])).get(entry.key) ?? "null";
    if (said !== entry.value) fresh.push(entry);
  }
  return fresh;
}

async function append(store: Store, member: string, fresh: readonly FeedEntry[]): Promise<void> {
  if (fresh.length === 0) return;
  const room = roomName({ kind: "inbox", member });
  const { epoch, rows } = await store.feed.append(room, fresh);
  store.effect({ kind: "rows", room, epoch, rows });
}

function grouped<T>(all: readonly T[], by: (one: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const group = groups.get(by(one));
    if (group === undefined) groups.set(by(one), [one]);
    else group.push(one);
  }
  return groups;
}
