import "@fontsource-variable/inter/wght.css";
import "@fontsource-variable/literata/opsz.css";
import "@fontsource-variable/literata/opsz-italic.css";
import "#app/ui/tokens.css";
import "#app/ui/base.css";
import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Links, Meta, Outlet, Scripts, ScrollRestoration, useLocation, useRouteLoaderData } from "@remix-run/react";
import { type ReactNode, useEffect } from "react";
import { defaultSettings } from "#app/domain/member/member.ts";
import { SiteBars } from "#app/features/site/site-bars.tsx";
import { ErrorPage } from "#app/http/error-page.tsx";
import { useNonce } from "#app/http/nonce.tsx";
import { putAway } from "#app/http/put-away.ts";
import { SkipLink } from "#app/ui/skip-link.tsx";
import { TimeProvider } from "#app/ui/time.tsx";
import { ToastProvider } from "#app/ui/toast.tsx";
import { directionOf } from "#app/words/locale.ts";
import { spokenLocale } from "#app/words/localised.ts";
import { siteWords } from "#app/words/site.ts";

export const links: LinksFunction = () => [
  { rel: "icon", href: "/favicon.ico", sizes: "32x32" },
  { rel: "icon", href: "/icon.svg", type: "image/svg+xml" },
  { rel: "apple-touch-icon", href: "/apple-touch-icon.png" },
  { rel: "manifest", href: "/site.webmanifest" },
];

export const meta: MetaFunction = () => [{ title: siteWords.name }];

/** What every page knows: who looks at it, what is unread, since when, and under which number the log knows the request. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  const { viewer, half, requestId, demo } = context;
  const badge = viewer === null ? null : await context.news.badge(viewer);
  const face = await context.site.face();
  const away = putAway(request.headers.get("Cookie"));
  const announcements = face.announcements.filter(({ id }) => !away.includes(id));
  const shown = { ...face, announcements };
  return { viewer, half: half !== null, badge, requestId, demo, face: shown, now: Date.now() };
}

/** The document around every page and every error page; the reader's settings are attributes, so the first paint has them. */
export function Layout({ children }: { readonly children: ReactNode }) {
  const nonce = useNonce();
  const settings = useRouteLoaderData<typeof loader>("root")?.viewer?.settings ?? defaultSettings;
  return (
    <html
      lang={spokenLocale()}
      dir={directionOf(spokenLocale())}
      data-theme={settings.theme}
      data-size={settings.size}
      data-width={settings.width}
      data-spacing={settings.spacing}
      data-preview={settings.preview}
      data-face={settings.face}
    >
      <head>
        <meta charSet="utf-8" />
        <meta
          name="viewport"
          content="width=device-width, initial-scale=1, viewport-fit=cover, interactive-widget=resizes-content"
        />
        <meta name="description" content={siteWords.description} />
        <meta name="color-scheme" content="light dark" />
        <Meta />
        <Links />
      </head>
      <body>
        <SkipLink />
        {children}
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  );
}

export default function Root() {
  const root = useRouteLoaderData<typeof loader>("root");
  const { pathname, search } = useLocation();
  const isOwn = root?.viewer?.viewedBy === undefined;
  const person = isOwn ? (root?.viewer?.id ?? null) : null;
  useEffect(() => {
    if (person !== null) void import("#app/live/worker-client.ts").then(({ startKeeping }) => startKeeping(person));
  }, [person]);
  return (
    <TimeProvider zone={root?.viewer?.timeZone ?? "UTC"} now={root?.now ?? 0}>
      <ToastProvider>
        {root ? <SiteBars face={root.face} viewer={root.viewer} here={`${pathname}${search}`} /> : null}
        <Outlet />
      </ToastProvider>
    </TimeProvider>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
