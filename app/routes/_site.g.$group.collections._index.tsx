import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ulid } from "ulid";
import { collectForm, newCollectionForm } from "#app/features/collection/collection-forms.ts";
import { CollectionList } from "#app/features/collection/collection-list.tsx";
import type { TrailHandle } from "#app/features/site/site-shell.tsx";
import { runForm } from "#app/http/form.ts";
import { orProblemResponse } from "#app/http/problem-response.ts";
import { requireViewer } from "#app/http/viewer.ts";
import { intentOf } from "#app/ui/intent.ts";
import { collectionWords } from "#app/words/collections.ts";

export const handle: TrailHandle = { trail: () => ({ label: collectionWords.title }) };

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { viewer } = requireViewer(context, request);
  return { list: await orProblemResponse(context.collections.list(viewer, params.group ?? "")), newId: ulid() };
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const { viewer } = requireViewer(context, request);
  const group = params.group ?? "";
  const form = await request.formData();
  if (intentOf(form) === "restore")
    return runForm(form, collectForm, ({ collection }) => context.collections.remove(viewer, collection, false));
  const answer = await runForm(form, newCollectionForm, (input) => context.collections.create(viewer, group, input));
  return "ok" in answer && answer.ok ? redirect(`/g/${group}/collections/${answer.value.id}`) : answer;
}

export default function Collections() {
  return <CollectionList {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
