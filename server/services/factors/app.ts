/** The app with codes (RFC 6238): from a secret that nobody has to the first code that proves that it arrived. */
import type { FactorService } from "#app/context/factors.ts";
import { Problem } from "#app/domain/problem.ts";
import { factorsWords } from "#app/words/factors.ts";
import { siteWords } from "#app/words/site.ts";
import type { Store } from "#db/store.ts";
import { requireNoWait } from "../accounts-fields.ts";
import { requireFresh } from "../fresh.ts";
import { afterAdding, afterRemoving, makeCodes, memberNow, requireSpare } from "./changes.ts";
import type { FactorDependencies } from "./dependencies.ts";

type Apps = Pick<FactorService, "beginApp" | "appSecret" | "confirmApp" | "removeApp" | "renewCodes">;

/** Milliseconds that a secret waits for its first code; afterwards one begins anew. */
const PATIENCE = 60 * 60 * 1000;

export function makeApps(dependencies: FactorDependencies): Apps {
  const { read, transact, clock, sealer, apps, limits, randomBytes } = dependencies;
  const wrongCode = () => new Problem("invalid", factorsWords.wrongCode, { fields: { code: factorsWords.wrongCode } });

  return {
    async beginApp(viewer) {
      requireFresh(viewer, clock());
      const sealed = sealer.seal(randomBytes(apps.secretBytes), viewer.id);
      const begun = await transact((store) => store.factors.beginApp(viewer.id, sealed, clock()));
      if (!begun) throw new Problem("conflict", factorsWords.appThere);
    },

    async appSecret(viewer) {
      requireFresh(viewer, clock());
      const app = await read.factors.app(viewer.id);
      if (app === null || app.confirmedAt !== null || clock() - app.createdAt > PATIENCE) return null;
      const secret = sealer.open(app.sealed, viewer.id);
      if (secret === null) return null;
      const { uri, text } = apps.describe(secret, { issuer: siteWords.name, account: viewer.email });
      return { uri, text, code: apps.codeOf(uri) };
    },

    async confirmApp(viewer, sessionId, { code }) {
      requireFresh(viewer, clock());
      requireNoWait(limits.factor.take(viewer.id));
      const codes = await transact(async (store) => {
        const now = clock();
        const member = await memberNow(store, viewer);
        const app = await store.factors.app(viewer.id);
        if (app === null || now - app.createdAt > PATIENCE) throw new Problem("gone", factorsWords.appGone);
        if (app.confirmedAt !== null) throw new Problem("conflict", factorsWords.appThere);
        const isFirst = !(await store.factors.has(viewer.id));
        if (!(await takeCode(store, dependencies, viewer.id, code))) throw wrongCode();
        await store.factors.confirmApp(viewer.id, now);
        return afterAdding(store, dependencies, { member, sessionId, isFirst, change: "appAdded" });
      });
      limits.factor.forgive(viewer.id);
      return { codes };
    },

    async removeApp(viewer) {
      requireFresh(viewer, clock());
      await transact(async (store) => {
        const member = await memberNow(store, viewer);
        await requireSpare(store, member, (await store.factors.passkeys(viewer.id)).length);
        if (!(await store.factors.removeApp(viewer.id))) throw new Problem("not-found", factorsWords.unknown);
        await afterRemoving(store, dependencies, member, "appRemoved");
      });
    },

    async renewCodes(viewer) {
      requireFresh(viewer, clock());
      const codes = await transact(async (store) => {
        if (!(await store.factors.has(viewer.id))) throw new Problem("conflict", factorsWords.noFactor);
        return makeCodes(store, dependencies, viewer.id);
      });
      return { codes };
    },
  };
}

/** True for a code of the member's app, confirmed or not, that was not used before; it is used from here on. */
export async function takeCode(
  store: Store,
  { sealer, apps, clock, alert }: Pick<FactorDependencies, "sealer" | "apps" | "clock" | "alert">,
  memberId: string,
  typed: string,
): Promise<boolean> {
  const app = await store.factors.app(memberId);
  if (app === null) return false;
  const secret = sealer.open(app.sealed, memberId);
  if (secret === null) {
    // The key file was lost or replaced; recovery codes and passkeys do not depend on it.
    alert("secret-unreadable", memberId);
    return false;
  }
  const step = apps.stepOf(secret, typed, { now: clock(), last: app.lastStep });
  return step !== null && store.factors.takeStep(memberId, step);
}
