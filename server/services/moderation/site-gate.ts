import type { Store, Transact } from "#db/store.ts";
import { type Resolve, systemResolve } from "#server/public-address.ts";
import { makeExpressionRunner } from "./expression-runner.ts";
import { type Gate, makeGate } from "./gate.ts";
import { makeOutside } from "./outside.ts";

/** The gate of a site with all that stands behind it; nothing of it starts before a group needs it. */
export function makeSiteGate({
  read,
  transact,
  clock,
  resolve = systemResolve,
}: {
  readonly read: Store;
  readonly transact: Transact;
  readonly clock: () => number;
  readonly resolve?: Resolve;
}): Gate & { readonly close: () => Promise<void> } {
  const runner = makeExpressionRunner({ clock });
  const outside = makeOutside({ read, transact, clock, resolve });
  return { ...makeGate({ read, runner, outside }), close: () => runner.close() };
}
