import type { AccountService } from "#app/context/accounts.ts";
import { makeAddress } from "./accounts-address.ts";
import type { AccountDependencies } from "./accounts-dependencies.ts";
import { makeEntry } from "./accounts-entry.ts";
import { makeProfile } from "./accounts-profile.ts";
import { makeReset } from "./accounts-reset.ts";
import { makeSecurity } from "./accounts-security.ts";
import { makeSetup, type Setup } from "./accounts-setup.ts";
import { makeSignUp } from "./accounts-sign-up.ts";

/** Everything about having an account, with the link for a site's first administrator. */
export function makeAccountService(dependencies: AccountDependencies): AccountService & Setup {
  return {
    ...makeSignUp(dependencies),
    ...makeEntry(dependencies),
    ...makeSetup(dependencies),
    ...makeReset(dependencies),
    ...makeSecurity(dependencies),
    ...makeAddress(dependencies),
    ...makeProfile(dependencies),
  };
}
