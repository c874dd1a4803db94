/** A new account: by the link of a letter where there is a mail server, else at once (A1; see server/auth/README.md). */
import { z } from "zod";
import type { AccountService } from "#app/context/accounts.ts";
import type { Client } from "#app/context/viewer.ts";
import { isOversized } from "#app/domain/member/password.ts";
import { Problem } from "#app/domain/problem.ts";
import { accountsWords } from "#app/words/accounts.ts";
import { spokenLocale } from "#app/words/localised.ts";
import { mailWords } from "#app/words/mail.ts";
import type { MemberRecord } from "#db/repositories/members.ts";
import type { Store } from "#db/store.ts";
import type { AccountDependencies } from "./accounts-dependencies.ts";
import { enter } from "./accounts-entry.ts";
import { requireNoWait } from "./accounts-fields.ts";
import { prepareMember } from "./accounts-new-member.ts";

/** Milliseconds that the link of a sign-up letter is good for. */
const SIGN_UP_LIFE = 24 * 60 * 60 * 1000;

type SignUp = Pick<AccountService, "signUp" | "pendingSignUp" | "confirmSignUp">;

/** What waits in the token until its link is used; the rest of a member is the same for everybody. */
const pendingMember = z.object({
  email: z.string(),
  emailKey: z.string(),
  name: z.string(),
  timeZone: z.string(),
  hue: z.number(),
  passwordHash: z.string(),
});

export function makeSignUp(dependencies: AccountDependencies): SignUp {
  const { read, transact, clock, newId, origin, confirmsSignUp, secrets, limits, post } = dependencies;
  const { passwords, attempts } = dependencies;

  /** Whoever opens the letter of a stranger's sign-up must not get an account whose password the stranger knows. */
  const demandPassword = async (token: string, client: Client, password: string): Promise<void> => {
    const found = await read.tokens.find(secrets.digest(token), "sign-up", clock());
    if (found === null) throw new Problem("gone", accountsWords.signUpGone);
    const { emailKey, passwordHash } = pendingMember.parse(JSON.parse(found.payload));
    requireNoWait(attempts.begin(emailKey, client.address));
    if (!isOversized(password) && (await passwords.matches(passwordHash, password))) return;
    attempts.failed(emailKey, client.address);
    throw new Problem("invalid", accountsWords.checkForm, { fields: { password: accountsWords.notTheChosen } });
  };

  /** The owner of the address when it is taken; "held" while somebody may still take it back. */
  const takenBy = async (store: Store, emailKey: string): Promise<MemberRecord | "held" | null> =>
    (await store.members.byEmailKey(emailKey)) ??
    ((await store.tokens.holdsAddress(emailKey, clock())) ? "held" : null);

  /** To nobody while the address is held: its owner has a letter already. */
  const tellOwner = (store: Store, owner: MemberRecord | "held"): Promise<void> => {
    const to = owner === "held" ? null : owner;
    return post.write(store, to, () => mailWords.addressTaken(to?.name ?? "", `${origin}/forgot`));
  };

  /** A taken address costs the same writes as a free one; only the letter differs. */
  const sendLink = async (member: MemberRecord, to: string): Promise<void> => {
    const token = secrets.token();
    // Beyond its limit an address gets no further letter, and the answer does not say so.
    const silent = limits.signUpByAccount.take(member.emailKey) > 0;
    const way = to === "/" ? "" : `?to=${encodeURIComponent(to)}`;
    await transact(async (store) => {
      const now = clock();
      await store.tokens.insert({
        hash: secrets.digest(token),
        kind: "sign-up",
        memberId: null,
        payload: JSON.stringify(pendingMember.parse(member)),
        createdAt: now,
        expiresAt: now + SIGN_UP_LIFE,
      });
      const owner = await takenBy(store, member.emailKey);
      if (owner !== null && !silent) return tellOwner(store, owner);
      const receiver = silent ? null : { id: null, email: member.email };
      await post.write(store, receiver, () => mailWords.confirmSignUp(`${origin}/confirm/${token}${way}`));
    });
  };

  return {
    async signUp(client, { to = "/", ...input }) {
      requireNoWait(limits.signUp.take(client.address));
      // Hashed before the address is looked up, so that a taken one takes as long as a free one.
      const member = await prepareMember(dependencies, input);
      if (confirmsSignUp) {
        await sendLink(member, to);
        return null;
      }
      return transact(async (store) => {
        const taken = await takenBy(store, member.emailKey);
        if (taken !== null) {
          await tellOwner(store, taken);
          return null;
        }
        await store.members.insert(member);
        return enter(store, dependencies, member.id, client);
      });
    },

    async pendingSignUp(token) {
      const found = await read.tokens.find(secrets.digest(token), "sign-up", clock());
      if (found === null) return null;
      const { name, email } = pendingMember.parse(JSON.parse(found.payload));
      return { name, email };
    },

    async confirmSignUp(client, { token, password }) {
      await demandPassword(token, client, password);
      return transact(async (store) => {
        const now = clock();
        const gone = new Problem("gone", accountsWords.signUpGone);
        // Forgotten rather than marked, or the password's hash would stay behind for a day.
        const used = await store.tokens.take(secrets.digest(token), "sign-up", now);
        if (used === null) throw gone;
        const pending = pendingMember.parse(JSON.parse(used.payload));
        if ((await takenBy(store, pending.emailKey)) !== null) throw gone;
        const id = newId();
        const settings = { language: spokenLocale() };
        const fresh = {
          pronouns: "",
          picture: null,
          isAdmin: false,
          isDemo: false,
          settings,
          createdAt: now,
          endedAt: null,
        };
        await store.members.insert({ ...pending, ...fresh, id });
        return enter(store, dependencies, id, client);
      });
    },
  };
}
