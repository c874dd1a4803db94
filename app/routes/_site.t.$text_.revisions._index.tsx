import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { restoreForm, textTrail } from "#app/features/revision/revision-forms.ts";
import { RevisionsPage } from "#app/features/revision/revisions-page.tsx";
import type { TrailHandle } from "#app/features/site/site-shell.tsx";
import { runForm } from "#app/http/form.ts";
import { orProblemResponse } from "#app/http/problem-response.ts";
import { requireViewer } from "#app/http/viewer.ts";
import { revisionWords } from "#app/words/revisions.ts";
import { siteWords } from "#app/words/site.ts";

export const meta: MetaFunction = () => [{ title: siteWords.title(revisionWords.list.title) }];

export const handle: TrailHandle<Awaited<ReturnType<typeof loader>>> = {
  trail: ({ list }) => textTrail(list.text, revisionWords.list.title),
};

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { viewer } = requireViewer(context, request);
  const list = await orProblemResponse(context.revisions.list(viewer, params.text ?? ""));
  const published = Number(new URL(request.url).searchParams.get("published"));
  return { list, published: published > 0 ? published : null };
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const { viewer } = requireViewer(context, request);
  const text = params.text ?? "";
  return runForm(await request.formData(), restoreForm, async (input): Promise<string> => {
    const { n } = await context.revisions.restore(viewer, text, input);
    throw redirect(`/t/${text}/revisions?published=${n}`);
  });
}

export default function Revisions() {
  return <RevisionsPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
