import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { citedNotes } from "#app/domain/page/page.ts";
import { AccountMenu } from "#app/features/site/account-menu.tsx";
import { InboxBadge } from "#app/features/site/inbox-badge.tsx";
import { pageOf, titleOf } from "#app/features/together/page-address.ts";
import { TogetherPage } from "#app/features/together/together-page.tsx";
import { orProblemResponse } from "#app/http/problem-response.ts";
import { requireViewer } from "#app/http/viewer.ts";
import { siteWords } from "#app/words/site.ts";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { viewer } = requireViewer(context, request);
  const page = await orProblemResponse(context.together.open(viewer, pageOf(request, params)));
  const cited = await orProblemResponse(context.together.cited(viewer, citedNotes(page.content)));
  return { page, cited, viewer, origin: context.origin };
}

/** What happens on the page arrives through its room. */
export const shouldRevalidate = () => false;

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${titleOf(data.page)} · ${data.page.document.title} · ${siteWords.name}` : siteWords.name },
];

export default function TogetherRoute() {
  const { page, cited, viewer, origin } = useLoaderData<typeof loader>();
  const account = (
    <>
      <InboxBadge person={viewer.id} />
      <AccountMenu viewer={viewer} />
    </>
  );
  return <TogetherPage {...{ page, cited, viewer, origin, account }} />;
}
