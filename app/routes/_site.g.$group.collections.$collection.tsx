import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import type { CollectionPage as Collected } from "#app/context/collections.ts";
import {
  collectionForm,
  linkForm,
  remarkForm,
  shareForm,
  threadForm,
} from "#app/features/collection/collection-forms.ts";
import { CollectionPage } from "#app/features/collection/collection-page.tsx";
import type { TrailHandle } from "#app/features/site/site-shell.tsx";
import { runForm } from "#app/http/form.ts";
import { orProblemResponse } from "#app/http/problem-response.ts";
import { requireViewer } from "#app/http/viewer.ts";
import { intentOf } from "#app/ui/intent.ts";
import { collectionWords } from "#app/words/collections.ts";

export const handle: TrailHandle<{ readonly page: Collected }> = {
  trail: ({ page }) => [{ label: collectionWords.title, to: `/g/${page.group.id}/collections` }, { label: page.title }],
};

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { viewer } = requireViewer(context, request);
  return { page: await orProblemResponse(context.collections.open(viewer, params.collection ?? "")) };
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const { viewer } = requireViewer(context, request);
  const { collections } = context;
  const id = params.collection ?? "";
  const form = await request.formData();
  const intent = intentOf(form);
  const silent = (work: Promise<unknown>) => work.then(() => undefined);
  switch (intent) {
    case "up":
    case "down":
      return runForm(form, threadForm, ({ root }) =>
        silent(collections.move(viewer, id, root, intent === "up" ? -1 : 1)),
      );
    case "remark":
      return runForm(form, remarkForm, ({ root, remark }) => silent(collections.remark(viewer, id, root, remark)));
    case "take-out":
      return runForm(form, threadForm, ({ root }) => silent(collections.takeOut(viewer, id, root)));
    case "drop-lost":
      return runForm(form, z.object({}), async () => {
        for (const root of (await collections.open(viewer, id)).lost) await collections.takeOut(viewer, id, root);
      });
    case "share":
      return runForm(form, shareForm, (terms) => collections.share(viewer, id, terms));
    case "unshare":
      return runForm(form, linkForm, ({ link }) => silent(collections.unshare(viewer, id, link)));
    case "edit":
      return runForm(form, collectionForm, (input) => silent(collections.edit(viewer, id, input)));
    default:
      return runForm(form, z.object({}), () => silent(collections.remove(viewer, id, intent !== "restore")));
  }
}

export default function Collection() {
  return <CollectionPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
