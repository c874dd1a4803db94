import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { compareLines } from "#app/domain/page/compare.ts";
import { citedNotes, linesOf } from "#app/domain/page/page.ts";
import { AccountMenu } from "#app/features/site/account-menu.tsx";
import { InboxBadge } from "#app/features/site/inbox-badge.tsx";
import { pageAddress, pageOf } from "#app/features/together/page-address.ts";
import { VersionsPage } from "#app/features/together/versions-page.tsx";
import { orProblemResponse } from "#app/http/problem-response.ts";
import { requireViewer } from "#app/http/viewer.ts";
import { siteWords } from "#app/words/site.ts";
import { togetherWords } from "#app/words/together.ts";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { viewer } = requireViewer(context, request);
  const { together } = context;
  const of = pageOf(request, params);
  const id = new URL(request.url).searchParams.get("version");
  const [page, versions, version] = await orProblemResponse(
    Promise.all([
      together.open(viewer, of),
      together.versions(viewer, of),
      id === null ? null : together.version(viewer, of, id),
    ]),
  );
  const compared = version === null ? [] : compareLines(linesOf(version.content), linesOf(page.content));
  const cited = version === null ? [] : await orProblemResponse(together.cited(viewer, citedNotes(version.content)));
  const { content: _, ...now } = page;
  return { page: now, versions, version, compared, cited, viewer };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { viewer } = requireViewer(context, request);
  const of = pageOf(request, params);
  const version = String((await request.formData()).get("version") ?? "");
  await orProblemResponse(context.together.restore(viewer, of, version));
  return redirect(pageAddress(of));
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  {
    title: data ? `${togetherWords.versions.title} · ${data.page.document.title} · ${siteWords.name}` : siteWords.name,
  },
];

export default function VersionsRoute() {
  const { viewer, ...data } = useLoaderData<typeof loader>();
  const account = (
    <>
      <InboxBadge person={viewer.id} />
      <AccountMenu viewer={viewer} />
    </>
  );
  return <VersionsPage {...data} account={account} />;
}
