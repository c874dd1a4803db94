import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { AddPage } from "#app/features/library/add-page.tsx";
import { readUpload } from "#app/features/library/upload.ts";
import type { TrailHandle } from "#app/features/site/site-shell.tsx";
import { runForm } from "#app/http/form.ts";
import { orProblemResponse } from "#app/http/problem-response.ts";
import { requireViewer } from "#app/http/viewer.ts";
import { libraryWords } from "#app/words/library.ts";

export const handle: TrailHandle = { trail: () => ({ label: libraryWords.add.title }) };

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { viewer } = requireViewer(context, request);
  const group = await orProblemResponse(context.groups.open(viewer, params.group ?? ""));
  if (!group.abilities["document.add"]) throw redirect(`/g/${group.id}`);
  const revises = new URL(request.url).searchParams.get("revises");
  const revised = revises === null ? null : await orProblemResponse(context.documents.details(viewer, revises));
  return {
    revises: revised && { id: revises ?? "", title: revised.title },
    storage: await orProblemResponse(context.documents.storage(viewer, group.id)),
  };
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const { viewer } = requireViewer(context, request);
  const form = await request.formData();
  return runForm(form, z.object({}), async () => {
    const revises = new URL(request.url).searchParams.get("revises");
    const { id } = await context.documents.propose(viewer, params.group ?? "", await readUpload(form), revises);
    throw redirect(`/import/${id}`);
  });
}

export default function Add() {
  return <AddPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
