import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Outlet } from "@remix-run/react";
import type { TrailHandle } from "#app/features/site/site-shell.tsx";
import { requireViewer } from "#app/http/viewer.ts";
import { Page, PageHead } from "#app/ui/page.tsx";
import { Tabs } from "#app/ui/tabs.tsx";
import { lettersWords } from "#app/words/letters.ts";
import { peopleWords } from "#app/words/people.ts";
import { reportingWords } from "#app/words/reporting.ts";
import { sanctionWords } from "#app/words/sanctions.ts";
import { settingsWords } from "#app/words/settings.ts";
import { siteWords } from "#app/words/site.ts";

export const meta: MetaFunction = () => [{ title: siteWords.title(settingsWords.title) }];

export const handle: TrailHandle = { trail: () => ({ label: settingsWords.title, to: "/settings" }) };

export function loader({ context, request }: LoaderFunctionArgs) {
  requireViewer(context, request);
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
        ]}
      />
      <Outlet />
    </Page>
  );
}
