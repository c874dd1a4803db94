import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { AdminTabs } from "#app/features/account/admin-tabs.tsx";
import { modeForm, settingsForm } from "#app/features/site/care/care-forms.ts";
import { SitePage } from "#app/features/site/care/settings-page.tsx";
import type { TrailHandle } from "#app/features/site/site-shell.tsx";
import { runForm } from "#app/http/form.ts";
import { orProblemResponse } from "#app/http/problem-response.ts";
import { requireViewer } from "#app/http/viewer.ts";
import { intentOf } from "#app/ui/intent.ts";
import { siteWords } from "#app/words/site.ts";
import { siteCareWords } from "#app/words/site-care.ts";

export const meta: MetaFunction = () => [{ title: siteWords.title(siteCareWords.site.title) }];

export const handle: TrailHandle = { trail: () => ({ label: siteCareWords.site.title }) };

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { viewer } = requireViewer(context, request);
  return { settings: await orProblemResponse(context.site.settings(viewer)) };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const { viewer } = requireViewer(context, request);
  const form = await request.formData();
  return intentOf(form) === "mode"
    ? runForm(form, modeForm, (input) => context.site.setMode(viewer, input))
    : runForm(form, settingsForm, (input) => context.site.saveSettings(viewer, input));
}

export default function SiteSettings() {
  return <SitePage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} tabs={<AdminTabs />} />;
}
