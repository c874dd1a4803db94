/** How long it takes until all who come at once see all others, each with a presence of its own. */
import { setTimeout as pause } from "node:timers/promises";
import { batchingRelay, plainRelay, type Site, storedRooms } from "./peers.ts";
import { hangUp, openReader, say } from "./readers.ts";
import { ratio, row, table } from "./table.ts";

const READERS = 500;
/** Times that each is measured; the middle one counts. */
const TIMES = 3;
const PATIENCE = 30_000;

type Joined = { readonly milliseconds: number; readonly messages: number; readonly cores: number };

/** Aim: within 1.3 of the batching relay. */
export async function join(): Promise<void> {
  const columns = ["peer", "ms until all see all", "messages each", "cores", "of batching"];
  table(`${READERS} readers come at once, each with a presence`, ...columns);
  let base: number | null = null;
  for (const peer of [plainRelay, batchingRelay, storedRooms]) {
    const runs: Joined[] = [];
    for (let i = 0; i < TIMES; i++) {
      const site = await peer.start();
      runs.push(await joinAll(site, READERS));
      await site.child.stop();
    }
    runs.sort((a, b) => a.milliseconds - b.milliseconds);
    const middle = runs[Math.floor(TIMES / 2)];
    if (middle === undefined) continue;
    if (peer === batchingRelay) base = middle.milliseconds;
    const { milliseconds, messages, cores } = middle;
    row(peer.name, milliseconds.toFixed(0), messages.toFixed(1), cores.toFixed(2), ratio(milliseconds, base));
  }
}

/** Lets `count` readers in at once; `messages` is what each of them got, on average. */
async function joinAll(site: Site, count: number): Promise<Joined> {
  const seen = Array.from({ length: count }, () => new Set<number>());
  let messages = 0;
  const before = await site.child.usage();
  const began = performance.now();
  const sockets = await Promise.all(
    seen.map(async (ids, i) => {
      const socket = await openReader(site.door(i), (payload) => {
        messages += 1;
        for (const id of idsIn(payload)) ids.add(id);
      });
      say(socket, announcement(1000 + i));
      return socket;
    }),
  );
  while (seen.some(({ size }) => size < count) && performance.now() < began + PATIENCE) await pause(2);
  const milliseconds = performance.now() - began;
  const after = await site.child.usage();
  await hangUp(sockets);
  return { milliseconds, messages: messages / count, cores: (after.cpu - before.cpu) / milliseconds };
}

/** A presence message of a stock client: its id, clock 1, and where it reads. */
function announcement(client: number): readonly number[] {
  const state = Buffer.from(JSON.stringify({ selection: null, block: 3, typing: null, preview: null }));
  const body = [1, 128 | (client % 128), client >> 7, 1, state.length, ...state];
  return [1, body.length, ...body];
}

function* idsIn(payload: Buffer): Iterable<number> {
  if (payload[0] !== 1) return;
  let at = 1;
  const number = (): number => {
    let value = 0;
    for (let factor = 1; ; factor *= 128) {
      const byte = payload[at++] ?? 0;
      value += (byte & 127) * factor;
      if (byte < 128) return value;
    }
  };
  number();
  for (let left = number(); left > 0; left--) {
    yield number();
    number();
    const length = number();
    at += length;
  }
}
