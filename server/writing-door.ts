/** The one place where writes are refused: while the site is read-only, and in whatever only looks. */
import { AsyncLocalStorage } from "node:async_hooks";
import { Problem } from "#app/domain/problem.ts";
import type { SiteMode } from "#app/domain/site/site-settings.ts";
import { siteCareWords } from "#app/words/site-care.ts";
import type { Store, Transact } from "#db/store.ts";

/** Milliseconds after which an outbox asks again. */
const ASK_AGAIN = 60_000;

const looking = new AsyncLocalStorage<true>();

/** Runs `work`, and everything that it awaits, without leave to write and without sight of private notes. */
export function whileLooking<T>(work: () => T): T {
  return looking.run(true, work);
}

/** True inside `whileLooking`. */
export function isLooking(): boolean {
  return looking.getStore() === true;
}

export type Doors = {
  /** For everything that people and jobs do. */
  readonly transact: Transact;
  /** For what clients write over sockets, which no page refuses before: closed during maintenance too. */
  readonly transactPages: Transact;
};

/** `always` is the writer itself, `mode` what holds at the moment of the call. */
export function makeDoors(always: Transact, mode: () => Promise<SiteMode>): Doors {
  const door =
    (closedIn: readonly SiteMode[]): Transact =>
    async (work) => {
      if (isLooking()) throw new Problem("locked", siteCareWords.onlyLooking);
      if (closedIn.includes(await mode())) {
        throw new Problem("locked", siteCareWords.readOnly, { retryAfter: ASK_AGAIN });
      }
      return always(work);
    };
  return { transact: door(["read-only"]), transactPages: door(["read-only", "maintenance"]) };
}

/** A store in which members have no desk while somebody else looks with their eyes: private notes stay theirs. */
export function withoutDesks(read: Store): Store {
  const { audiences } = read;
  return {
    ...read,
    audiences: {
      ...audiences,
      async openSeats(memberId, groupId) {
        const seats = await audiences.openSeats(memberId, groupId);
        return isLooking() ? seats.filter(({ kind }) => kind !== "desk") : seats;
      },
      async deskOf(groupId, memberId) {
        return isLooking() ? null : audiences.deskOf(groupId, memberId);
      },
    },
  };
}
