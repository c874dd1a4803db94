import { Tabs } from "#app/ui/tabs.tsx";
import { factorsWords } from "#app/words/factors.ts";
import { lettersWords } from "#app/words/letters.ts";
import { siteCareWords } from "#app/words/site-care.ts";

/** The pages of those who run the site. */
export function AdminTabs() {
  const words = lettersWords.adminTabs;
  const care = siteCareWords.tabs;
  return (
    <Tabs
      label={words.label}
      tabs={[
        { to: "/admin", label: care.overview, end: true },
        { to: "/admin/members", label: words.people },
        { to: "/admin/groups", label: care.groups },
        { to: "/admin/sessions", label: care.sessions },
        { to: "/admin/invitations", label: care.invitations },
        { to: "/admin/letters", label: words.letters },
        { to: "/admin/settings", label: factorsWords.site.tab },
        { to: "/admin/site", label: care.site },
        { to: "/admin/announcements", label: care.announcements },
        { to: "/admin/record", label: care.record },
      ]}
    />
  );
}
