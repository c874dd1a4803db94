/** The job that erases words whose time is over. */
import { keptFor } from "#app/domain/moderation/retention.ts";
import type { Store, Transact } from "#db/store.ts";
import type { Heed } from "../annotations/events.ts";
import { expireAppeals } from "./appeal-decide.ts";
import { type Bench, decideNote } from "./decide.ts";

/** Notes erased in one work of the writer. */
const AT_ONCE = 25;

type Parts = {
  readonly read: Store;
  readonly transact: Transact;
  readonly newId: () => string;
  readonly heed: Heed;
};

/** Erases what is due at `now` (milliseconds), and closes appeals that nobody decided. May be cut off and called again. */
export async function keepRetention({ read, transact, newId, heed }: Parts, now: number): Promise<void> {
  for (const status of ["removed", "deleted", "spam"] as const) {
    const moment = now - keptFor[status];
    for (;;) {
      const due = await read.record.settledBefore(status, moment, AT_ONCE);
      if (due.length === 0) break;
      await transact(async (store) => {
        const by = { member: "", seat: "", now };
        const bench: Bench = { store, now, newId, heed: (event) => heed(store, event, by), judge: null };
        for (const id of due) {
          const note = await store.annotations.find(id);
          if (note?.status === status) await decideNote(bench, note, { verb: "redact", reason: "other" });
        }
      });
    }
  }
  // What was refused or nudged is counted for as long as spam is kept: it tells repetitions, and holds no words.
  await transact((store) => store.ruleHits.forgetAttempts(now - keptFor.spam));
  let isDone = false;
  while (!isDone) isDone = await transact((store) => expireAppeals({ store, now, newId }, AT_ONCE));
}
