/** Bars above every page. */
import type { Announcement, SiteService } from "#app/context/site.ts";
import { tidyParagraphs } from "#app/domain/group/fields.ts";
import { Problem } from "#app/domain/problem.ts";
import { announcementLevels, LONGEST_ANNOUNCEMENT, MAX_ANNOUNCEMENT } from "#app/domain/site/announcement.ts";
import { siteCareWords } from "#app/words/site-care.ts";
import { requireAdmin } from "../admin.ts";
import { record, type SiteDependencies } from "./dependencies.ts";

/** Rows on the page. */
const MOST_SHOWN = 50;

export function makeAnnouncements(
  dependencies: SiteDependencies,
): Pick<SiteService, "announcements" | "announce" | "withdraw"> {
  const { read, transact, clock, newId } = dependencies;

  return {
    async announcements(viewer) {
      await requireAdmin(read, viewer);
      return (await read.announcements.list(MOST_SHOWN)).map(announcementOf);
    },

    async announce(viewer, input) {
      await transact(async (store) => {
        await requireAdmin(store, viewer);
        const now = clock();
        const words = tidyParagraphs(input.words);
        const { level, fromAt, untilAt } = input;
        const fields = faults({ words, level, fromAt, untilAt }, now);
        if (Object.keys(fields).length > 0) throw new Problem("invalid", siteCareWords.checkForm, { fields });
        const id = newId();
        await store.announcements.insert({ id, words, level, fromAt, untilAt, createdBy: viewer.id, createdAt: now });
        await record(store, dependencies, {
          ...{ verb: "site.announce", actor: viewer.id, subject: { kind: "site", id } },
          ...{ before: {}, after: { level, fromAt, untilAt }, words },
        });
      });
    },

    async withdraw(viewer, id) {
      await transact(async (store) => {
        await requireAdmin(store, viewer);
        const row = await store.announcements.find(id);
        if (row === null) throw new Problem("not-found", siteCareWords.unknownAnnouncement);
        const now = clock();
        if (row.untilAt <= now) return;
        await store.announcements.end(id, now);
        await record(store, dependencies, {
          ...{ verb: "site.announce", actor: viewer.id, subject: { kind: "site", id } },
          ...{ before: { untilAt: row.untilAt }, after: { untilAt: now } },
        });
      });
    },
  };
}

/** An announcement without who wrote it. */
export function announcementOf({ id, words, level, fromAt, untilAt }: Announcement): Announcement {
  return { id, words, level, fromAt, untilAt };
}

function faults({ words, level, fromAt, untilAt }: Omit<Announcement, "id">, now: number): Record<string, string> {
  const fields: Record<string, string> = {};
  if (words === "") fields.words = siteCareWords.wordsMissing;
  if ([...words].length > MAX_ANNOUNCEMENT) fields.words = siteCareWords.wordsLong(MAX_ANNOUNCEMENT);
  if (!announcementLevels.includes(level)) fields.level = siteCareWords.unknownSetting;
  if (!Number.isSafeInteger(fromAt)) fields.from = siteCareWords.timeWrong;
  if (!Number.isSafeInteger(untilAt) || untilAt <= Math.max(now, fromAt)) fields.until = siteCareWords.endsBeforeIt;
  else if (untilAt - fromAt > LONGEST_ANNOUNCEMENT) fields.until = siteCareWords.tooLongToStand;
  return fields;
}
