/** A forgotten password: a link by mail, good for 30 minutes and one use. */
import type { AccountService } from "#app/context/accounts.ts";
import { addressKey } from "#app/domain/member/address.ts";
import { Problem } from "#app/domain/problem.ts";
import { accountsWords } from "#app/words/accounts.ts";
import { mailWords } from "#app/words/mail.ts";
import type { MemberRecord } from "#db/repositories/members.ts";
import type { Store } from "#db/store.ts";
import type { AccountDependencies } from "./accounts-dependencies.ts";
import { enter } from "./accounts-entry.ts";
import { passwordSentence, requireFields, requireNoWait } from "./accounts-fields.ts";

/** Milliseconds that a mailed reset link is good for. */
export const RESET_LIFE = 30 * 60 * 1000;

type Reset = Pick<AccountService, "requestReset" | "resetIsGood" | "reset">;

export function makeReset(dependencies: AccountDependencies): Reset {
  const { read, transact, clock, origin, passwords, secrets, limits, post } = dependencies;

  return {
    async requestReset(client, { email }) {
      requireNoWait(limits.resetByAddress.take(client.address));
      const key = addressKey(email.slice(0, 1000));
      // Beyond its limit an account gets no further mail, and the answer does not say so.
      const silent = limits.resetByAccount.take(key) > 0;
      const token = secrets.token();
      await transact(async (store) => {
        const found = silent ? null : await store.members.byEmailKey(key);
        // For an unknown address a token of nobody and a letter to nobody are written, so that both take the same time.
        await issueReset(store, found, { hash: secrets.digest(token), now: clock(), life: RESET_LIFE });
        await post.write(store, found, () => mailWords.reset(found?.name ?? "", `${origin}/reset/${token}`));
      });
    },

    async resetIsGood(token) {
      const found = await read.tokens.find(secrets.digest(token), "reset", clock());
      return found !== null && found.memberId !== null;
    },

    async reset(client, { token, password }) {
      const hash = secrets.digest(token);
      const gone = new Problem("gone", accountsWords.resetGone);
      const found = await read.tokens.find(hash, "reset", clock());
      const known = found?.memberId == null ? null : await read.members.byId(found.memberId);
      if (known === null) throw gone;
      requireFields({ password: passwordSentence(password, passwords.isCommon, [known.name, known.email]) });
      const passwordHash = await passwords.hash(password);

      return transact(async (store) => {
        const used = await store.tokens.use(hash, "reset", clock());
        const owner = used?.memberId == null ? null : await store.members.byId(used.memberId);
        if (owner === null) throw gone;
        await replacePassword(store, owner.id, passwordHash);
        await post.write(store, owner, () => mailWords.passwordChanged(owner.name, `${origin}/forgot`));
        // Whoever reads the mail has no factor yet: it is asked for next, as after any password.
        return enter(store, dependencies, owner.id, client);
      });
    },
  };
}

/** Writes a reset token and voids the member's older ones; for null a token that nobody can use. */
export async function issueReset(
  store: Store,
  member: MemberRecord | null,
  { hash, now, life }: { hash: string; now: number; life: number },
): Promise<void> {
  const memberId = member?.id ?? null;
  await store.tokens.forget("reset", memberId);
  await store.tokens.insert({ hash, kind: "reset", memberId, payload: "", createdAt: now, expiresAt: now + life });
}

/**
 * Sets the password, ends every session and socket, and voids what was asked for with the old one. The way back to an old
 * address stays: it is what helps when somebody else has the account.
 */
export async function replacePassword(store: Store, memberId: string, passwordHash: string): Promise<void> {
  await store.members.update(memberId, { passwordHash });
  await store.sessions.deleteOfMember(memberId, null);
  await store.tokens.forget("reset", memberId);
  await store.tokens.forget("email", memberId);
  store.effect({ kind: "rights", members: [memberId] });
}
