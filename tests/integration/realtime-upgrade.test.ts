/** Nobody comes in who may not: every way to be refused, its code, and that a refusal leaves nothing behind (W1–W3, K1). */
import { once } from "node:events";
import { expect, test } from "vitest";
import { roomName } from "#app/rooms/names.ts";
import { eventually, notesOf, startRealtime } from "./realtime-harness.ts";
import { audienceId, documentId, room, ulid } from "./realtime-memory.ts";

const known = `${room}?epoch=1&v=1`;
const elsewhere = roomName({ kind: "reading", document: ulid("E"), audience: audienceId });

const refusals: readonly [string, string, string | null, number, string][] = [
  ["no cookie", known, null, 4401, ""],
  ["an unknown cookie", known, "session=nobody", 4401, ""],
  ["no cookie and no room", "nothing?epoch=1&v=1", null, 4401, ""],
  ["a room of which the member must not know", `${elsewhere}?epoch=1&v=1`, "anna", 4404, ""],
  ["a name that is none", "reading/x?epoch=1&v=1", "anna", 4404, ""],
  ["a path upwards", `reading/../${documentId}?epoch=1&v=1`, "anna", 4404, ""],
  ["encoded slashes", `reading%2F${documentId}%2F${audienceId}?epoch=1&v=1`, "anna", 4404, ""],
  ["__proto__", "__proto__?epoch=1&v=1", "anna", 4404, ""],
  ["10 kB of name", `reading/${"A".repeat(10_000)}?epoch=1&v=1`, "anna", 4404, ""],
  ["lower case", `${room.toLowerCase()}?epoch=1&v=1`, "anna", 4404, ""],
  ["a page of another member", `${known}&member=bert`, "anna", 4401, ""],
  ["an old epoch", `${room}?epoch=0&v=1`, "anna", 4409, "1"],
  ["no epoch", `${room}?v=1`, "anna", 4409, "1"],
  ["an old page", `${room}?epoch=1&v=0`, "anna", 4410, ""],
  ["no version", `${room}?epoch=1`, "anna", 4410, ""],
];

test.each(refusals)("%s is accepted and closed", async (_, path, member, code, reason) => {
  const { socket, doorkeeper, realtime, feed } = await startRealtime();
  const cookie = member === "anna" ? doorkeeper.signIn("anna") : member;
  const { closed, frames } = socket(path, cookie === null ? {} : { cookie });
  expect(await closed).toEqual({ code, reason });
  expect(frames).toEqual([]);
  expect(realtime.stats()).toEqual({ sockets: 0, rooms: 0, cachedBytes: 0 });
  expect(feed.reads).toEqual([]);
});

test.each([
  ["foreign", { origin: "https://elsewhere.example" }],
  ["null", { origin: "null" }],
  ["like ours", { origin: "http://127.0.0.1:1" }],
  ["malformed", { origin: "::" }],
])("a %s Origin gets a raw 403", async (_, headers) => {
  const { socket, doorkeeper } = await startRealtime();
  const { ws } = socket(known, { ...headers, cookie: doorkeeper.signIn("anna") });
  const [, response] = await once(ws, "unexpected-response");
  expect(response.statusCode).toBe(403);
  expect(doorkeeper.asked).toBe(0);
});

test("with a public origin only that one counts, whatever the Host says", async () => {
  const { socket, doorkeeper, origin } = await startRealtime({}, { origin: "https://glossa.example" });
  const cookie = doorkeeper.signIn("anna");
  const inside = socket(known, { origin: "https://glossa.example", cookie });
  await once(inside.ws, "open");
  const [, response] = await once(socket(known, { origin, cookie }).ws, "unexpected-response");
  expect(response.statusCode).toBe(403);
});

test("random room names leave no room behind", async () => {
  const { socket, doorkeeper, realtime, feed } = await startRealtime({ upgradesPerSession: 10_000 });
  const cookie = doorkeeper.signIn("anna");
  for (let i = 0; i < 300; i += 30) {
    const sockets = Array.from({ length: 30 }, (_, k) =>
      socket(`reading/${ulid(`N${i + k}`)}/${audienceId}?epoch=1&v=1`, { cookie }),
    );
    for (const { closed } of sockets) expect((await closed).code).toBe(4404);
  }
  expect(realtime.stats()).toEqual({ sockets: 0, rooms: 0, cachedBytes: 0 });
  expect(feed.reads).toEqual([]);
});

test("rows of a new epoch send everybody away with it, and those who ask anew get the new rows only", async () => {
  const { provider, feed, write, realtime } = await startRealtime();
  write({ old: "meaning" });
  const anna = provider("anna");
  await eventually(() => expect(notesOf(anna)).toEqual({ old: "meaning" }));
  const told = new Promise((resolve) => anna.on("closed", resolve));
  feed.restart();
  write({ fresh: "meaning" });
  expect(await told).toEqual({ code: 4409, reason: "2" });
  const again = provider("anna");
  await eventually(() => expect(notesOf(again)).toEqual({ fresh: "meaning" }));
  expect(realtime.stats().rooms).toBe(1);
});

test("who knows rows that are not there any more begins anew", async () => {
  const { join, write } = await startRealtime();
  write({ a: 1 });
  const raw = await join("anna");
  raw.ws.send(Buffer.from([0, 0, 3, 1, 1, 9]));
  expect(await raw.closed).toEqual({ code: 4409, reason: "1" });
});
