/** Readers with the stock provider see every committed row, live and after a pause, and nothing twice. */
import { expect, test } from "vitest";
import * as Y from "yjs";
import { eventually, notesOf, startRealtime, step1 } from "./realtime-harness.ts";
import { room } from "./realtime-memory.ts";

test("rows appear at every reader, updates and removals included", async () => {
  const { provider, write } = await startRealtime();
  write({ a: { body: "before anybody came" } });
  const [anna, bert] = [provider("anna"), provider("bert")];
  await eventually(() => expect([anna.synced, bert.synced]).toEqual([true, true]));
  expect(notesOf(anna)).toEqual({ a: { body: "before anybody came" } });
  write({ b: { body: "live" }, c: { body: "in one turn" } });
  write({ b: { body: "edited" } });
  write({ a: null });
  const all = { a: null, b: { body: "edited" }, c: { body: "in one turn" } };
  await eventually(() => {
    expect(notesOf(anna)).toEqual(all);
    expect(notesOf(bert)).toEqual(all);
  });
  expect(Y.encodeStateAsUpdate(anna.doc)).toEqual(Y.encodeStateAsUpdate(bert.doc));
  expect(Y.getState(anna.doc.store, 1)).toBe(5);
});

test("an empty room syncs, and its first row arrives", async () => {
  const { provider, write } = await startRealtime();
  const anna = provider("anna");
  await eventually(() => expect(anna.synced).toBe(true));
  write({ a: 1 });
  await eventually(() => expect(notesOf(anna)).toEqual({ a: 1 }));
});

test("who comes back gets the rows in between and no others", async () => {
  const { provider, write, join, doorkeeper } = await startRealtime();
  doorkeeper.presence = false;
  for (let i = 0; i < 1200; i++) write({ [`note-${i}`]: { body: `text ${i}` } });
  const anna = provider("anna");
  await eventually(() => expect(anna.synced).toBe(true));
  anna.disconnect();
  write({ late: { body: "meanwhile" } });
  anna.connect();
  await eventually(() => expect(notesOf(anna).late).toEqual({ body: "meanwhile" }));

  const raw = await join("bert");
  raw.ws.send(step1(1200));
  await eventually(() => expect(raw.frames.at(-1)).toEqual(Buffer.from([0, 1, 2, 0, 0])));
  expect(raw.frames).toHaveLength(2);
  expect(raw.frames[0]?.includes("meanwhile")).toBe(true);
  expect(raw.frames[0]?.length).toBeLessThan(60);
});

test("who has everything gets an empty step 2 and nothing is read", async () => {
  const { write, join, feed } = await startRealtime();
  write({ a: 1, b: 2 });
  const raw = await join("anna");
  raw.ws.send(step1(2));
  await eventually(() => expect(raw.frames).toEqual([Buffer.from([0, 1, 2, 0, 0])]));
  expect(feed.reads.filter((read) => read.startsWith("rows"))).toEqual([]);
});

test("a large room arrives in frames of at most 1,000 rows, step 2 last, read once for all", async () => {
  const { provider, write, feed } = await startRealtime();
  write(Object.fromEntries(Array.from({ length: 2500 }, (_, i) => [`note-${i}`, { body: `text ${i}` }])));
  const readers = ["anna", "bert", "carl"].map((name) => {
    const reader = provider(name);
    const sizes: number[] = [];
    reader.doc.on("update", (update: Uint8Array) => {
      expect(reader.synced).toBe(false);
      sizes.push(Y.decodeUpdate(update).structs.length);
    });
    return { reader, sizes };
  });
  for (const { reader, sizes } of readers) {
    await eventually(() => expect(reader.synced).toBe(true));
    expect(Object.keys(notesOf(reader))).toHaveLength(2500);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(1000);
  }
  const reads = feed.reads.filter((read) => read.startsWith("rows"));
  expect(reads).toHaveLength(new Set(reads).size);
});

