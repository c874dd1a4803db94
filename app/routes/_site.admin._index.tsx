import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { AdminTabs } from "#app/features/account/admin-tabs.tsx";
import { jobForm } from "#app/features/site/care/care-forms.ts";
import { OverviewPage } from "#app/features/site/care/overview-page.tsx";
import type { TrailHandle } from "#app/features/site/site-shell.tsx";
import { runForm } from "#app/http/form.ts";
import { orProblemResponse } from "#app/http/problem-response.ts";
import { requireViewer } from "#app/http/viewer.ts";
import { siteWords } from "#app/words/site.ts";
import { siteCareWords } from "#app/words/site-care.ts";

export const meta: MetaFunction = () => [{ title: siteWords.title(siteCareWords.overview.title) }];

export const handle: TrailHandle = { trail: () => ({ label: siteCareWords.overview.title }) };

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { viewer } = requireViewer(context, request);
  return { overview: await orProblemResponse(context.site.overview(viewer)) };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const { viewer } = requireViewer(context, request);
  return runForm(await request.formData(), jobForm, ({ job }) => context.site.runJob(viewer, job));
}

export default function Overview() {
  return <OverviewPage {...useLoaderData<typeof loader>()} tabs={<AdminTabs />} />;
}
