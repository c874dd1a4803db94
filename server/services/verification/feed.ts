/** Feed against tables: what every room says last is what the projection of the stored notes says. */
import { parseRoom } from "#app/rooms/names.ts";
import { projectRevision, projectThreads } from "#app/rooms/projection.ts";
import type { Connection } from "#db/client.ts";
import { annotationsRepository } from "#db/repositories/annotations.ts";
import { BLANK } from "#db/repositories/feed.ts";
import { revisionsRepository } from "#db/repositories/revisions.ts";

export type RoomRow = { readonly name: string; readonly epoch: number; readonly seq: number };
type ChangeRow = {
  readonly seq: number;
  readonly map: string;
  readonly key: string;
  readonly prev: number;
  readonly value: string;
};

/** Room name -> map and key -> JSON text of what it says. */
type Said = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** Holds one text's notes and rooms in memory at a time. */
export async function* feedFindings(connection: Connection): AsyncGenerator<string> {
  const { sqlite } = connection;
  const documents = sqlite.prepare<[], string>("SELECT id FROM documents ORDER BY id").pluck().all();
  const rooms = roomsByDocument(connection);
  for (const id of documents) {
    const said = new Map<string, ReadonlyMap<string, string>>();
    for (const room of rooms.get(id) ?? []) said.set(room.name, yield* replayFindings(connection, room));
    yield* compare(said, await projected(connection, id));
    rooms.delete(id);
  }
  for (const [id, left] of rooms)
    for (const { name } of left) yield `Room ${name} belongs to text ${id}, which is not there.`;
  const strays = sqlite
    .prepare<[], string>("SELECT DISTINCT room FROM changes WHERE room NOT IN (SELECT name FROM rooms)")
    .pluck();
  for (const room of strays.all()) yield `Room ${room} has changes but no head.`;
}

function roomsByDocument({ sqlite }: Connection): Map<string, RoomRow[]> {
  const byDocument = new Map<string, RoomRow[]>();
  for (const room of sqlite.prepare<[], RoomRow>("SELECT name, epoch, seq FROM rooms ORDER BY name").all()) {
    const parsed = parseRoom(room.name);
    if (parsed !== null && !("document" in parsed)) continue;
    const document = parsed?.document ?? room.name;
    const known = byDocument.get(document);
    if (known === undefined) byDocument.set(document, [room]);
    else known.push(room);
  }
  return byDocument;
}

/** Replays a room row by row; returns what it says in the end. */
export function* replayFindings(
  { sqlite }: Connection,
  { name, epoch, seq }: RoomRow,
): Generator<string, ReadonlyMap<string, string>> {
  const rows = sqlite.prepare<[string, number], ChangeRow>(
    "SELECT seq, map, key, prev, value FROM changes WHERE room = ? AND epoch = ? ORDER BY seq",
  );
  const newest = new Map<string, ChangeRow>();
  let last = 0;
  for (const row of rows.iterate(name, epoch)) {
    const before = newest.get(placeIn(row));
    if (row.seq !== last + 1) yield `Room ${name} jumps from row ${last} to row ${row.seq}.`;
    if (row.prev !== (before?.seq ?? 0))
      yield `Room ${name}, row ${row.seq}: supersedes ${before?.seq ?? 0}, says ${row.prev}.`;
    if (before !== undefined && before.value !== BLANK)
      yield `Room ${name}, row ${before.seq}: superseded, but not blanked.`;
    last = row.seq;
    newest.set(placeIn(row), row);
  }
  if (last !== seq) yield `Room ${name} ends at row ${last}, its head says ${seq}.`;
  return new Map([...newest].map(([key, { value }]) => [key, value]));
}

async function projected({ sqlite, db }: Connection, documentId: string): Promise<Said> {
  const ids = sqlite.prepare<[string], string>(
    "SELECT id FROM annotations WHERE document_id = ? AND parent_id IS NULL",
  );
  const rooms = new Map<string, Map<string, string>>();
  const notes = await annotationsRepository(db).threads(ids.pluck().all(documentId));
  const text = await revisionsRepository(db).said(documentId);
  const said = [...projectThreads(notes), ...(text === null ? [] : projectRevision(text))];
  for (const { room, map, key, value } of said) {
    const values = rooms.get(room) ?? new Map<string, string>();
    rooms.set(room, values.set(placeIn({ map, key }), JSON.stringify(value)));
  }
  return rooms;
}

/** How `replayFindings` names what a room says. */
export function placeIn({ map, key }: { readonly map: string; readonly key: string }): string {
  return `${map} ${key}`;
}

/** "null" and never mentioned are the same to a reader. */
function* compare(said: Said, wanted: Said): Generator<string> {
  for (const [room, values] of wanted) {
    for (const [key, value] of values) {
      if ((said.get(room)?.get(key) ?? "null") !== value)
        yield `Room ${room} shows ${key} otherwise than it is stored.`;
    }
  }
  for (const [room, values] of said) {
    for (const [key, value] of values) {
      if (value !== "null" && wanted.get(room)?.has(key) !== true)
        yield `Room ${room} shows ${key}, which does not stand there.`;
    }
  }
}
