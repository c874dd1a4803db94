/** 40 notes a second to one room: from the command to a reader who has it. */
import { load, type Step } from "./load.ts";
import { peers, plainRelay } from "./peers.ts";
import { row, table } from "./table.ts";

const SIZES = [2, 30, 200, 500];
const RATE = 40;
const SECONDS = 4;

/** Aim: at 200 readers p99 within 3 ms of the plain relay plus the commit. */
export async function paced(): Promise<void> {
  table(`${RATE} notes/s, command to seen`, "readers", "peer", "p50 ms", "p99 ms", "p99 beyond plain", "cores");
  const plain = new Map<number, Step>();
  for (const peer of peers) {
    for (const readers of SIZES) {
      const site = await peer.start();
      const step = await load(site, { readers, rate: RATE, seconds: SECONDS });
      await site.child.stop();
      if (peer === plainRelay) plain.set(readers, step);
      const beyond = step.p99 - (plain.get(readers)?.p99 ?? Number.NaN);
      row(readers, peer.name, step.p50.toFixed(1), step.p99.toFixed(1), beyond.toFixed(1), step.cores.toFixed(2));
    }
  }
}
