/** Second factors and passkeys of members (A8, A9), and proving who one is once more (A7). */
import type { FactorService } from "#app/context/factors.ts";
import { makeApps } from "./factors/app.ts";
import { isDemanded } from "./factors/demanded.ts";
import type { FactorDependencies } from "./factors/dependencies.ts";
import { makeKeys } from "./factors/keys.ts";
import { makeProving } from "./factors/proving.ts";

export function makeFactorService(dependencies: FactorDependencies): FactorService {
  const { read } = dependencies;
  return {
    ...makeApps(dependencies),
    ...makeKeys(dependencies),
    ...makeProving(dependencies),

    async page(viewer) {
      const app = await read.factors.app(viewer.id);
      const passkeys = await read.factors.passkeys(viewer.id);
      return {
        app: app?.confirmedAt == null ? null : { since: app.confirmedAt },
        passkeys: passkeys.map(({ id, name, createdAt, usedAt }) => ({ id, name, createdAt, usedAt })),
        codesLeft: await read.factors.codesLeft(viewer.id),
        isRequired: await isDemanded(read, viewer),
      };
    },
  };
}
