import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { JoinPage } from "#app/features/group/join-page.tsx";
import { runForm } from "#app/http/form.ts";
import { orProblemResponse } from "#app/http/problem-response.ts";
import { requireViewer } from "#app/http/viewer.ts";
import { groupWords } from "#app/words/group.ts";
import { siteWords } from "#app/words/site.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? siteWords.title(groupWords.join.title(data.invitation.groupName)) : siteWords.name },
];

export async function loader({ context, params }: LoaderFunctionArgs) {
  const token = params.token ?? "";
  const { groupName, role, invitedBy } = await orProblemResponse(context.groups.invitation(token));
  return { invitation: { groupName, role, invitedBy }, viewer: context.viewer?.name ?? null, here: `/join/${token}` };
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const { viewer } = requireViewer(context, request);
  return runForm(await request.formData(), z.object({}), async () => {
    const { groupId } = await context.groups.join(viewer, params.token ?? "");
    throw redirect(`/g/${groupId}`);
  });
}

export default function Join() {
  return <JoinPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
