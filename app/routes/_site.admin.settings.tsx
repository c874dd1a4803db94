import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { siteForm } from "#app/features/account/factor-forms.ts";
import { SiteSettingsPage } from "#app/features/account/site-settings-page.tsx";
import type { TrailHandle } from "#app/features/site/site-shell.tsx";
import { runForm } from "#app/http/form.ts";
import { orProblemResponse } from "#app/http/problem-response.ts";
import { provenSender } from "#app/http/proof.ts";
import { requireViewer } from "#app/http/viewer.ts";
import { factorsWords } from "#app/words/factors.ts";
import { siteWords } from "#app/words/site.ts";

export const meta: MetaFunction = () => [{ title: siteWords.title(factorsWords.site.title) }];

export const handle: TrailHandle = { trail: () => ({ label: factorsWords.site.title }) };

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { viewer } = requireViewer(context, request);
  return { settings: await orProblemResponse(context.siteSettings.all(viewer)) };
}

export async function action({ context, request }: ActionFunctionArgs) {
  requireViewer(context, request);
  const form = await request.formData();
  return runForm(form, siteForm, async ({ secondFactorForStaff }) =>
    context.siteSettings.change(await provenSender(context, request, form), {
      secondFactorForStaff: secondFactorForStaff !== undefined,
    }),
  );
}

export default function Settings() {
  return <SiteSettingsPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