test("nobody is left behind when rows come faster than rooms are read", async () => {
  const { provider, write, feed } = await startRealtime();
  for (let i = 0; i < 1500; i++) write({ [`note-${i % 700}`]: { body: `text ${i}` } });
  feed.hold = () => new Promise((resolve) => setTimeout(resolve, 3));
  const readers = ["anna", "bert", "carl", "dora"].map((name) => provider(name));
  for (let i = 0; i < 300; i++) {
    write({ [`note-${i % 50}`]: { body: `again ${i}` } });
    if (i % 10 === 0) await new Promise((resolve) => setImmediate(resolve));
    if (i === 150) readers.push(provider("emil"));
  }
  await eventually(() => {
    for (const reader of readers) expect(Y.getState(reader.doc.store, 1)).toBe(1800);
  });
  const [first, ...others] = readers.map((reader) => Y.encodeStateAsUpdate(reader.doc));
  for (const other of others) expect(other).toEqual(first);
  for (const reader of readers) expect(reader.doc.store.pendingStructs).toBeNull();
});

test("a slow feed delays the first sync, it never empties it", async () => {
  const { provider, write, feed } = await startRealtime();
  write({ a: "there before" });
  let open = (): void => {};
  const gate = new Promise<void>((resolve) => {
    open = resolve;
  });
  feed.hold = () => gate;
  const anna = provider("anna");
  await eventually(() => expect(feed.reads).toHaveLength(1));
  write({ a: "written meanwhile" });
  expect(anna.synced).toBe(false);
  open();
  await eventually(() => expect(anna.synced).toBe(true));
  expect(notesOf(anna)).toEqual({ a: "written meanwhile" });
});

test("a feed that fails sends readers away for now, and serves them once it works again", async () => {
  const { provider, write, feed, errors } = await startRealtime();
  write({ a: 1 });
  feed.hold = () => Promise.reject(new Error("disk"));
  const anna = provider("anna");
  await eventually(() => expect(errors.length).toBeGreaterThan(0));
  expect(anna.synced).toBe(false);
  feed.hold = async () => {};
  await eventually(() => expect(notesOf(anna)).toEqual({ a: 1 }));
});

test("when the server stops, sockets are told to come back and none is let in", async () => {
  const { join, realtime, socket, doorkeeper } = await startRealtime();
  const anna = await join("anna");
  const cookie = doorkeeper.signIn("bert");
  await realtime.close();
  expect((await anna.closed).code).toBe(1012);
  expect((await socket("any?epoch=1&v=1", { cookie }).closed).code).toBe(1006);
  expect(realtime.stats().sockets).toBe(0);
});

test("the rows of one commit are one frame, and a value that did not outlive it is not in it", async () => {
  const { join, realtime, feed } = await startRealtime();
  const anna = await join("anna");
  anna.ws.send(step1());
  await eventually(() => expect(anna.frames).toHaveLength(1));
  const commands = ["first", "second", "third"].map((body) => feed.append(room, { a: { body }, [body]: 1 }));
  realtime.publish(commands);
  await eventually(() => expect(anna.frames).toHaveLength(2));
  const frame = anna.frames[1] ?? Buffer.alloc(0);
  expect(frame.includes("third")).toBe(true);
  expect(frame.toString("latin1").match(/body/g)).toHaveLength(1);
});

test("rows that cannot be encoded cost nobody more than a reconnect", async () => {
  const { provider, feed, realtime, errors } = await startRealtime();
  const anna = provider("anna");
  await eventually(() => expect(anna.synced).toBe(true));
  const { rows, ...effect } = feed.append(room, { a: 1, b: 2, c: 3 });
  realtime.publish([{ ...effect, rows: rows.filter(({ key }) => key !== "b") }]);
  expect(errors).toHaveLength(1);
  await eventually(() => expect(notesOf(anna)).toEqual({ a: 1, b: 2, c: 3 }));
});
