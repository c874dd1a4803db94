/** The most notes a second that reach every reader of one room with p99 within 250 ms. */
import { type Load, load, type Step } from "./load.ts";
import { batchingRelay, type Peer, peers, plainRelay } from "./peers.ts";
import { ratio, row, table } from "./table.ts";

/** Milliseconds. */
const AIM = 250;
const SECONDS = 2;
const FIRST_RATE = 150;
const LAST_RATE = 9600;
/** Halvings between the highest rate that held and the lowest that did not. */
const REFINEMENTS = 2;

/** Aim: 0.7 of the batching relay. */
export async function fanOut(): Promise<void> {
  const columns = [
    "readers",
    "peer",
    "deliveries/s",
    "notes/s",
    "p50 ms",
    "p99 ms",
    "cores",
    "of plain",
    "of batching",
  ];
  table(`Highest fan-out with p99 ≤ ${AIM} ms`, ...columns);
  for (const readers of [200, 500]) {
    const best = new Map<Peer, Step | null>();
    for (const peer of peers) {
      const step = await highest(peer, readers);
      best.set(peer, step);
      if (step === null) row(readers, peer.name, `none at ${FIRST_RATE} notes/s`);
      else {
        const figures = [step.p50.toFixed(1), step.p99.toFixed(1), step.cores.toFixed(2)];
        const ratios = [plainRelay, batchingRelay].map((base) => ratio(step.delivered, best.get(base)?.delivered));
        row(readers, peer.name, Math.round(step.delivered), Math.round(step.rate), ...figures, ...ratios);
      }
    }
  }
}

/** Doubles the rate until a step fails, then closes in between the last that held and the first that did not. */
async function highest(peer: Peer, readers: number): Promise<Step | null> {
  let best: Step | null = null;
  let failed = Number.POSITIVE_INFINITY;
  for (let rate = FIRST_RATE, refined = 0; rate <= LAST_RATE && refined <= REFINEMENTS; ) {
    const step = await afresh(peer, { readers, rate, seconds: SECONDS });
    if (step.p99 <= AIM && step.arrived > 0.999) best = step;
    else failed = rate;
    if (best === null) break;
    if (failed < Number.POSITIVE_INFINITY) refined += 1;
    rate = failed < Number.POSITIVE_INFINITY ? Math.sqrt(best.rate * failed) : rate * 2;
  }
  return best;
}

/** On a server of its own: what waits after an overload is not the next step's. */
async function afresh(peer: Peer, step: Load): Promise<Step> {
  const site = await peer.start();
  try {
    return await load(site, step);
  } finally {
    await site.child.stop();
  }
}
