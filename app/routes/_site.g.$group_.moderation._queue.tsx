import type { LoaderFunctionArgs } from "@remix-run/node";
import { type ShouldRevalidateFunction, useLoaderData, useOutletContext } from "@remix-run/react";
import { readAsked } from "#app/features/moderation/queue-address.ts";
import { QueuePage } from "#app/features/moderation/queue-page.tsx";
import { orProblemResponse } from "#app/http/problem-response.ts";
import { requireViewer } from "#app/http/viewer.ts";
import type { ModerationOutlet } from "./_site.g.$group_.moderation.tsx";

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { viewer } = requireViewer(context, request);
  const asked = readAsked(new URL(request.url).searchParams);
  const loadedAt = Date.now();
  return { asked, loadedAt, page: await orProblemResponse(context.queue.list(viewer, params.group ?? "", asked)) };
}

/** Going from item to item leaves the list as it is; a form of the page, or another way to look, asks for it again. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ currentUrl, nextUrl, formMethod, ...params }) =>
  (formMethod !== undefined && formMethod !== "GET") ||
  currentUrl.search !== nextUrl.search ||
  params.currentParams.group !== params.nextParams.group;

export default function Queue() {
  return <QueuePage {...useLoaderData<typeof loader>()} {...useOutletContext<ModerationOutlet>()} />;
}
