import { LRUCache } from "lru-cache";

export type LimiterOptions = {
  readonly clock: () => number;
  /** How many are free within the window. */
  readonly limit: number;
  /** Milliseconds of quiet after which all is forgotten. */
  readonly window: number;
  /** Milliseconds of the first wait; every further one doubles, up to the window. */
  readonly firstWait: number;
};

type Count = { readonly n: number; readonly at: number };

/** Keys come from strangers, so that they are bounded in number; the oldest are forgotten first. About 2 MB when full. */
const MAX_KEYS = 20_000;

export type Limiter = ReturnType<typeof makeLimiter>;

/** Counts by key, in memory: `limit` free ones, then waits that double. A restart forgets, which costs an attacker more than it gives. */
export function makeLimiter({ clock, limit, window, firstWait }: LimiterOptions) {
  const counts = new LRUCache<string, Count>({ max: MAX_KEYS });

  const current = (key: string): Count | null => {
    const count = counts.get(key);
    return count === undefined || clock() - count.at >= window ? null : count;
  };

  const wait = (key: string): number => {
    const count = current(key);
    if (count === null || count.n < limit) return 0;
    const asked = Math.min(firstWait * 2 ** (count.n - limit), window);
    return Math.max(0, count.at + asked - clock());
  };

  const add = (key: string): void => {
    counts.set(key, { n: (current(key)?.n ?? 0) + 1, at: clock() });
  };

  return {
    /** Milliseconds until the key may try again; 0 is now. */
    wait,
    /** Counts one. */
    add,
    /** Counts one unless the key has to wait; gives the wait in milliseconds, 0 when it was counted. */
    take(key: string): number {
      const left = wait(key);
      if (left === 0) add(key);
      return left;
    },
    forgive(key: string): void {
      counts.delete(key);
    },
  };
}
