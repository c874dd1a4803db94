/** How the site is, and its jobs. */
import type { SiteOverview, SiteService, Trouble } from "#app/context/site.ts";
import { Problem } from "#app/domain/problem.ts";
import { siteCareWords } from "#app/words/site-care.ts";
import { requireAdmin } from "../admin.ts";
import type { SiteDependencies } from "./dependencies.ts";

const GIGABYTE = 1024 ** 3;

/** Bytes of free disk below which a site should not go on: the journal and a backup need room. */
const LOW_DISK = 1 * GIGABYTE;

/** Bytes of journal that say that no checkpoint gets through. */
const LARGE_WAL = GIGABYTE / 4;

/** Letters in line that say that something hinders them. */
const MANY_WAITING = 100;

export function makeOverview({
  read,
  health,
  jobs,
}: Pick<SiteDependencies, "read" | "health" | "jobs">): Pick<SiteService, "overview" | "runJob"> {
  return {
    async overview(viewer) {
      await requireAdmin(read, viewer);
      const seen = {
        health: await health(),
        counts: await read.overview.counts(),
        letters: await read.overview.letters(),
        jobs: jobs().states(),
        mode: await read.siteSettings.get("mode"),
      };
      return { ...seen, troubles: troublesOf(seen) };
    },

    async runJob(viewer, name) {
      await requireAdmin(read, viewer);
      if ((await read.siteSettings.get("mode")) === "read-only") throw new Problem("locked", siteCareWords.readOnly);
      if (!(await jobs().runNow(name))) throw new Problem("not-found", siteCareWords.unknownJob);
    },
  };
}

/** What somebody should look at, the worst first. */
export function troublesOf({
  health,
  letters,
  jobs,
  mode,
}: Omit<SiteOverview, "troubles" | "counts">): readonly Trouble[] {
  const all: readonly (readonly [Trouble, boolean])[] = [
    ["disk-low", health.freeDisk < LOW_DISK],
    ["job-failed", jobs.some(({ last }) => last !== null && last.error !== null)],
    ["letters-failed", letters.givenUp > 0],
    ["letters-waiting", letters.waiting > MANY_WAITING],
    ["wal-large", health.wal > LARGE_WAL],
    ["not-open", mode !== "open"],
    ["no-https", !health.isHttps],
    ["no-mail", !health.hasMail],
  ];
  return all.flatMap(([trouble, holds]) => (holds ? [trouble] : []));
}
