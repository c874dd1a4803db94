/** Who may make an account: everybody, those with an invitation, or nobody. */
import type { AccountService } from "#app/context/accounts.ts";
import { Problem } from "#app/domain/problem.ts";
import { siteCareWords } from "#app/words/site-care.ts";
import type { SiteDependencies } from "./dependencies.ts";

/** `signUp` behind the site's setting. A link into a group opens it as well as an invitation to the site does. */
export function guardSignUp(
  { read, transact, clock, secrets }: Pick<SiteDependencies, "read" | "transact" | "clock" | "secrets">,
  signUp: AccountService["signUp"],
): AccountService["signUp"] {
  const leadsIntoGroup = async (to: string): Promise<boolean> => {
    const token = /^\/join\/([\w-]+)$/u.exec(to)?.[1];
    const found = token === undefined ? null : await read.invitations.byHash(secrets.digest(token));
    return found !== null && found.revokedAt === null && found.expiresAt > clock();
  };

  return async (client, { invitation = "", ...input }) => {
    const choice = await read.siteSettings.get("signUp");
    if (choice === "nobody") throw new Problem("forbidden", siteCareWords.noSignUp);
    if (choice === "everyone" || (await leadsIntoGroup(input.to ?? "/"))) return signUp(client, input);
    const hash = secrets.digest(invitation);
    // Used up before the account is made: of two at once one waits in vain.
    const isClaimed = await transact((store) => store.siteInvitations.claim(hash, clock()));
    if (!isClaimed) throw new Problem("forbidden", siteCareWords.invitedOnly);
    try {
      return await signUp(client, input);
    } catch (error) {
      await transact((store) => store.siteInvitations.release(hash));
      throw error;
    }
  };
}
