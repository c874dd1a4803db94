import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { AdminTabs } from "#app/features/account/admin-tabs.tsx";
import { groupForm } from "#app/features/site/care/care-forms.ts";
import { GroupsPage } from "#app/features/site/care/groups-page.tsx";
import type { TrailHandle } from "#app/features/site/site-shell.tsx";
import { runForm } from "#app/http/form.ts";
import { orProblemResponse } from "#app/http/problem-response.ts";
import { requireViewer } from "#app/http/viewer.ts";
import { intentOf } from "#app/ui/intent.ts";
import { siteWords } from "#app/words/site.ts";
import { siteCareWords } from "#app/words/site-care.ts";

export const meta: MetaFunction = () => [{ title: siteWords.title(siteCareWords.groups.title) }];

export const handle: TrailHandle = { trail: () => ({ label: siteCareWords.groups.title }) };

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { viewer } = requireViewer(context, request);
  const query = new URL(request.url).searchParams.get("q") ?? "";
  return { query, groups: await orProblemResponse(context.site.groups(viewer, { query })) };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const { viewer } = requireViewer(context, request);
  const form = await request.formData();
  return runForm(form, groupForm, ({ group, member }) =>
    intentOf(form) === "hand-over"
      ? context.site.handOver(viewer, group, member)
      : context.site.archiveGroup(viewer, group, intentOf(form) === "archive"),
  );
}

export default function Groups() {
  return <GroupsPage {...useLoaderData<typeof loader>()} tabs={<AdminTabs />} />;
}
