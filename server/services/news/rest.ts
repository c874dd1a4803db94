/** The telling that was too much for one command: it goes on after it, work by work, and after a restart. */
import type { Store, Transact } from "#db/store.ts";
import { tellMore } from "./heed.ts";

export type Rest = {
  /** Begins, or goes on; nothing when nobody is left to be told. */
  readonly wake: () => void;
  /** Resolves when everybody was told. */
  readonly run: () => Promise<void>;
};

/** Tells by one work after the other, never by two at once. */
export function makeRest({
  read,
  transact,
  newId,
}: {
  readonly read: Store;
  readonly transact: Transact;
  readonly newId: () => string;
}): Rest {
  let running: Promise<void> | null = null;
  async function tellAll(): Promise<void> {
    while ((await read.notifications.nextUntold()) !== null) await transact((store) => tellMore(store, newId));
  }
  const run = (): Promise<void> => {
    running ??= tellAll().finally(() => {
      running = null;
    });
    return running;
  };
  // A full line or a stop ends it; what is left is stored, and the next command or the clock goes on.
  return { wake: () => void run().catch(() => undefined), run };
}
