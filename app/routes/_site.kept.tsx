import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { KeptPage } from "#app/features/offline/kept-page.tsx";
import type { TrailHandle } from "#app/features/site/site-shell.tsx";
import { requireViewer } from "#app/http/viewer.ts";
import { keptWords } from "#app/words/outbox.ts";
import { siteWords } from "#app/words/site.ts";

export const meta: MetaFunction = () => [{ title: siteWords.title(keptWords.title) }];

export const handle: TrailHandle = { trail: () => ({ label: keptWords.title }) };

/** What this browser can open without a network. The service worker keeps this page; it holds nothing but whose it is. */
export function loader({ context, request }: LoaderFunctionArgs) {
  return { person: requireViewer(context, request).viewer.id };
}

export default function Kept() {
  return <KeptPage person={useLoaderData<typeof loader>().person} />;
}
