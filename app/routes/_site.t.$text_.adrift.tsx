import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { AdriftPage } from "#app/features/revision/adrift-page.tsx";
import { anchorCommand, anchorForm, textTrail } from "#app/features/revision/revision-forms.ts";
import type { TrailHandle } from "#app/features/site/site-shell.tsx";
import { runForm } from "#app/http/form.ts";
import { orProblemResponse } from "#app/http/problem-response.ts";
import { requireViewer } from "#app/http/viewer.ts";
import { revisionWords } from "#app/words/revisions.ts";
import { siteWords } from "#app/words/site.ts";

export const meta: MetaFunction = () => [{ title: siteWords.title(revisionWords.adrift.title) }];

export const handle: TrailHandle<Awaited<ReturnType<typeof loader>>> = {
  trail: ({ text }) => textTrail(text, revisionWords.adrift.title),
};

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { viewer } = requireViewer(context, request);
  return orProblemResponse(context.revisions.adrift(viewer, params.text ?? ""));
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const { viewer } = requireViewer(context, request);
  return runForm(await request.formData(), anchorForm, (input) =>
    context.annotations.run(viewer, anchorCommand(params.text ?? "", input)),
  );
}

export default function Adrift() {
  return <AdriftPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
