import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { AdminTabs } from "#app/features/account/admin-tabs.tsx";
import { inviteForm } from "#app/features/site/care/care-forms.ts";
import { SiteInvitationsPage } from "#app/features/site/care/invitations-page.tsx";
import type { TrailHandle } from "#app/features/site/site-shell.tsx";
import { runForm } from "#app/http/form.ts";
import { orProblemResponse } from "#app/http/problem-response.ts";
import { requireViewer } from "#app/http/viewer.ts";
import { intentOf } from "#app/ui/intent.ts";
import { siteWords } from "#app/words/site.ts";
import { siteCareWords } from "#app/words/site-care.ts";

export const meta: MetaFunction = () => [{ title: siteWords.title(siteCareWords.invitations.title) }];

export const handle: TrailHandle = { trail: () => ({ label: siteCareWords.invitations.title }) };

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { viewer } = requireViewer(context, request);
  const invitations = await orProblemResponse(context.site.invitations(viewer));
  return { invitations, signUp: (await context.site.face()).signUp };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const { viewer } = requireViewer(context, request);
  const form = await request.formData();
  return runForm(form, inviteForm, async ({ remark, days, invitation }) => {
    if (intentOf(form) === "invite") return { link: await context.site.invite(viewer, { remark, days }) };
    await context.site.revokeInvitation(viewer, invitation);
    return { link: null };
  });
}

export default function Invitations() {
  return (
    <SiteInvitationsPage
      {...useLoaderData<typeof loader>()}
      answer={useActionData<typeof action>()}
      tabs={<AdminTabs />}
    />
  );
}
