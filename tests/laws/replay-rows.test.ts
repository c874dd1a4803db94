/** Rows encoded without a Y.Doc leave a reader with the bytes that Y.Map.set itself would have left. */
import fc from "fast-check";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { roomMaps } from "#app/rooms/reading-room.ts";
import { Chunk, chunkStart } from "#server/realtime/chunk.ts";
import { encodeRows, encodeStructs, updateHead, updateTail } from "#server/realtime/codec.ts";
import { feedOf, ops, referenceDoc, supersededBy } from "#tests/laws/replay-model.ts";

const runs = { numRuns: Number(process.env.RUNS ?? 150) };

test("any cuts, any blanking, any stopping point: reader and reference are byte-equal", () => {
  fc.assert(
    fc.property(ops, fc.array(fc.nat(), { maxLength: 8 }), fc.infiniteStream(fc.boolean()), (calls, cuts, coins) => {
      const rows = feedOf(calls);
      const superseded = supersededBy(rows);
      const reader = new Y.Doc();
      const stops = [...new Set([...cuts.map((cut) => cut % (rows.length + 1)), rows.length])].sort((a, b) => a - b);
      let from = 0;
      for (const stop of stops) {
        // What a later row superseded may be blanked already, also when that row is not in this run.
        const run = rows.slice(from, stop).map((row) => {
          const blank = superseded.has(row.seq) && coins.next().value === true;
          return blank ? { ...row, value: null } : row;
        });
        Y.applyUpdate(reader, encodeRows(run));
        from = stop;
        expect(reader.store.pendingStructs).toBeNull();
        expect(reader.store.pendingDs).toBeNull();
        expect(Y.getState(reader.store, 1)).toBe(stop);
      }
      const reference = referenceDoc(calls);
      for (const map of roomMaps) expect(reader.getMap(map).toJSON()).toEqual(reference.getMap(map).toJSON());
      expect(Y.encodeStateVector(reader)).toEqual(Y.encodeStateVector(reference));
      expect(Y.encodeStateAsUpdate(reader)).toEqual(Y.encodeStateAsUpdate(reference));
    }),
    runs,
  );
});

test("a reader that overlaps, or gets rows twice, converges as well", () => {
  fc.assert(
    fc.property(ops, fc.nat(), fc.nat(), (calls, a, b) => {
      const rows = feedOf(calls);
      const [again, stop] = [a % (rows.length + 1), b % (rows.length + 1)].sort((x, y) => x - y) as [number, number];
      const reader = new Y.Doc();
      Y.applyUpdate(reader, encodeRows(rows.slice(0, stop)));
      Y.applyUpdate(reader, encodeRows(rows.slice(again)));
      expect(Y.encodeStateAsUpdate(reader)).toEqual(Y.encodeStateAsUpdate(referenceDoc(calls)));
    }),
    runs,
  );
});

test("a chunk that grew and was blanked in place holds the bytes of the blanked rows", () => {
  fc.assert(
    fc.property(ops, fc.array(fc.integer({ min: 1, max: 5 })), (calls, steps) => {
      const rows = feedOf(calls);
      const chunk = new Chunk(chunkStart(1));
      for (let from = 0, i = 0; from < rows.length; i++) {
        const run = rows.slice(from, from + (steps[i] ?? 3));
        for (const row of run) if (row.prev > 0) chunk.blank(row.prev);
        chunk.append(encodeStructs(run));
        for (const row of run) if (row.prev > 0) chunk.blank(row.prev);
        from += run.length;
      }
      const superseded = supersededBy(rows);
      const blanked = rows.map((row) => (superseded.has(row.seq) ? { ...row, value: null } : row));
      const cut = chunk.cut(1);
      const update = Buffer.concat([updateHead(1, cut.ends.length), cut.bytes, updateTail]);
      expect(update.equals(encodeRows(blanked))).toBe(true);
    }),
    runs,
  );
});
