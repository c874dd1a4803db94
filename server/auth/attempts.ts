import { LRUCache } from "lru-cache";
import { type Limiter, makeLimiter } from "./limiter.ts";

const MINUTE = 60_000;
const QUARTER = 15 * MINUTE;

/**
 * Limits on guessing a password. One account from one address: 5 tries, then waits of 1, 2, 4, 8, 15 minutes. One account
 * from everywhere: 50; one address for all accounts: 30 failures in 15 minutes. An address from which the account has
 * signed in before answers to the first limit only, so that nobody can lock another person out from elsewhere.
 */
export function makeAttempts(clock: () => number) {
  const pairs = makeLimiter({ clock, limit: 5, window: QUARTER, firstWait: MINUTE });
  const accounts = makeLimiter({ clock, limit: 50, window: QUARTER, firstWait: MINUTE });
  const addresses = makeLimiter({ clock, limit: 30, window: QUARTER, firstWait: MINUTE });
  const known = new LRUCache<string, true>({ max: 20_000 });
  const pairOf = (account: string, address: string): string => `${address} ${account}`;

  return {
    /** Milliseconds to wait before this try, 0 to go on. Counted before the password is looked at, so that parallel tries count. */
    begin(account: string, address: string): number {
      const pair = pairOf(account, address);
      const elsewhere = known.has(pair) ? 0 : Math.max(accounts.wait(account), addresses.wait(address));
      return elsewhere > 0 ? elsewhere : pairs.take(pair);
    },

    failed(account: string, address: string): void {
      accounts.add(account);
      addresses.add(address);
    },

    succeeded(account: string, address: string): void {
      const pair = pairOf(account, address);
      known.set(pair, true);
      pairs.forgive(pair);
    },
  };
}

/** The other limits of accounts, each by a key that the services choose. */
export function makeLimits(clock: () => number) {
  const each = (limit: number): Limiter => makeLimiter({ clock, limit, window: QUARTER, firstWait: MINUTE });
  return {
    /** By address; a class that signs up together is one address. */
    signUp: each(120),
    /** Sign-up letters sent, by the address that they go to: nobody's mailbox is filled by others. */
    signUpByAccount: each(3),
    /** By address; a class that looks around the demo together is one address. */
    signInDemo: each(120),
    /** Reset mails asked for, by address. */
    resetByAddress: each(30),
    /** Reset mails sent, by account. */
    resetByAccount: each(3),
    /** Wrong codes of a second factor, by member: five, then waits of 1, 2, 4, 8, 15 minutes. */
    factor: each(5),
    /** Challenges for passkeys, by member, or by address when signing in; a class is one address. */
    ceremony: each(120),
    /** Mails to an address that a member names: changes of address and invitations, by member. */
    mailByMember: each(60),
  };
}
