import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Outlet } from "@remix-run/react";
import type { TrailHandle } from "#app/features/site/site-shell.tsx";
import { requireMember, requireViewer } from "#app/http/viewer.ts";
import { Page, PageHead } from "#app/ui/page.tsx";
import { Tabs } from "#app/ui/tabs.tsx";
import { factorsWords } from "#app/words/factors.ts";
import { lettersWords } from "#app/words/letters.ts";
import { peopleWords } from "#app/words/people.ts";
import { reportingWords } from "#app/words/reporting.ts";
import { sanctionWords } from "#app/words/sanctions.ts";
import { settingsWords } from "#app/words/settings.ts";
import { siteWords } from "#app/words/site.ts";

export const meta: MetaFunction = () => [{ title: siteWords.title(settingsWords.title) }];

export const handle: TrailHandle = { trail: () => ({ label: settingsWords.title, to: "/settings" }) };

export function loader({ context, request }: LoaderFunctionArgs) {
  // Somebody who has to set up a second factor reaches that page, and none of the others.
  const isSecurity = new URL(request.url).pathname.startsWith("/settings/security");
  (isSecurity ? requireMember : requireViewer)(context, request);
  return {};
}

const { tabs } = settingsWords;

export default function Settings() {
  return (
    <Page>
      <PageHead title={settingsWords.title} />
      <Tabs
        label={settingsWords.nav}
        tabs={[
          { to: "/settings", label: tabs.profile, end: true },
          { to: "/settings/reading", label: tabs.reading },
          { to: "/settings/letters", label: lettersWords.tab },
          { to: "/settings/reports", label: reportingWords.mine.tab },
          { to: "/settings/password", label: tabs.password },
          { to: "/settings/email", label: tabs.email },
          { to: "/settings/sessions", label: tabs.sessions },
          { to: "/settings/sanctions", label: sanctionWords.own.tab },
          { to: "/settings/ignored", label: peopleWords.ignoring.tab },
          { to: "/settings/security", label: factorsWords.tab },
          { to: "/settings/account", label: factorsWords.account.tab },
        ]}
      />
      <Outlet />
    </Page>
  );
}
