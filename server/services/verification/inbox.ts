/** Inbox rooms against tables: each says of every notification what the rights to its note say. */
import { NOTIFICATIONS } from "#app/rooms/inbox-room.ts";
import { parseRoom } from "#app/rooms/names.ts";
import type { Connection } from "#db/client.ts";
import { makeReadStore } from "#db/store.ts";
import { visibleNews } from "../news/inbox.ts";
import { recordOf } from "../news/inbox-rows.ts";
import { placeIn, type RoomRow, replayFindings } from "./feed.ts";

/** Holds one member's inbox in memory at a time. Whose time has come but who was not swept yet counts as there. */
export async function* inboxFindings(connection: Connection): AsyncGenerator<string> {
  const { sqlite, db } = connection;
  const store = makeReadStore(db);
  const rooms = sqlite.prepare<[], RoomRow>(
    "SELECT name, epoch, seq FROM rooms WHERE name LIKE 'inbox/%' ORDER BY name",
  );
  const keys = sqlite.prepare<[string, number, string], string>(
    "SELECT DISTINCT key FROM changes WHERE room = ? AND epoch = ? AND map = ?",
  );
  for (const room of rooms.all()) {
    const parsed = parseRoom(room.name);
    if (parsed?.kind !== "inbox") {
      yield `Room ${room.name} is no member's inbox.`;
      continue;
    }
    const said = yield* replayFindings(connection, room);
    const member = parsed.member;
    const rows = await store.notifications.all(member);
    const visible = await visibleNews(store, rows, { member, now: 0 });
    const wanted = new Map(visible.map(({ row }) => [row.id, JSON.stringify(recordOf(row))]));
    const shown = keys.pluck().all(room.name, room.epoch, NOTIFICATIONS);
    for (const key of new Set([...shown, ...wanted.keys()])) {
      if ((said.get(placeIn({ map: NOTIFICATIONS, key })) ?? "null") !== (wanted.get(key) ?? "null"))
        yield `Room ${room.name} shows notification ${key} otherwise than it is stored.`;
    }
  }
}
