import { afterEach, beforeEach, expect, it } from "vitest";
import { CURRENT_EPOCH } from "#db/repositories/feed.ts";
import { makeReadStore } from "#db/store.ts";
import { openTestDatabase, type TestDatabase } from "#db/test-database.ts";
import { makeWriter, type Writer } from "#db/writer.ts";
import { ChunkCache } from "./chunk-cache.ts";
import { defaultLimits } from "./limits.ts";
import { RoomRows } from "./room-rows.ts";
import { storedSnapshots } from "./stored-snapshots.ts";

const SECRET = "words that were taken back";

let database: TestDatabase;
let writer: Writer;

beforeEach(() => {
  database = openTestDatabase();
  writer = makeWriter(database.write, { onCommit: () => {} });
});
afterEach(async () => {
  await writer.close();
  database.close();
});

/** The room as a server that has just started opens it; `asked` collects the rows that it had to read. */
async function openedAnew() {
  const { feed } = makeReadStore(database.read.db);
  const asked: number[] = [];
  const rows = new RoomRows({
    ...{
      room: "r",
      epoch: CURRENT_EPOCH,
      owner: { isOpen: true, forget: () => {} },
      cache: new ChunkCache(defaultLimits.cacheBytes),
    },
    feed: {
      head: feed.head,
      rows: async (room, epoch, from, to) => {
        asked.push(from);
        return feed.rows(room, epoch, from, to);
      },
    },
    snapshots: storedSnapshots({ feed }, writer.transact, (error) => {
      throw error;
    }),
  });
  await rows.ready();
  await rows.load(1);
  return { rows, asked, bytes: Buffer.from(rows.cached(1)?.all().bytes ?? []) };
}

const write = (key: string, value: string) =>
  writer.transact((store) => store.feed.append("r", [{ map: "annotations", key, value: JSON.stringify(value) }]));

it("spares the second start the encoding, and never brings back what was superseded", async () => {
  for (let i = 0; i < 1000; i += 1) await write(`key-${i}`, i === 7 ? SECRET : "words");
  const first = await openedAnew();
  expect(first.asked).toEqual([1, 251, 501, 751]);
  await expect.poll(() => database.read.sqlite.prepare("SELECT count(*) FROM snapshots").pluck().get()).toBe(1);

  const second = await openedAnew();
  expect(second.asked).toEqual([]);
  expect(second.bytes).toEqual(first.bytes);

  await write("key-7", "other words");
  const third = await openedAnew();
  expect(third.asked).toEqual([1, 251, 501, 751]);
  expect(third.bytes.includes(SECRET)).toBe(false);
  await expect.poll(async () => (await openedAnew()).asked).toEqual([]);
  expect((await openedAnew()).bytes).toEqual(third.bytes);
});
