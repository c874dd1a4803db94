/** The first administrator of a site, by a link that is printed once where the server was started. */
import type { AccountService } from "#app/context/accounts.ts";
import { Problem } from "#app/domain/problem.ts";
import { accountsWords } from "#app/words/accounts.ts";
import type { AccountDependencies } from "./accounts-dependencies.ts";
import { prepareMember } from "./accounts-new-member.ts";

/** Milliseconds that a setup link is good for; a restart prints a new one. */
const SETUP_LIFE = 7 * 24 * 60 * 60 * 1000;

export type Setup = Pick<AccountService, "setupIsGood" | "setUp"> & {
  /** A new link, which voids the last one; null when there is an administrator. */
  setupLink(): Promise<string | null>;
};

export function makeSetup(dependencies: AccountDependencies): Setup {
  const { read, transact, clock, origin, secrets, sessions } = dependencies;

  return {
    async setupLink() {
      const token = secrets.token();
      return transact(async (store) => {
        if (await store.members.hasAdmin()) return null;
        const now = clock();
        await store.tokens.forget("setup", null);
        await store.tokens.insert({
          hash: secrets.digest(token),
          kind: "setup",
          memberId: null,
          payload: "",
          createdAt: now,
          expiresAt: now + SETUP_LIFE,
        });
        return `${origin}/setup/${token}`;
      });
    },

    async setupIsGood(token) {
      if (await read.members.hasAdmin()) return false;
      return (await read.tokens.find(secrets.digest(token), "setup", clock())) !== null;
    },

    async setUp(client, { token, ...input }) {
      const hash = secrets.digest(token);
      const gone = new Problem("gone", accountsWords.setupGone);
      // Looked at before hashing, so that a stranger cannot make work with a made-up token.
      if ((await read.tokens.find(hash, "setup", clock())) === null) throw gone;
      const member = await prepareMember(dependencies, input);
      return transact(async (store) => {
        if ((await store.members.hasAdmin()) || (await store.tokens.use(hash, "setup", clock())) === null) throw gone;
        if ((await store.members.byEmailKey(member.emailKey)) !== null) {
          throw new Problem("conflict", accountsWords.checkForm, { fields: { email: accountsWords.addressTaken } });
        }
        await store.members.insert({ ...member, isAdmin: true });
        return sessions.open(store, member.id, client);
      });
    },
  };
}
