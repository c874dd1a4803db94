/** The site as a whole, for everybody and for those who run it. */
import type { SiteService } from "#app/context/site.ts";
import { announcementOf, makeAnnouncements } from "./site/announcements.ts";
import type { SiteDependencies } from "./site/dependencies.ts";
import { makeGroups } from "./site/groups.ts";
import { makeSiteInvitations } from "./site/invitations.ts";
import { makeOverview } from "./site/overview.ts";
import { makePeople } from "./site/people.ts";
import { makeSettings } from "./site/settings.ts";
import { makeSuspensions } from "./site/suspensions.ts";

export function makeSiteService(dependencies: SiteDependencies): SiteService {
  const { read, clock } = dependencies;
  return {
    async face() {
      const { siteName, signUp, contact, imprint, mode, modeWords } = await read.siteSettings.all();
      const announcements = (await read.announcements.standing(clock())).map(announcementOf);
      return { siteName, signUp, contact, imprint, mode, modeWords, announcements };
    },
    ...makeOverview(dependencies),
    ...makeSettings(dependencies),
    ...makeAnnouncements(dependencies),
    ...makePeople(dependencies),
    ...makeSuspensions(dependencies),
    ...makeGroups(dependencies),
    ...makeSiteInvitations(dependencies),
  };
}
