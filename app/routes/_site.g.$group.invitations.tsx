import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { invitationForm, inviteForm } from "#app/features/group/group-forms.ts";
import { InvitationsPage } from "#app/features/group/invitations-page.tsx";
import { rolesToInvite } from "#app/features/group/roles-to-give.ts";
import type { TrailHandle } from "#app/features/site/site-shell.tsx";
import { runForm } from "#app/http/form.ts";
import { orProblemResponse } from "#app/http/problem-response.ts";
import { requireViewer } from "#app/http/viewer.ts";
import { intentOf } from "#app/ui/intent.ts";
import { groupWords } from "#app/words/group.ts";

export const handle: TrailHandle = { trail: () => ({ label: groupWords.invitations.title }) };

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { viewer } = requireViewer(context, request);
  const id = params.group ?? "";
  const [group, invitations] = await orProblemResponse(
    Promise.all([context.groups.open(viewer, id), context.groups.invitations(viewer, id)]),
  );
  return { invitations, roles: rolesToInvite({ id: viewer.id, role: group.role, isAdmin: viewer.isAdmin }, group) };
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const { viewer } = requireViewer(context, request);
  const group = params.group ?? "";
  const form = await request.formData();
  if (intentOf(form) === "revoke") {
    return runForm(form, invitationForm, async ({ invitation }) => {
      await context.groups.revoke(viewer, group, invitation);
      return null;
    });
  }
  return runForm(form, inviteForm, async (input) => ({
    ...(await context.groups.invite(viewer, group, input)),
    email: input.email,
  }));
}

export default function Invitations() {
  return <InvitationsPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
