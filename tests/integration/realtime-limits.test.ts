/** What one client may cost: upgrades, sockets, bytes, messages, unread data (W4, W5, W7, W8). */
import { once } from "node:events";
import { setImmediate as nextTurn } from "node:timers/promises";
import { expect, test } from "vitest";
import { defaultLimits } from "#server/realtime/limits.ts";
import { eventually, type Harness, notesOf, type RawSocket, startRealtime, step1 } from "./realtime-harness.ts";
import { room } from "./realtime-memory.ts";

const path = `${room}?epoch=1&v=1`;

test("20 upgrades a minute from an address without a session, then 4429", async () => {
  let now = 0;
  const { socket, join } = await startRealtime({}, { clock: () => now });
  expect(await codes(Array.from({ length: 22 }, () => socket(path)))).toEqual({ 4401: 20, 4429: 2 });
  // A school is one address: who has a session is not counted with it.
  expect((await join("anna")).ws.readyState).toBe(1);
  now = 60_000;
  expect((await socket(path).closed).code).toBe(4401);
});

test("40 sockets of a session at once, whose slots are taken before the rights are read", async () => {
  const { socket, doorkeeper, realtime } = await startRealtime();
  const cookie = doorkeeper.signIn("anna");
  const sockets = Array.from({ length: 45 }, () => socket(path, { cookie }));
  const refused = await Promise.race([Promise.all(sockets.map(({ closed }) => closed)), countClosed(sockets, 5)]);
  expect(refused).toEqual([4429, 4429, 4429, 4429, 4429]);
  expect(realtime.stats().sockets).toBe(40);
  for (const { ws } of sockets) ws.close();
  await eventually(() => expect(realtime.stats().sockets).toBe(0));
  await once(socket(path, { cookie }).ws, "open");
});

test("120 upgrades a minute of a session, refused ones included", async () => {
  const { socket, doorkeeper } = await startRealtime();
  const cookie = doorkeeper.signIn("anna");
  for (let i = 0; i < 120; i += 30) {
    await codes(Array.from({ length: 30 }, () => socket("reading/none?epoch=1&v=1", { cookie })));
  }
  expect((await socket(path, { cookie }).closed).code).toBe(4429);
});

test("a full room", async () => {
  const { join, socket, doorkeeper } = await startRealtime({ socketsPerRoom: 2 });
  await join("anna");
  const bert = await join("bert");
  expect((await socket(path, { cookie: doorkeeper.signIn("carl") }).closed).code).toBe(4429);
  bert.ws.close();
  await bert.closed;
  expect((await join("carl")).ws.readyState).toBe(1);
});

test("text frames are 1003, frames above 256 KiB are not even read", async () => {
  const { join } = await startRealtime();
  const anna = await join("anna");
  anna.ws.send("hello");
  expect((await anna.closed).code).toBe(1003);
  const bert = await join("bert");
  bert.ws.send(Buffer.alloc(256 * 1024 + 1));
  expect((await bert.closed).code).toBe(1009);
});

test.each<[string, (raw: RawSocket) => void]>([
  ["messages", ({ ws }) => times(defaultLimits.messages.burst + 50, () => ws.send(Buffer.from([7])))],
  ["bytes", ({ ws }) => times(12, () => ws.send(Buffer.alloc(200 * 1024, 7)))],
  ["first syncs", ({ ws }) => times(6, () => ws.send(step1()))],
])("too many %s are a flood, logged, and others do not notice", async (_, attack) => {
  const { join, provider, write, warnings } = await startRealtime();
  const bert = provider("bert");
  await eventually(() => expect(bert.synced).toBe(true));
  const anna = await join("anna");
  attack(anna);
  write({ note: "for bert" });
  await eventually(() => expect(notesOf(bert)).toEqual({ note: "for bert" }));
  expect((await anna.closed).code).toBe(4429);
  expect(warnings).toMatchObject([{ code: 4429, member: "anna" }]);
});

test("the sockets of a session flood together", async () => {
  const { join } = await startRealtime();
  const sockets = await Promise.all(Array.from({ length: 8 }, () => join("anna")));
  for (const { ws } of sockets) times(150, () => ws.send(Buffer.from([7])));
  expect(await countClosed(sockets, 1)).toEqual([4429]);
});

test("who leaves too much unread is cut off; memory stays bounded and others get every row", async () => {
  const harness = await startRealtime({ maxUnread: 256 * 1024 });
  const slow = await synced(harness, "anna");
  const bert = harness.provider("bert");
  await eventually(() => expect(bert.synced).toBe(true));
  slow.ws.pause();
  const body = "x".repeat(50_000);
  let written = 0;
  // The kernel's own buffers take some megabytes before ours begin to fill.
  while (harness.realtime.stats().sockets === 2 && written < 2000) {
    harness.write({ [`note-${written % 20}`]: { body, n: ++written } });
    await nextTurn();
  }
  expect(harness.realtime.stats().sockets).toBe(1);
  await eventually(() => expect(notesOf(bert)[`note-${(written - 1) % 20}`]).toEqual({ body, n: written }));
});

test("a room is sent no faster than it is read, however large", async () => {
  const { join, write, realtime } = await startRealtime({ maxUnread: 64 * 1024, servingUnread: 32 * 1024 });
  const body = "x".repeat(10_000);
  for (let i = 0; i < 1500; i++) write({ [`note-${i}`]: { body } });
  const anna = await join("anna");
  anna.ws.pause();
  anna.ws.send(step1());
  for (let i = 0; i < 200; i++) await nextTurn();
  expect(realtime.stats().sockets).toBe(1);
  anna.ws.resume();
  await eventually(() => expect(anna.frames.at(-1)).toEqual(Buffer.from([0, 1, 2, 0, 0])));
  expect(Buffer.concat(anna.frames).length).toBeGreaterThan(15_000_000);
});

test("a socket that answers no ping for 30 s is gone", async () => {
  let now = 0;
  const { join, realtime } = await startRealtime({ tick: 5 }, { clock: () => now });
  const anna = await join("anna");
  anna.ws.pause();
  now = 31_000;
  await eventually(() => expect(realtime.stats().sockets).toBe(0));
});

test("an idle reader hears something every 20 s, or its provider would reconnect", async () => {
  let now = 0;
  const { join, write } = await startRealtime({ tick: 5 }, { clock: () => now });
  write({ a: 1 });
  const anna = await join("anna");
  for (let i = 1; i <= 4; i++) {
    now = i * 10_000;
    await eventually(() => expect(anna.frames).toHaveLength(Math.floor(i / 2)));
  }
  expect(anna.frames).toEqual([Buffer.from([1, 1, 0]), Buffer.from([1, 1, 0])]);
});

function times(count: number, act: () => void): void {
  for (let i = 0; i < count; i++) act();
}

async function codes(sockets: readonly RawSocket[]): Promise<Record<number, number>> {
  const counts: Record<number, number> = {};
  for (const { closed } of sockets) {
    const { code } = await closed;
    counts[code] = (counts[code] ?? 0) + 1;
  }
  return counts;
}

/** The codes of the first `count` sockets that close. */
function countClosed(sockets: readonly RawSocket[], count: number): Promise<number[]> {
  const seen: number[] = [];
  return new Promise((resolve) => {
    for (const { closed } of sockets) {
      void closed.then(({ code }) => {
        seen.push(code);
        if (seen.length === count) resolve(seen);
      });
    }
  });
}

async function synced({ join }: Harness, member: string): Promise<RawSocket> {
  const raw = await join(member);
  raw.ws.send(step1());
  await eventually(() => expect(raw.frames).toHaveLength(1));
  return raw;
}
