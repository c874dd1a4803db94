/** Ways in and out: signing in, signing out. */
import type { AccountService } from "#app/context/accounts.ts";
import type { Client, Signed } from "#app/context/viewer.ts";
import { addressKey } from "#app/domain/member/address.ts";
import { isOversized } from "#app/domain/member/password.ts";
import { Problem } from "#app/domain/problem.ts";
import { accountsWords } from "#app/words/accounts.ts";
import { mailWords } from "#app/words/mail.ts";
import type { Store } from "#db/store.ts";
import type { AccountDependencies } from "./accounts-dependencies.ts";
import { requireNoWait } from "./accounts-fields.ts";

type Entry = Pick<AccountService, "signIn" | "signInDemo" | "demoPeople" | "signOut">;

export function makeEntry(dependencies: AccountDependencies): Entry {
  const { read, transact, demo, passwords, attempts, limits, sessions } = dependencies;

  return {
    async signIn(client, { email, password }) {
      const key = addressKey(email.slice(0, 1000));
      const wrong = (): Problem => {
        attempts.failed(key, client.address);
        return new Problem("invalid", accountsWords.wrongPair);
      };
      requireNoWait(attempts.begin(key, client.address));
      if (isOversized(password)) throw wrong();
      const member = await read.members.byEmailKey(key);
      const stored = member?.passwordHash ?? null;
      if (!(await passwords.matches(stored, password)) || member === null || stored === null) throw wrong();
      const rehashed = passwords.isOutdated(stored) ? await passwords.hash(password) : null;

      const signed = await transact(async (store) => {
        // Another request may have changed the password while this one was being checked.
        const current = await store.members.byId(member.id);
        if (current?.passwordHash !== stored) return null;
        if (rehashed !== null) await store.members.update(member.id, { passwordHash: rehashed });
        return enter(store, dependencies, current.id, client);
      });
      if (signed === null) throw wrong();
      attempts.succeeded(key, client.address);
      return signed;
    },

    async signInDemo(client, memberId) {
      requireNoWait(limits.signInDemo.take(client.address));
      return transact(async (store) => {
        const member = demo ? await store.members.byId(memberId) : null;
        if (member === null || !member.isDemo) throw new Problem("not-found", accountsWords.noDemo);
        // Where the password is not asked for, a factor that some visitor set up is not either.
        return enter(store, dependencies, member.id, client, "everything");
      });
    },

    async demoPeople() {
      if (!demo) return [];
      const rows = await read.members.demo();
      const ids = [...new Set(rows.map((row) => row.member.id))];
      return ids.flatMap((id) => {
        const own = rows.filter((row) => row.member.id === id);
        const member = own[0]?.member;
        if (member === undefined) return [];
        const { name, pronouns, hue, picture } = member;
        const groups = own.flatMap(({ group, role }) =>
          group === null || role === null ? [] : [{ name: group, role }],
        );
        return [{ id, name, pronouns, hue, picture, groups }];
      });
    },

    async signOut(sessionId) {
      await transact(async (store) => {
        await store.sessions.delete(sessionId);
        store.effect({ kind: "rights", sessions: [sessionId] });
      });
      return sessions.blank();
    },
  };
}

/**
 * The session that a new sign-in replaces ends with it, so that a planted cookie is worth nothing afterwards (S2). After the
 * password alone the new one awaits the second factor of those who have one; a whole one keeps an account that was to end.
 */
export async function enter(
  store: Store,
  { sessions, post }: Pick<AccountDependencies, "sessions" | "post">,
  memberId: string,
  client: Client,
  proved: "password" | "everything" = "password",
): Promise<Signed> {
  const previous = client.sessionId ?? null;
  if (previous !== null) {
    await store.sessions.delete(previous);
    store.effect({ kind: "rights", sessions: [previous] });
  }
  const awaitsFactor = proved === "password" && (await store.factors.has(memberId));
  if (!awaitsFactor && (await store.deletions.cancel(memberId))) {
    const member = await store.members.byId(memberId);
    if (member !== null) await post.write(store, member, () => mailWords.accountStays(member.name));
  }
  return sessions.open(store, memberId, client, awaitsFactor);
}
