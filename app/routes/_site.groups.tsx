import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { createForm } from "#app/features/group/group-forms.ts";
import { GroupList } from "#app/features/group/group-list.tsx";
import type { TrailHandle } from "#app/features/site/site-shell.tsx";
import { runForm } from "#app/http/form.ts";
import { orProblemResponse } from "#app/http/problem-response.ts";
import { requireViewer } from "#app/http/viewer.ts";
import { groupWords } from "#app/words/group.ts";
import { siteWords } from "#app/words/site.ts";

export const meta: MetaFunction = () => [{ title: siteWords.title(groupWords.list.title) }];

export const handle: TrailHandle = { trail: () => ({ label: groupWords.list.title }) };

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { viewer } = requireViewer(context, request);
  return { groups: await orProblemResponse(context.groups.list(viewer)) };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const { viewer } = requireViewer(context, request);
  return runForm(await request.formData(), createForm, async (input) => {
    const { id } = await context.groups.create(viewer, input);
    throw redirect(`/g/${id}`);
  });
}

export default function Groups() {
  return <GroupList {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
