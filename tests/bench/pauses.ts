/** How long others waited for the event loop while something ran. */

/** Milliseconds: the whole, the longest turn of the event loop, and the most processor time that a turn took. */
export type Pauses = Readonly<Record<"ms" | "pause" | "busy", number>>;

/** Runs the work beside a ticker that asks for every turn. On a busy machine turns wait for a core; `busy` does not know it. */
export async function withPauses(work: () => Promise<unknown>): Promise<Pauses> {
  const began = performance.now();
  let last = began;
  let pause = 0;
  let busy = 0;
  let used = process.cpuUsage();
  let goesOn = true;
  const tick = (): void => {
    const now = performance.now();
    pause = Math.max(pause, now - last);
    last = now;
    const { user, system } = process.cpuUsage(used);
    busy = Math.max(busy, (user + system) / 1_000);
    used = process.cpuUsage();
    if (goesOn) setImmediate(tick);
  };
  setImmediate(tick);
  await work();
  const ms = performance.now() - began;
  goesOn = false;
  tick();
  return { ms, pause, busy };
}

/** The three in whole milliseconds, for a row. */
export function figures({ ms, pause, busy }: Pauses): readonly string[] {
  return [ms, pause, busy].map((figure) => figure.toFixed(0));
}
