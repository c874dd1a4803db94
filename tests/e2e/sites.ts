/** A site for each worker, so that no test meets what another does at the same time in the groups and inboxes of the demo. */
import { resolve } from "node:path";

export type E2eSite = {
  readonly url: string;
  readonly port: number;
  /** It stays after a failure, for whoever looks into it. */
  readonly dataDir: string;
};

/** As many as the two processors for which `npm test` is made; E2E_WORKERS=1 is for a small machine and for measuring. */
export const WORKERS = Number(process.env.E2E_WORKERS ?? 2);

const firstPort = Number(process.env.E2E_PORT ?? 3907);

/** The site of a worker, by Playwright's parallel index; to be called from the root of the repository. */
export function siteOf(worker: number): E2eSite {
  const port = firstPort + worker;
  return { port, url: `http://127.0.0.1:${port}`, dataDir: resolve("test-results", `site-${worker}`) };
}
