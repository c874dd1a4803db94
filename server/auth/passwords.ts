import { randomBytes } from "node:crypto";
import { hash, verify } from "@node-rs/argon2";
import { Problem } from "#app/domain/problem.ts";
import { problemWords } from "#app/words/problems.ts";
import { isCommonPassword } from "./common-passwords.ts";

/** OWASP's floor for argon2id, which is the library's default kind; 31 ms a hash on the machine that was measured. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const COST_PREFIX = "$argon2id$v=19$m=19456,t=2,p=1$";

/** Hashes at a time: libuv's pool has four threads, and files and DNS want some of them. */
const AT_ONCE = 2;
/** Hashes that may wait: 100 × 31 ms / 2 is 1.6 s; whoever comes later is told so. */
const MAX_WAITING = 100;
/** Milliseconds that a turned-away caller is asked to wait. */
const RETRY_AFTER = 2_000;

/** Hashes and checks passwords off the event loop, a few at a time. Its verbs throw Problem("too-many") under a flood. */
export function makePasswords() {
  const inTurn = makeTurns();
  // NFKC, so that the same key on another keyboard gives the same password.
  const make = (password: string): Promise<string> => inTurn(() => hash(password.normalize("NFKC"), COST));
  // For accounts that do not exist: their check takes as long as any other.
  const dummy = make(randomBytes(16).toString("hex"));

  return {
    isCommon: isCommonPassword,

    /** argon2id in PHC format. */
    hash: make,

    /** Whether the password belongs to the hash; for null, after the same work, false. */
    async matches(stored: string | null, password: string): Promise<boolean> {
      const against = stored ?? (await dummy);
      const same = await inTurn(() => verify(against, password.normalize("NFKC")));
      return same && stored !== null;
    },

    /** True for a hash that was made with other costs than today's. */
    isOutdated(stored: string): boolean {
      return !stored.startsWith(COST_PREFIX);
    },
  };
}

/** Runs works `AT_ONCE` at a time, first come first served. */
function makeTurns() {
  const waiting: (() => void)[] = [];
  let running = 0;

  return async <T>(work: () => Promise<T>): Promise<T> => {
    if (running >= AT_ONCE) {
      if (waiting.length >= MAX_WAITING) throw new Problem("too-many", problemWords.busy, { retryAfter: RETRY_AFTER });
      await new Promise<void>((go) => waiting.push(go));
    } else running += 1;
    try {
      return await work();
    } finally {
      // The place is handed on, not given back, so that nobody slips in between.
      const next = waiting.shift();
      if (next === undefined) running -= 1;
      else next();
    }
  };
}
