/** Milliseconds after which a page that is never at rest does it all the same. */
const PATIENCE = 4_000;

/** Does what the page can begin without, once it has come to rest. */
export function whenIdle(work: () => Promise<void>): void {
  // Without the code it stays undone; the next page tries again.
  const run = () => void work().catch(() => undefined);
  if ("requestIdleCallback" in window) requestIdleCallback(run, { timeout: PATIENCE });
  else setTimeout(run, PATIENCE / 2);
}
