/** Rights that change close sockets within a second, and nothing that is committed later reaches them (W6). */
import { expect, test, vi } from "vitest";
import type { RightsEffect } from "#server/realtime/rights.ts";
import { eventually, type Harness, startRealtime, step1 } from "./realtime-harness.ts";
import { documentId, groupId, room } from "./realtime-memory.ts";

const changes: readonly [string, (doors: Harness["doorkeeper"]) => unknown, Omit<RightsEffect, "kind">, number][] = [
  ["a session ends", (d) => d.sessions.delete("session=anna"), { sessions: ["session-of-anna"] }, 4401],
  ["a password is reset", (d) => d.sessions.delete("session=anna"), { members: ["anna"] }, 4401],
  ["a cookie belongs to somebody else now", (d) => d.sessions.set("session=anna", other), { members: ["anna"] }, 4401],
  ["a member is removed", (d) => d.banned.add("anna"), { members: ["anna"] }, 4403],
  ["a group is closed to her", (d) => d.banned.add("anna"), { groups: [groupId] }, 4403],
  ["a text is deleted", (d) => d.banned.add("anna"), { documents: [documentId] }, 4403],
  ["a role changes and the room stays open", () => {}, { members: ["anna"] }, 4205],
  [
    "rights cannot be read",
    (d) => vi.spyOn(d, "session").mockRejectedValue(new Error("no database")),
    { members: ["anna"] },
    4205,
  ],
  [
    "rights cannot be read in time",
    (d) => vi.spyOn(d, "session").mockReturnValue(new Promise(() => {})),
    { members: ["anna"] },
    4205,
  ],
];
const other = { sessionId: "session-of-bert", memberId: "bert" };

test.each(changes)("%s", async (_, change, effect, code) => {
  const harness = await startRealtime();
  const sockets = [await harness.join("anna"), await harness.join("anna"), await harness.join("anna")];
  for (const { ws } of sockets) ws.send(step1());
  await eventually(() => expect(sockets.every(({ frames }) => frames.length === 1)).toBe(true));
  change(harness.doorkeeper);
  const began = performance.now();
  // In one commit: the rows of it must not go to her either.
  harness.realtime.publish([harness.feed.append(room, { note: "sentinel" }), { kind: "rights", ...effect }]);
  expect(harness.realtime.readersOf(documentId)).toEqual([]);
  harness.write({ note: "sentinel again" });
  for (const { closed, frames } of sockets) {
    expect((await closed).code).toBe(code);
    expect(Buffer.concat(frames).includes("sentinel")).toBe(false);
  }
  expect(performance.now() - began).toBeLessThan(1000);
  expect(harness.realtime.stats().sockets).toBe(0);
});

test("others stay, and so do those whom the effect does not name", async () => {
  const { provider, doorkeeper, realtime, write } = await startRealtime();
  const [anna, bert] = [provider("anna"), provider("bert")];
  await eventually(() => expect(anna.synced && bert.synced).toBe(true));
  doorkeeper.banned.add("anna");
  realtime.recheck({ kind: "rights", members: ["anna"], sessions: [], groups: ["another"], documents: [] });
  await eventually(() => expect(anna.shouldConnect).toBe(false));
  write({ note: "for bert" });
  await eventually(() => expect(bert.doc.getMap("annotations").toJSON()).toEqual({ note: "for bert" }));
  expect(realtime.readersOf(documentId)).toEqual(["bert"]);
});

test("a stock provider that may stay is back at once, without a gap", async () => {
  const { provider, realtime, write } = await startRealtime();
  const anna = provider("anna");
  await eventually(() => expect(anna.synced).toBe(true));
  realtime.recheck({ kind: "rights", groups: [groupId] });
  write({ note: "while she was out" });
  await eventually(() => expect(anna.doc.getMap("annotations").toJSON()).toEqual({ note: "while she was out" }));
});

test("a right that goes while a socket is being let in does not let it in", async () => {
  const { doorkeeper, socket, realtime } = await startRealtime();
  const cookie = doorkeeper.signIn("anna");
  const enter = doorkeeper.enter.bind(doorkeeper);
  const gate = { reached: false, open: (): void => {} };
  doorkeeper.enter = async (...args) => {
    const grant = await enter(...args);
    gate.reached = true;
    await new Promise<void>((resolve) => {
      gate.open = resolve;
    });
    return grant;
  };
  const { closed, frames } = socket(`${room}?epoch=1&v=1`, { cookie });
  await eventually(() => expect(gate.reached).toBe(true));
  realtime.recheck({ kind: "rights", members: ["anna"] });
  gate.open();
  expect((await closed).code).toBe(4205);
  expect(frames).toEqual([]);
});

test("rights that changed without an effect are seen by the regular check", async () => {
  let now = 0;
  const { join, doorkeeper } = await startRealtime({ tick: 5, silentFor: 1e9 }, { clock: () => now });
  const anna = await join("anna");
  const bert = await join("bert");
  doorkeeper.banned.add("anna");
  now = 59_000;
  await eventually(() => expect(anna.frames.length).toBeGreaterThan(0));
  expect(anna.ws.readyState).toBe(anna.ws.OPEN);
  now = 60_000;
  expect((await anna.closed).code).toBe(4403);
  expect(bert.ws.readyState).toBe(bert.ws.OPEN);
});
