import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { CollectPage } from "#app/features/collection/collect-page.tsx";
import { collectForm } from "#app/features/collection/collection-forms.ts";
import { runForm } from "#app/http/form.ts";
import { orProblemResponse } from "#app/http/problem-response.ts";
import { requireViewer } from "#app/http/viewer.ts";
import { intentOf } from "#app/ui/intent.ts";
import { collectionWords } from "#app/words/collections.ts";
import { siteWords } from "#app/words/site.ts";

export const meta: MetaFunction = () => [{ title: siteWords.title(collectionWords.collect) }];

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { viewer } = requireViewer(context, request);
  const note = params.note ?? "";
  return { note, offers: await orProblemResponse(context.collections.offers(viewer, note)) };
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const { viewer } = requireViewer(context, request);
  const { collections } = context;
  const note = params.note ?? "";
  const form = await request.formData();
  return runForm(form, collectForm, async ({ collection }) => {
    if (intentOf(form) === "put") return collections.add(viewer, collection, note);
    return collections.takeOut(viewer, collection, (await collections.offers(viewer, note)).root);
  });
}

export default function Collect() {
  return <CollectPage {...useLoaderData<typeof loader>()} />;
}
