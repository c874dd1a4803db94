import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { OutboxPage } from "#app/features/offline/outbox-page.tsx";
import type { TrailHandle } from "#app/features/site/site-shell.tsx";
import { requireViewer } from "#app/http/viewer.ts";
import { outboxWords } from "#app/words/outbox.ts";
import { siteWords } from "#app/words/site.ts";

export const meta: MetaFunction = () => [{ title: siteWords.title(outboxWords.title) }];

export const handle: TrailHandle = { trail: () => ({ label: outboxWords.title }) };

/** What waits in this browser to be sent. The service worker keeps this page; what is on it comes from the browser. */
export function loader({ context, request }: LoaderFunctionArgs) {
  return { person: requireViewer(context, request).viewer.id };
}

export default function WaitingToBeSent() {
  return <OutboxPage person={useLoaderData<typeof loader>().person} />;
}
