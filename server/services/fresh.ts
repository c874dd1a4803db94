import type { Viewer } from "#app/context/viewer.ts";
import { FRESH } from "#app/domain/member/factors.ts";
import { Problem } from "#app/domain/problem.ts";
import { factorsWords } from "#app/words/factors.ts";

/**
 * For what cannot be taken back (A7): throws Problem("reauth-required") unless the viewer proved who they are within the last
 * ten minutes. `now` in milliseconds.
 */
export function requireFresh({ provedAt }: Viewer, now: number): void {
  if (provedAt === undefined || now - provedAt > FRESH) throw new Problem("reauth-required", factorsWords.proveFirst);
}
