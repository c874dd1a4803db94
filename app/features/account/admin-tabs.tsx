import { Tabs } from "#app/ui/tabs.tsx";
import { factorsWords } from "#app/words/factors.ts";
import { lettersWords } from "#app/words/letters.ts";

/** The pages of those who run the site. */
export function AdminTabs() {
  const words = lettersWords.adminTabs;
  return (
    <Tabs
      label={words.label}
      tabs={[
        { to: "/admin/members", label: words.people },
        { to: "/admin/letters", label: words.letters },
        { to: "/admin/settings", label: factorsWords.site.tab },
      ]}
    />
  );
}
