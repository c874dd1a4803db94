/** Class mode on the wire: stock clients hear where the teacher is, nobody else can say it, and it ends with the teacher. */
import { expect, test } from "vitest";
import type { Awareness } from "y-protocols/awareness";
import { LEAD_CLIENT, readLead } from "#app/rooms/lead.ts";
import { eventually, startRealtime, varUint } from "./realtime-harness.ts";
import { room } from "./realtime-memory.ts";

const leadOf = ({ awareness }: { readonly awareness: Awareness }) => readLead(awareness.getStates());
const place = { start: 7, note: null };

test("everybody in the room hears it, those who come later too, and it is taken back", async () => {
  const { provider, realtime } = await startRealtime();
  const [teacher, anna] = [provider("teacher"), provider("anna")];
  await eventually(() => expect(realtime.stats().sockets).toBe(2));
  realtime.lead(room, "seat-of-teacher", place);
  await eventually(() => expect(leadOf(anna)).toEqual({ ...place, seat: "seat-of-teacher", n: 1 }));
  await eventually(() => expect(leadOf(teacher)).not.toBeNull());
  const bert = provider("bert");
  await eventually(() => expect(leadOf(bert)).toEqual({ ...place, seat: "seat-of-teacher", n: 1 }));
  realtime.lead(room, "seat-of-teacher", null);
  for (const one of [teacher, anna, bert]) await eventually(() => expect(leadOf(one)).toBeNull());
});

test("who lost the connection for a moment hears it again", async () => {
  const { provider, realtime } = await startRealtime();
  const [, anna] = [provider("teacher"), provider("anna")];
  await eventually(() => expect(realtime.stats().sockets).toBe(2));
  realtime.lead(room, "seat-of-teacher", place);
  await eventually(() => expect(leadOf(anna)).not.toBeNull());
  anna.ws?.close();
  await eventually(() => expect(leadOf(anna)).toBeNull());
  await eventually(() => expect(leadOf(anna)).toMatchObject({ n: 1 }));
});

test("nobody else speaks under the server's id, nor takes its word back", async () => {
  const { provider, join, realtime } = await startRealtime();
  const [anna, mallory] = [provider("anna"), await join("mallory")];
  await eventually(() => expect(realtime.stats().sockets).toBe(2));
  mallory.ws.send(presence(5_000_000, { lead: { seat: "seat-of-mallory", n: 9, start: 1, note: null } }));
  mallory.ws.send(presence(LEAD_CLIENT, { lead: { seat: "seat-of-mallory", n: 9, start: 1, note: null } }));
  realtime.lead(room, "seat-of-anna", place);
  await eventually(() => expect(leadOf(anna)).toMatchObject({ seat: "seat-of-anna" }));
  mallory.ws.send(presence(LEAD_CLIENT, null));
  mallory.ws.send(presence(5_000_000, { block: 4 }));
  await eventually(() => expect(anna.awareness.getStates().get(5_000_000)).toMatchObject({ block: 4 }));
  expect(leadOf(anna)).toMatchObject({ seat: "seat-of-anna", n: 1 });
});

function presence(client: number, state: object | null): Buffer {
  const json = Buffer.from(JSON.stringify(state));
  const body = [1, ...varUint(client), ...varUint(4_000), ...varUint(json.length), ...json];
  return Buffer.from([1, ...varUint(body.length), ...body]);
}
