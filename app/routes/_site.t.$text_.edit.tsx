import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { EditPage } from "#app/features/revision/edit-page.tsx";
import { editForm, textTrail } from "#app/features/revision/revision-forms.ts";
import type { TrailHandle } from "#app/features/site/site-shell.tsx";
import { runForm } from "#app/http/form.ts";
import { orProblemResponse } from "#app/http/problem-response.ts";
import { requireViewer } from "#app/http/viewer.ts";
import { revisionWords } from "#app/words/revisions.ts";
import { siteWords } from "#app/words/site.ts";

export const meta: MetaFunction = () => [{ title: siteWords.title(revisionWords.edit.title) }];

export const handle: TrailHandle<Awaited<ReturnType<typeof loader>>> = {
  trail: ({ text }) => textTrail(text, revisionWords.edit.title),
};

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { viewer } = requireViewer(context, request);
  return { text: await orProblemResponse(context.revisions.edit(viewer, params.text ?? "")), person: viewer.id };
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const { viewer } = requireViewer(context, request);
  const text = params.text ?? "";
  return runForm(await request.formData(), editForm, async (input): Promise<string> => {
    const { n } = await context.revisions.publish(viewer, text, input);
    throw redirect(`/t/${text}/revisions?published=${n}`);
  });
}

export default function Edit() {
  const { text, person } = useLoaderData<typeof loader>();
  return <EditPage key={text.revision.id} text={text} person={person} />;
}
