/** Queue rooms against tables: each says of every open item what is stored of it, and nothing of those that are done. */
import { parseRoom, roomName } from "#app/rooms/names.ts";
import { ITEMS } from "#app/rooms/queue-room.ts";
import type { Connection } from "#db/client.ts";
import { makeReadStore } from "#db/store.ts";
import { recordOfItem } from "../moderation/item.ts";
import { placeIn, type RoomRow, replayFindings } from "./feed.ts";

/** Holds one group's queue in memory at a time. */
export async function* queueFindings(connection: Connection): AsyncGenerator<string> {
  const { sqlite, db } = connection;
  const store = makeReadStore(db);
  const rooms = new Map(
    sqlite
      .prepare<[], RoomRow>("SELECT name, epoch, seq FROM rooms WHERE name LIKE 'queue/%' ORDER BY name")
      .all()
      .map((room) => [room.name, room]),
  );
  for (const id of sqlite.prepare<[], string>("SELECT id FROM groups ORDER BY id").pluck().all()) {
    const name = roomName({ kind: "queue", group: id });
    const room = rooms.get(name);
    const said = room === undefined ? new Map<string, string>() : yield* replayFindings(connection, room);
    const wanted = new Map<string, string>();
    for (const item of await store.queueList.open(id)) {
      wanted.set(placeIn({ map: ITEMS, key: item.id }), JSON.stringify(recordOfItem(item)));
    }
    for (const place of new Set([...said.keys(), ...wanted.keys()])) {
      if ((said.get(place) ?? "null") !== (wanted.get(place) ?? "null"))
        yield `Room ${name} shows ${place} otherwise than it is stored.`;
    }
    rooms.delete(name);
  }
  for (const name of rooms.keys()) {
    const isNamed = parseRoom(name)?.kind === "queue";
    yield isNamed ? `Room ${name} belongs to no group.` : `Room ${name} is no group's queue.`;
  }
}
