/** Second factors and the ends of accounts, put together from `auth` and `services`; and who a cookie stands for. */
import type { Logger } from "pino";
import type { Half, Viewer } from "#app/context/viewer.ts";
import { operationsWords } from "#app/words/operations.ts";
import { siteWords } from "#app/words/site.ts";
import type { Store } from "#db/store.ts";
import type { makeLimits } from "./auth/attempts.ts";
import { makePasskeys } from "./auth/passkeys.ts";
import { qrCodeOf } from "./auth/qr-code.ts";
import { makeRecoveryCodes, tidyRecoveryCode } from "./auth/recovery-codes.ts";
import type { Sealer } from "./auth/sealer.ts";
import type { Sessions } from "./auth/sessions.ts";
import { describeSecret, SECRET_BYTES, stepOf } from "./auth/totp.ts";
import { viewerOf } from "./auth/viewer.ts";
import type { AccountDependencies } from "./services/accounts-dependencies.ts";
import { eraseNotes, eraseThese } from "./services/annotations.ts";
import { endAccounts } from "./services/ending/end-accounts.ts";
import { wantsEnrolment } from "./services/factors/demanded.ts";
import { makeFactorService } from "./services/factors.ts";
import { leaveGroup } from "./services/groups-members.ts";
import { forgetNotesOf, settleMember } from "./services/news.ts";

type Parts = AccountDependencies & {
  readonly sealer: Sealer;
  readonly randomBytes: (bytes: number) => Uint8Array;
  readonly log: Logger;
  readonly limits: ReturnType<typeof makeLimits>;
};

/** The service of second factors and passkeys. The relying party is the site's own host. */
export function makeFactors(parts: Parts) {
  const { randomBytes, origin, log } = parts;
  return makeFactorService({
    ...parts,
    apps: { secretBytes: SECRET_BYTES, stepOf, describe: describeSecret, codeOf: qrCodeOf },
    recovery: { make: makeRecoveryCodes, tidy: tidyRecoveryCode },
    passkeys: makePasskeys({ origin, name: siteWords.name }),
    alert: (what, member) => log.warn({ member, what }, operationsWords.factorAlert),
    randomBytes,
  });
}

/** The job that ends accounts whose grace is over. */
export function accountEnder({
  read,
  transact,
  post,
  pictures,
  newId,
  sealer,
  log,
}: Parts): (now: number) => Promise<void> {
  return (now) =>
    endAccounts(
      {
        ...{ read, transact, post, pictures, newId, mark: sealer.mark, eraseThese },
        async eraseSome(store, of) {
          const isErased = await eraseNotes(store, of);
          return (await forgetNotesOf(store, of)) && isErased;
        },
        part: (store, of) =>
          leaveGroup(store, {
            ...of,
            settleNews: (_, groupId, memberId) => settleMember(store, { groupId, memberId, now }),
          }),
        report: (member) => log.warn({ member }, operationsWords.accountStaysFor),
      },
      now,
    );
}

/** Who a cookie stands for, and what is still wanted of somebody who is not through yet. */
export type Known = { readonly sessionId: string; readonly viewer: Viewer; readonly wants: Half["wants"] | null };

/** Reads cookies. A member of whom the site asks a second factor is not through until they have one. */
export function makeWhoIs(sessions: Sessions, read: Store): (cookie: string | undefined) => Promise<Known | null> {
  return async (cookie) => {
    const signedIn = await sessions.readAny(cookie);
    if (signedIn === null) return null;
    const { sessionId, member, provedAt, awaitsFactor } = signedIn;
    const wants = awaitsFactor ? "factor" : (await wantsEnrolment(read, member)) ? "enrolment" : null;
    return { sessionId, viewer: viewerOf(member, provedAt), wants };
  };
}
