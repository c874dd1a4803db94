import { Outlet } from "@remix-run/react";
import { SiteShell } from "#app/features/site/site-shell.tsx";
import { ErrorMessage } from "#app/http/error-page.tsx";
import { Page } from "#app/ui/page.tsx";

export default function Site() {
  return (
    <SiteShell>
      <Outlet />
    </SiteShell>
  );
}

export function ErrorBoundary() {
  return (
    <SiteShell>
      <Page>
        <ErrorMessage />
      </Page>
    </SiteShell>
  );
}
