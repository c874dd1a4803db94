import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { AdminTabs } from "#app/features/account/admin-tabs.tsx";
import { isChosen, recordChoiceOf } from "#app/features/moderation/record/record-choice.ts";
import { RecordPage } from "#app/features/moderation/record/record-page.tsx";
import type { TrailHandle } from "#app/features/site/site-shell.tsx";
import { orProblemResponse } from "#app/http/problem-response.ts";
import { requireViewer } from "#app/http/viewer.ts";
import { siteWords } from "#app/words/site.ts";
import { siteCareWords } from "#app/words/site-care.ts";

export const meta: MetaFunction = () => [{ title: siteWords.title(siteCareWords.record.title) }];

export const handle: TrailHandle = { trail: () => ({ label: siteCareWords.record.title }) };

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { viewer } = requireViewer(context, request);
  const { searchParams } = new URL(request.url);
  const choice = recordChoiceOf(searchParams);
  const page = await orProblemResponse(context.record.site(viewer, choice));
  searchParams.delete("before");
  const asked = Object.fromEntries(searchParams);
  return { page, asked, isChosen: isChosen(choice), isFirst: choice.before === null };
}

export default function SiteRecord() {
  return <RecordPage {...useLoaderData<typeof loader>()} tabs={<AdminTabs />} />;
}
