import fc from "fast-check";
import * as Y from "yjs";
import type { FeedRow } from "#app/rooms/feed.ts";
import { FEED_CLIENT, type RoomMap, roomMaps } from "#app/rooms/reading-room.ts";

/** One `Y.Map.set` of one of the room's maps. */
export type Call = { readonly map: RoomMap; readonly key: string; readonly value: unknown };

const value = fc.oneof(
  fc.constant(null),
  fc.record({
    body: fc.string({ unit: "grapheme" }),
    created: fc.integer({ min: 0, max: 2 ** 45 }),
    target: fc.option(fc.record({ start: fc.nat(), list: fc.array(fc.boolean()) })),
  }),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => number + 0),
);

/** Random calls over few keys, so that most rows supersede one another; at least one. */
export const ops: fc.Arbitrary<Call[]> = fc.array(
  fc.record({
    map: fc.constantFrom(...roomMaps),
    key: fc.constantFrom("a", "b", "c", "ключ", "long-key-of-a-note"),
    value,
  }),
  { minLength: 1, maxLength: 60 },
);

/** The feed that the same calls leave, nothing blanked yet. */
export function feedOf(calls: readonly Call[]): FeedRow[] {
  const latest = new Map<string, number>();
  return calls.map(({ map, key, value }, index) => {
    const place = `${map} ${key}`;
    const prev = latest.get(place) ?? 0;
    latest.set(place, index + 1);
    return { seq: index + 1, map, key, prev, value: JSON.stringify(value) };
  });
}

/** Seqs of the rows that a later row superseded. */
export function supersededBy(rows: readonly FeedRow[]): Set<number> {
  return new Set(rows.map((row) => row.prev).filter((prev) => prev > 0));
}

/** A document on which Yjs made the calls itself, as the feed's client. */
export function referenceDoc(calls: readonly Call[]): Y.Doc {
  const doc = new Y.Doc();
  doc.clientID = FEED_CLIENT;
  for (const { map, key, value } of calls) doc.getMap(map).set(key, JSON.parse(JSON.stringify(value)));
  return doc;
}
