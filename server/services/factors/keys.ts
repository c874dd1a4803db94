/** Passkeys of a member, and the challenges that they answer. */
import type { FactorService } from "#app/context/factors.ts";
import { type ChallengePurpose, MAX_PASSKEY_NAME, MAX_PASSKEYS } from "#app/domain/member/factors.ts";
import { tidyName } from "#app/domain/member/name.ts";
import { Problem } from "#app/domain/problem.ts";
import { factorsWords } from "#app/words/factors.ts";
import type { PasskeyRecord } from "#db/repositories/factors.ts";
import { requireNoWait } from "../accounts-fields.ts";
import { requireFresh } from "../fresh.ts";
import { afterAdding, afterRemoving, memberNow, requireSpare, tell } from "./changes.ts";
import type { FactorDependencies } from "./dependencies.ts";

type Keys = Pick<FactorService, "ask" | "addPasskey" | "renamePasskey" | "removePasskey">;

/** Milliseconds that a challenge waits for its answer. */
const CHALLENGE_LIFE = 5 * 60 * 1000;
/** Bytes of a challenge; WebAuthn §13.4.3 wants at least 16. */
const CHALLENGE_BYTES = 32;

export function makeKeys(dependencies: FactorDependencies): Keys {
  const { read, transact, clock, newId, secrets, passkeys, limits, randomBytes } = dependencies;

  return {
    async ask(who, client, purpose) {
      requireNoWait(limits.ceremony.take(who?.viewer.id ?? client.address));
      if ((purpose === "sign-in") !== (who === null)) throw new Problem("not-found", factorsWords.unknown);
      if (purpose === "enrol" && who !== null) requireFresh(who.viewer, clock());
      const challenge = randomBytes(CHALLENGE_BYTES);
      await transact((store) =>
        store.factors.addChallenge({
          hash: secrets.digest(Buffer.from(challenge).toString("base64url")),
          ...{ purpose, memberId: who?.viewer.id ?? null, sessionId: who?.sessionId ?? null },
          expiresAt: clock() + CHALLENGE_LIFE,
        }),
      );
      if (who === null) return passkeys.authenticate(null, challenge);
      const known = await read.factors.passkeys(who.viewer.id);
      return purpose === "enrol"
        ? passkeys.register(who.viewer, known, challenge)
        : passkeys.authenticate(known, challenge);
    },

    async addPasskey(viewer, sessionId, { passkey, name }) {
      requireFresh(viewer, clock());
      const called = nameOf(name);
      const answer = passkeys.readRegistration(passkey);
      if (answer === null) throw notGood();
      await takeChallenge(dependencies, answer, { purpose: "enrol", memberId: viewer.id, sessionId });
      const key = await passkeys.registered(answer);
      if (key === null) throw notGood();
      const codes = await transact(async (store) => {
        const member = await memberNow(store, viewer);
        const isFirst = !(await store.factors.has(viewer.id));
        if ((await store.factors.passkeys(viewer.id)).length >= MAX_PASSKEYS) {
          throw new Problem("conflict", factorsWords.manyPasskeys);
        }
        const { credentialId, counter, transports } = key;
        const row = { id: newId(), memberId: viewer.id, name: called, createdAt: clock(), usedAt: null };
        const publicKey = Buffer.from(key.publicKey);
        const added = await store.factors.addPasskey({ ...row, credentialId, publicKey, counter, transports });
        if (!added) throw new Problem("conflict", factorsWords.passkeyThere);
        return afterAdding(store, dependencies, { member, sessionId, isFirst, change: "passkeyAdded" });
      });
      return { codes };
    },

    async renamePasskey(viewer, id, name) {
      const called = nameOf(name);
      const known = await transact((store) => store.factors.renamePasskey(viewer.id, id, called));
      if (!known) throw new Problem("not-found", factorsWords.unknown);
    },

    async removePasskey(viewer, id) {
      requireFresh(viewer, clock());
      await transact(async (store) => {
        const member = await memberNow(store, viewer);
        const others = (await store.factors.passkeys(viewer.id)).filter((passkey) => passkey.id !== id);
        if (others.length === 0 && member.passwordHash === null) throw new Problem("conflict", factorsWords.lastWay);
        const app = await store.factors.app(viewer.id);
        await requireSpare(store, member, others.length + (app?.confirmedAt == null ? 0 : 1));
        if (!(await store.factors.removePasskey(viewer.id, id))) throw new Problem("not-found", factorsWords.unknown);
        await afterRemoving(store, dependencies, member, "passkeyRemoved");
      });
    },
  };
}

/** Who has to answer a challenge, and for what; null members answer for whoever they are. */
export type Asked = {
  readonly purpose: ChallengePurpose;
  readonly memberId: string | null;
  readonly sessionId: string | null;
};

/**
 * The passkey that gave a good answer to a challenge of ours, with the counter that it has now. Throws Problem("invalid") for
 * everything else; a key whose counter did not rise may be a copy, and its owner and the log are told.
 */
export async function answered(
  dependencies: FactorDependencies,
  sent: string,
  asked: Asked,
): Promise<{ readonly passkey: PasskeyRecord; readonly counter: number }> {
  const { read, transact, passkeys, alert } = dependencies;
  const answer = passkeys.readAuthentication(sent);
  if (answer === null) throw notGood();
  await takeChallenge(dependencies, answer, asked);
  const passkey = await read.factors.passkeyBy(answer.credentialId);
  if (passkey === null || (asked.memberId !== null && asked.memberId !== passkey.memberId)) throw notGood();
  const verdict = await passkeys.authenticated(answer, passkey);
  if (verdict.kind === "good") return { passkey, counter: verdict.counter };
  if (verdict.kind === "copied") {
    alert("passkey-copied", passkey.memberId);
    await transact(async (store) => {
      const owner = await store.members.byId(passkey.memberId);
      if (owner !== null) await tell(store, dependencies, owner, "passkeyCopied");
    });
  }
  throw notGood();
}

/** Throws Problem("invalid") unless it was asked of exactly these, within five minutes, and not answered before. */
async function takeChallenge(
  { transact, secrets, clock }: FactorDependencies,
  { challenge }: { readonly challenge: string },
  { purpose, memberId, sessionId }: Asked,
): Promise<void> {
  const hash = secrets.digest(challenge);
  const known = await transact((store) => store.factors.takeChallenge(hash, purpose, clock()));
  if (known === null || known.memberId !== memberId || known.sessionId !== sessionId) throw notGood();
}

function nameOf(typed: string): string {
  const name = tidyName(typed) || factorsWords.passkeyUnnamed;
  if ([...name].length <= MAX_PASSKEY_NAME) return name;
  throw new Problem("invalid", factorsWords.passkeyNameLong, { fields: { name: factorsWords.passkeyNameLong } });
}

function notGood(): Problem {
  return new Problem("invalid", factorsWords.passkeyRefused);
}
