/** Proving who one is: by a passkey alone, by the second factor after the password, or once more for what matters. */
import type { FactorService, Proof } from "#app/context/factors.ts";
import type { Client, Viewer } from "#app/context/viewer.ts";
import { Problem } from "#app/domain/problem.ts";
import { factorsWords } from "#app/words/factors.ts";
import type { Store } from "#db/store.ts";
import { enter } from "../accounts-entry.ts";
import { requireNoWait } from "../accounts-fields.ts";
import { confirmPassword } from "../accounts-security.ts";
import { takeCode } from "./app.ts";
import { memberNow, tell } from "./changes.ts";
import type { FactorDependencies } from "./dependencies.ts";
import { answered } from "./keys.ts";

type Proving = Pick<FactorService, "signIn" | "verify" | "prove">;

export function makeProving(dependencies: FactorDependencies): Proving {
  const { transact, clock, limits } = dependencies;

  return {
    async signIn(client, sent) {
      const asked = { purpose: "sign-in", memberId: null, sessionId: null } as const;
      const { passkey, counter } = await answered(dependencies, sent, asked);
      return transact(async (store) => {
        await use(store, passkey.id, counter, clock());
        const member = await store.members.byId(passkey.memberId);
        if (member === null || member.endedAt !== null) throw new Problem("invalid", factorsWords.passkeyRefused);
        return enter(store, dependencies, member.id, client, "everything");
      });
    },

    async verify({ viewer, sessionId, wants }, client, proof) {
      const memberId = viewer.id;
      const key = "passkey" in proof ? await answeredBy(proof.passkey, "verify", { memberId, sessionId }) : null;
      if (key === null) requireNoWait(limits.factor.take(memberId));
      const signed = await transact(async (store) => {
        const half = await store.sessions.withMember(sessionId);
        const isGood = half?.session.awaitsFactor === true && half.session.expiresAt > clock();
        if (wants !== "factor" || !isGood) throw new Problem("gone", factorsWords.halfGone);
        if (key !== null) await use(store, key.passkey.id, key.counter, clock());
        else await takeTyped(store, viewer, typedOf(proof));
        return enter(store, dependencies, memberId, { ...client, sessionId }, "everything");
      });
      limits.factor.forgive(memberId);
      return signed;
    },

    async prove(viewer, sessionId, client, proof) {
      await proved(viewer, sessionId, client, proof);
      const provedAt = clock();
      await transact((store) => store.sessions.confirm(sessionId, provedAt));
      return { ...viewer, provedAt };
    },
  };

  function answeredBy(sent: string, purpose: "verify" | "confirm", who: { memberId: string; sessionId: string }) {
    return answered(dependencies, sent, { purpose, ...who });
  }

  /** Six digits are a code where there is an app; everything else is the password, with the limits of signing in. */
  async function proved(viewer: Viewer, sessionId: string, client: Client, proof: Proof): Promise<void> {
    const memberId = viewer.id;
    if ("passkey" in proof) {
      const { passkey, counter } = await answeredBy(proof.passkey, "confirm", { memberId, sessionId });
      return transact((store) => use(store, passkey.id, counter, clock()));
    }
    const app = /^[\d\s]{6,9}$/.test(proof.typed) ? await dependencies.read.factors.app(memberId) : null;
    if (app?.confirmedAt == null) {
      await confirmPassword(dependencies, viewer, client, { password: proof.typed, field: "proof" });
      return;
    }
    requireNoWait(limits.factor.take(memberId));
    const isGood = await transact((store) => takeCode(store, dependencies, memberId, proof.typed));
    if (!isGood) throw wrong("proof");
    limits.factor.forgive(memberId);
  }

  /** A code of the confirmed app, else a recovery code, of whose use its owner is told. */
  async function takeTyped(store: Store, viewer: Viewer, typed: string): Promise<void> {
    const app = await store.factors.app(viewer.id);
    if (app?.confirmedAt != null && (await takeCode(store, dependencies, viewer.id, typed))) return;
    const code = dependencies.recovery.tidy(typed);
    const hash = code === null ? null : dependencies.secrets.digest(code);
    if (hash === null || !(await store.factors.takeCode(viewer.id, hash, clock()))) throw wrong("code");
    await tell(store, dependencies, await memberNow(store, viewer), "codeUsed");
  }
}

/** Throws Problem("invalid") when the same answer, or a later one, was taken meanwhile. */
async function use(store: Store, id: string, counter: number, now: number): Promise<void> {
  const isNew = await store.factors.countPasskey(id, counter, now);
  if (!isNew) throw new Problem("invalid", factorsWords.passkeyRefused);
}

function typedOf(proof: Proof): string {
  return "typed" in proof ? proof.typed : "";
}

function wrong(field: "code" | "proof"): Problem {
  return new Problem("invalid", factorsWords.wrongCode, { fields: { [field]: factorsWords.wrongCode } });
}
