/** A change of address: confirmed at the new one, and the old one can take it back for seven days (A5). */
import type { AccountService } from "#app/context/accounts.ts";
import { addressKey, tidyAddress } from "#app/domain/member/address.ts";
import { Problem } from "#app/domain/problem.ts";
import { accountsWords } from "#app/words/accounts.ts";
import { mailWords } from "#app/words/mail.ts";
import type { TokenRecord } from "#db/repositories/tokens.ts";
import type { Store } from "#db/store.ts";
import type { AccountDependencies } from "./accounts-dependencies.ts";
import { addressSentence, requireFields, requireNoWait } from "./accounts-fields.ts";
import { confirmPassword } from "./accounts-security.ts";

const DAY = 24 * 60 * 60 * 1000;
const CONFIRM_LIFE = DAY;
const REVERT_LIFE = 7 * DAY;

type Address = Pick<AccountService, "requestEmail" | "emailTokenIsGood" | "confirmEmail">;

export function makeAddress(dependencies: AccountDependencies): Address {
  const { read, transact, clock, origin, secrets, limits, post } = dependencies;

  return {
    async requestEmail(viewer, client, input) {
      const email = tidyAddress(input.email);
      const same = addressKey(email) === addressKey(viewer.email) ? accountsWords.addressSame : null;
      requireFields({ email: addressSentence(email) ?? same });
      const member = await confirmPassword(dependencies, viewer, client, { password: input.current });
      requireNoWait(limits.mailByMember.take(viewer.id));

      const confirm = secrets.token();
      const revert = secrets.token();
      await transact(async (store) => {
        const now = clock();
        const token = { memberId: member.id, createdAt: now };
        await store.tokens.forget("email", member.id);
        await store.tokens.insert({
          ...token,
          hash: secrets.digest(confirm),
          kind: "email",
          payload: email,
          expiresAt: now + CONFIRM_LIFE,
        });
        await store.tokens.insert({
          ...token,
          hash: secrets.digest(revert),
          kind: "email-revert",
          payload: member.email,
          expiresAt: now + REVERT_LIFE,
        });
        const owner = await store.members.byEmailKey(addressKey(email));
        // A taken address looks the same from here; its owner is told, and the link that would fail is not sent.
        await post.write(store, owner ?? { id: null, email }, () =>
          owner === null
            ? mailWords.confirmAddress(member.name, `${origin}/email/${confirm}`)
            : mailWords.addressTaken(owner.name, `${origin}/forgot`),
        );
        const wayBack = `${origin}/email/${revert}`;
        await post.write(store, member, () => mailWords.addressChanging(member.name, email, wayBack));
      });
    },

    async emailTokenIsGood(token) {
      const hash = secrets.digest(token);
      const now = clock();
      const found = (await read.tokens.find(hash, "email", now)) ?? (await read.tokens.find(hash, "email-revert", now));
      return found !== null;
    },

    async confirmEmail(_client, { token }) {
      const hash = secrets.digest(token);
      await transact(async (store) => {
        const now = clock();
        const confirmed = await store.tokens.use(hash, "email", now);
        if (confirmed !== null) return moveTo(store, confirmed);
        const reverted = await store.tokens.use(hash, "email-revert", now);
        if (reverted === null) throw new Problem("gone", accountsWords.emailGone);
        await takeBack(store, reverted);
      });
    },
  };
}

async function moveTo(store: Store, { memberId, payload }: TokenRecord): Promise<void> {
  if (memberId === null) throw new Problem("gone", accountsWords.emailGone);
  const emailKey = addressKey(payload);
  const owner = await store.members.byEmailKey(emailKey);
  if (owner !== null && owner.id !== memberId) throw new Problem("conflict", accountsWords.addressTaken);
  await store.members.update(memberId, { email: payload, emailKey });
  // A reset link that went to the old address would open the account to whoever reads there.
  await store.tokens.forget("reset", memberId);
}

/** Whoever asked for the change knows the password: every session ends, and only the old address can ask for a new one. */
async function takeBack(store: Store, token: TokenRecord): Promise<void> {
  await moveTo(store, token);
  if (token.memberId === null) return;
  await store.tokens.forget("email", token.memberId);
  await store.sessions.deleteOfMember(token.memberId, null);
  await store.members.update(token.memberId, { passwordHash: null });
  store.effect({ kind: "rights", members: [token.memberId] });
}
