/** Appeals: made by the one concerned, decided by somebody who did not decide before, where there is somebody. */
import type { AppealService } from "#app/context/record.ts";
import type { Viewer } from "#app/context/viewer.ts";
import type { Store, Transact } from "#db/store.ts";
import type { Heed } from "./annotations/events.ts";
import { decideAppeal } from "./moderation/appeal-decide.ts";
import { openAppeal, sayOn } from "./moderation/appeal-open.ts";
import { pageOf, requireStaff } from "./moderation/appeal-sight.ts";
import { finishBatches } from "./moderation/sanction-batch.ts";

/** Appeals on one page. */
const PAGE = 100;

export type AppealParts = {
  readonly read: Store;
  readonly transact: Transact;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  /** A new ULID. */
  readonly newId: () => string;
  readonly heed?: Heed;
};

/** The service over one writer. */
export function makeAppealService({ read, transact, clock, newId, heed = async () => {} }: AppealParts): AppealService {
  const within = <T>(work: (hands: { store: Store; now: number; newId: () => string }) => Promise<T>) =>
    transact((store) => work({ store, now: clock(), newId }));
  return {
    open: (viewer, decision, words) => within((hands) => openAppeal(hands, { viewer, decision, words })),
    say: (viewer, appealId, words) => within((hands) => sayOn(hands, { viewer, appealId, words })),
    async list(viewer, groupId) {
      await requireStaff(read, viewer, { group: groupId, now: clock() });
      const pages = [];
      for (const appeal of await read.appeals.ofGroup(groupId, PAGE)) pages.push(await pageOf(read, viewer, appeal));
      return pages;
    },
    async decide(viewer: Viewer, appealId, input) {
      await within((hands) => decideAppeal({ ...hands, heed }, { viewer, appealId, ...input }));
      // What a ban had hidden comes back with it, a few notes at a time.
      await finishBatches({ read, transact, clock, newId, heed });
    },
  };
}
