/** Presence shows who is here, as the server knows it, and nobody can speak for somebody else (P1, P2). */
import { expect, test } from "vitest";
import { Awareness, applyAwarenessUpdate } from "y-protocols/awareness";
import type { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";
import { eventually, type RawSocket, startRealtime, varUint } from "./realtime-harness.ts";
import { documentId, ulid } from "./realtime-memory.ts";

const nothing = { selection: null, block: null, typing: null, preview: null };

test("what a client says is rebuilt: known fields, checked, and the seat of its session", async () => {
  const { provider } = await startRealtime();
  const [anna, bert] = [provider("anna"), provider("bert")];
  const said: [object, object][] = [
    [
      { selection: { start: 3, end: 9 }, block: 4, typing: "new", preview: "Whose fear?" },
      { selection: { start: 3, end: 9 }, block: 4, typing: "new", preview: "Whose fear?" },
    ],
    [
      { typing: ulid("R"), user: "Dean (admin)", seat: "seat-of-dean", colour: "red" },
      { ...nothing, typing: ulid("R") },
    ],
    [
      { typing: "new", preview: `${"\u00e4".repeat(512)}` },
      { ...nothing, typing: "new" },
    ],
    [
      { typing: "new", preview: "two\nlines" },
      { ...nothing, typing: "new" },
    ],
    [{ preview: "said of nothing" }, nothing],
    [{ selection: { start: 9, end: 3 }, block: -1, typing: "<img>" }, nothing],
    [{ selection: "all", block: 1.5, typing: 7 }, nothing],
    [
      { selection: { start: 1, end: 2, extra: "x" }, block: 1e12 },
      { ...nothing, selection: { start: 1, end: 2 } },
    ],
  ];
  for (const [state, shown] of said) {
    anna.awareness.setLocalState(state);
    await eventually(() => expect(seen(bert, anna)).toEqual({ ...shown, seat: "seat-of-anna" }));
  }
});

test("the words of somebody who may not write here are not shown", async () => {
  const { provider, doorkeeper } = await startRealtime();
  doorkeeper.preview = false;
  const [anna, bert] = [provider("anna"), provider("bert")];
  anna.awareness.setLocalState({ typing: "new", preview: "Whose fear?" });
  await eventually(() => expect(seen(bert, anna)).toEqual({ ...nothing, typing: "new", seat: "seat-of-anna" }));
});

test("who comes sees who is here, who leaves is gone, who returns is back", async () => {
  const { provider, realtime } = await startRealtime();
  const anna = provider("anna");
  const bert = provider("bert");
  await eventually(() => expect([seen(anna, bert), seen(bert, anna)]).not.toContain(undefined));
  expect([...realtime.readersOf(documentId)].sort()).toEqual(["anna", "bert"]);
  anna.disconnect();
  await eventually(() => expect(seen(bert, anna)).toBeUndefined());
  anna.awareness.setLocalState({ block: 7 });
  anna.connect();
  await eventually(() => expect(seen(bert, anna)).toMatchObject({ block: 7 }));
  // Cut, without a farewell: the clock that it comes back with is one that others have seen.
  bert.ws?.close();
  await eventually(() => expect(seen(anna, bert)).toBeUndefined());
  await eventually(() => expect(seen(anna, bert)).toEqual({ ...nothing, seat: "seat-of-bert" }));
});

test("somebody else's id is neither taken over nor removed, and its owner hears nothing of it", async () => {
  const { provider, join } = await startRealtime();
  const [anna, bert] = [provider("anna"), provider("bert")];
  await eventually(() => expect(seen(bert, anna)).toBeDefined());
  const mallory = await join("mallory");
  const { clientID } = anna.awareness;
  mallory.ws.send(presence(clientID, 900, { block: 666 }));
  mallory.ws.send(presence(clientID, 901, null));
  mallory.ws.send(presence(42, 1, { block: 1 }));
  // One socket has one id, its first: a second one would be a second person.
  mallory.ws.send(presence(43, 1, { block: 2 }));
  await eventually(() =>
    expect(bert.awareness.getStates().get(42)).toEqual({ ...nothing, block: 1, seat: "seat-of-mallory" }),
  );
  expect(seen(bert, anna)).toEqual({ ...nothing, seat: "seat-of-anna" });
  expect(bert.awareness.getStates().has(43)).toBe(false);
  expect(anna.awareness.getLocalState()).toEqual({ ...nothing, seat: "seat-of-anna" });
  mallory.ws.close();
  await eventually(() => expect(bert.awareness.getStates().has(42)).toBe(false));
  const again = await join("mallory");
  again.ws.send(presence(clientID, 902, null));
  // After its owner left as well: an id stays with its session.
  anna.disconnect();
  again.ws.send(presence(clientID, 903, { block: 666 }));
  again.ws.send(presence(44, 1, { block: 3 }));
  await eventually(() => expect(bert.awareness.getStates().get(44)).toMatchObject({ block: 3 }));
  expect(seen(bert, anna)).toBeUndefined();
});

test("several ids in one message, absurd ids and absurd clocks are dropped, 2 KiB is the limit", async () => {
  const { provider, join } = await startRealtime();
  const bert = provider("bert");
  await eventually(() => expect(bert.synced).toBe(true));
  const mallory = await join("mallory");
  mallory.ws.send(Buffer.from([1, 13, 2, 50, 1, 2, 123, 125, 51, 1, 4, 110, 117, 108, 108]));
  mallory.ws.send(presence(2 ** 40, 1, {}));
  mallory.ws.send(presence(52, 2 ** 50, {}));
  mallory.ws.send(presence(53, 5, {}));
  await eventually(() => expect(bert.awareness.getStates().get(53)).toEqual({ ...nothing, seat: "seat-of-mallory" }));
  expect([...bert.awareness.getStates().keys()].sort()).toEqual([bert.awareness.clientID, 53].sort());
  mallory.ws.send(presence(53, 2 ** 30, { block: 1 }));
  await eventually(() => expect(bert.awareness.meta.get(53)?.clock).toBe(1005));
  mallory.ws.send(presence(53, 7, { preview: "x".repeat(2048) }));
  expect((await mallory.closed).code).toBe(4413);
});

test("rooms without presence show nobody", async () => {
  const { provider, doorkeeper, realtime, join } = await startRealtime();
  doorkeeper.presence = false;
  const [anna, bert] = [provider("anna"), provider("bert")];
  await eventually(() => expect(anna.synced && bert.synced).toBe(true));
  anna.awareness.setLocalState({ block: 3 });
  const carl = await join("carl");
  carl.ws.send(presence(9, 1, { block: 3 }));
  carl.ws.send(Buffer.from([0, 0, 1, 0]));
  await eventually(() => expect(carl.frames).toHaveLength(1));
  expect(bert.awareness.getStates().size).toBe(1);
  expect(realtime.readersOf(documentId)).toEqual([]);
});

test("renewals without news go nowhere; the server renews for all, also for pages that sleep", async () => {
  let now = 1_000_000;
  const { join } = await startRealtime({ tick: 5 }, { clock: () => now });
  const [anna, bert] = [await join("anna"), await join("bert")];
  anna.ws.send(presence(1, 1, { block: 1 }));
  await eventually(() => expect(bert.frames).toHaveLength(1));
  for (let clock = 2; clock < 50; clock++) anna.ws.send(presence(1, clock, { block: 1 }));
  anna.ws.send(presence(1, 60, { block: 2 }));
  now += 100;
  await eventually(() => expect(bert.frames).toHaveLength(2));
  expect(statesOf(bert)).toEqual([[1, 60, 2]]);
  now += 15_000;
  await eventually(() => expect(bert.frames).toHaveLength(3));
  expect(statesOf(bert)).toEqual([[1, 61, 2]]);
});

test("200 people who come at once cost each of them a few messages, not 200", async () => {
  const { join } = await startRealtime();
  const began = performance.now();
  const everybody = await Promise.all(Array.from({ length: 200 }, (_, i) => join(`member-${i}`)));
  for (const [i, { ws }] of everybody.entries()) ws.send(presence(i + 1, 1, { block: i }));
  await eventually(() => {
    for (const raw of everybody) expect(statesOf(raw)).toHaveLength(200);
  });
  const windows = Math.ceil((performance.now() - began) / 100) + 1;
  for (const { frames } of everybody) expect(frames.length).toBeLessThanOrEqual(1 + Math.min(windows, 60));
});

function seen(by: WebsocketProvider, whom: WebsocketProvider): unknown {
  return by.awareness.getStates().get(whom.awareness.clientID);
}

/** What a stock client would hold after a socket's frames: client id, clock, block. */
function statesOf({ frames }: RawSocket): [number, number, unknown][] {
  const awareness = new Awareness(new Y.Doc());
  awareness.setLocalState(null);
  for (const frame of frames) {
    if (frame[0] !== 1) continue;
    let at = 1;
    while ((frame[at] ?? 0) >= 128) at++;
    applyAwarenessUpdate(awareness, frame.subarray(at + 1), "server");
  }
  const states = [...awareness.getStates()].map(([client, state]): [number, number, unknown] => {
    return [client, awareness.meta.get(client)?.clock ?? 0, state.block];
  });
  awareness.destroy();
  return states;
}

function presence(client: number, clock: number, state: object | null): Buffer {
  const json = Buffer.from(JSON.stringify(state));
  const body = [1, ...varUint(client), ...varUint(clock), ...varUint(json.length), ...json];
  return Buffer.from([1, ...varUint(body.length), ...body]);
}
