/** Two hundred rooms of ten readers each, a note every half second in each of them. */
import { load } from "./load.ts";
import { batchingRelay, plainRelay, storedRooms } from "./peers.ts";
import { ratio, row, table } from "./table.ts";

const ROOMS = 200;
const LOAD = { readers: ROOMS * 10, rooms: ROOMS, rate: ROOMS * 2, seconds: 4 };

export async function manyRooms(): Promise<void> {
  const columns = ["peer", "notes/s", "arrived", "p50 ms", "p99 ms", "cores", "cores of batching"];
  table(`${ROOMS} rooms of 10 readers, all active`, ...columns);
  let base: number | null = null;
  for (const peer of [plainRelay, batchingRelay, storedRooms]) {
    const site = await peer.start(ROOMS);
    const { rate, arrived, p50, p99, cores } = await load(site, LOAD);
    await site.child.stop();
    if (peer === batchingRelay) base = cores;
    const share = `${(arrived * 100).toFixed(1)} %`;
    row(peer.name, rate, share, p50.toFixed(1), p99.toFixed(1), cores.toFixed(2), ratio(cores, base));
  }
}
