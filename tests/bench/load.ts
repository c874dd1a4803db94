/** Notes at a steady rate, and how long each takes until readers have it. */
import { setTimeout as pause } from "node:timers/promises";
import type { Site } from "./peers.ts";
import { hangUp, openReader, say } from "./readers.ts";

export type Load = {
  readonly readers: number;
  /** Rooms that readers and notes are spread over. */
  readonly rooms?: number;
  /** Notes a second. */
  readonly rate: number;
  readonly seconds: number;
};

export type Step = {
  readonly rate: number;
  /** Notes a second that arrived, summed over readers. */
  readonly delivered: number;
  /** Share of the notes that arrived everywhere. */
  readonly arrived: number;
  /** Milliseconds from the command to a reader that has it. */
  readonly p50: number;
  readonly p99: number;
  /** Cores that the server used. */
  readonly cores: number;
};

const BODY = "x".repeat(370);
/** Every tenth reader measures; the others only count. */
const SAMPLE = 10;
/** Notes come for so many seconds before what they take is counted: code is compiled while it runs. */
const WARM_UP = 1;
/** Seconds that the last notes get. */
const PATIENCE = 2;
const HASH = 35;

/** Sends notes to a site that nobody has written to, and measures from the moment at which each was due. */
export async function load(site: Site, { readers, rooms = 1, rate, seconds }: Load): Promise<Step> {
  const warm = Math.round(rate * WARM_UP);
  const total = warm + Math.round(rate * seconds);
  const due = new Float64Array(total);
  const late: number[] = [];
  let heard = 0;
  const hear = (n: number) => (payload: Buffer) => {
    heard += site.count(payload);
    if (n % SAMPLE !== 0) return;
    const now = performance.now();
    for (const number of numbersIn(payload)) if (number >= warm) late.push(now - (due[number] ?? now));
  };
  const sockets = await Promise.all(Array.from({ length: readers }, (_, n) => openReader(site.door(n), hear(n))));
  for (const socket of sockets) say(socket, [0, 0, 1, 0]);
  const writer = await site.write();
  await pause(500);
  const before = await site.child.usage();
  const began = performance.now();
  for (let sent = 0; sent < total; await pause(1)) {
    const end = Math.min(total, Math.floor(((performance.now() - began) / 1000) * rate) + 1);
    for (; sent < end; sent++) {
      due[sent] = performance.now();
      writer.send(sent, `#${String(sent).padStart(8, "0")}#${BODY}`);
    }
  }
  const wanted = (total * readers) / rooms;
  const end = performance.now() + PATIENCE * 1000;
  while (heard < wanted && performance.now() < end) await pause(5);
  const took = (performance.now() - began) / 1000;
  const after = await site.child.usage();
  writer.close();
  await hangUp(sockets);
  const { p50, p99 } = percentiles(late);
  const cores = (after.cpu - before.cpu) / 1000 / took;
  return { rate, delivered: heard / took, arrived: heard / wanted, p50, p99, cores };
}

/** The middle and the 99th of a hundred; infinite when nothing was measured. */
export function percentiles(values: number[]): { readonly p50: number; readonly p99: number } {
  values.sort((a, b) => a - b);
  const at = (share: number): number => values[Math.floor(values.length * share)] ?? Number.POSITIVE_INFINITY;
  return { p50: at(0.5), p99: at(0.99) };
}

/** The numbers of the notes in a message: eight digits between two hashes, wherever they stand. */
function* numbersIn(payload: Buffer): Iterable<number> {
  for (let at = payload.indexOf(HASH); at >= 0; at = payload.indexOf(HASH, at + 1)) {
    if (payload[at + 9] !== HASH) continue;
    yield Number(payload.toString("latin1", at + 1, at + 9));
    at += 9;
  }
}
