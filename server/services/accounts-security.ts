/** A signed-in member's password and sessions. */
import type { AccountService } from "#app/context/accounts.ts";
import type { Client, Viewer } from "#app/context/viewer.ts";
import { addressKey } from "#app/domain/member/address.ts";
import { isOversized } from "#app/domain/member/password.ts";
import { Problem } from "#app/domain/problem.ts";
import { accountsWords } from "#app/words/accounts.ts";
import { mailWords } from "#app/words/mail.ts";
import type { MemberRecord } from "#db/repositories/members.ts";
import type { AccountDependencies } from "./accounts-dependencies.ts";
import { passwordSentence, requireFields, requireNoWait } from "./accounts-fields.ts";
import { replacePassword } from "./accounts-reset.ts";

type Security = Pick<AccountService, "changePassword" | "sessions" | "endSession">;

/** Gives the member when the password is theirs, else throws Problem("invalid") at its field; limited like signing in. */
export async function confirmPassword(
  { read, passwords, attempts }: Pick<AccountDependencies, "read" | "passwords" | "attempts">,
  viewer: Viewer,
  client: Client,
  { password, field = "current" }: { readonly password: string; readonly field?: "current" | "proof" },
): Promise<MemberRecord> {
  const key = addressKey(viewer.email);
  requireNoWait(attempts.begin(key, client.address));
  const member = await read.members.byId(viewer.id);
  const stored = member?.passwordHash ?? null;
  if (isOversized(password) || !(await passwords.matches(stored, password)) || member === null) {
    attempts.failed(key, client.address);
    throw new Problem("invalid", accountsWords.checkForm, { fields: { [field]: accountsWords.wrongCurrent } });
  }
  attempts.succeeded(key, client.address);
  return member;
}

export function makeSecurity(dependencies: AccountDependencies): Security {
  const { read, transact, clock, origin, sessions, passwords, post } = dependencies;

  return {
    async changePassword(viewer, _sessionId, client, { current, password }) {
      requireFields({ password: passwordSentence(password, passwords.isCommon, [viewer.name, viewer.email]) });
      const member = await confirmPassword(dependencies, viewer, client, { password: current });
      const passwordHash = await passwords.hash(password);
      return transact(async (store) => {
        const now = await store.members.byId(viewer.id);
        if (now?.passwordHash !== member.passwordHash) throw new Problem("conflict", accountsWords.passwordMoved);
        await replacePassword(store, viewer.id, passwordHash);
        await post.write(store, member, () => mailWords.passwordChanged(member.name, `${origin}/forgot`));
        return sessions.open(store, viewer.id, client);
      });
    },

    async sessions(viewer, currentId) {
      const rows = await read.sessions.ofMember(viewer.id);
      return rows
        .filter((row) => row.expiresAt > clock() && !row.awaitsFactor)
        .map(({ id, device, createdAt, seenAt }) => ({ id, device, createdAt, seenAt, current: id === currentId }));
    },

    async endSession(viewer, currentId, which) {
      await transact(async (store) => {
        const own = await store.sessions.ofMember(viewer.id);
        const ended = own
          .filter(({ id }) => (which === "others" ? id !== currentId : id === which))
          .map(({ id }) => id);
        if (ended.length === 0 && which !== "others") throw new Problem("not-found", accountsWords.sessionUnknown);
        for (const id of ended) await store.sessions.delete(id);
        if (ended.length > 0) store.effect({ kind: "rights", sessions: ended });
      });
    },
  };
}
