import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ChangesPage } from "#app/features/revision/changes-page.tsx";
import { textTrail } from "#app/features/revision/revision-forms.ts";
import type { TrailHandle } from "#app/features/site/site-shell.tsx";
import { orProblemResponse } from "#app/http/problem-response.ts";
import { requireViewer } from "#app/http/viewer.ts";
import { revisionWords } from "#app/words/revisions.ts";
import { siteWords } from "#app/words/site.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: siteWords.title(revisionWords.changes.title(data?.revision.n ?? 1)) },
];

export const handle: TrailHandle<Awaited<ReturnType<typeof loader>>> = {
  trail: ({ revision, text }) =>
    textTrail(
      text,
      { label: revisionWords.list.title, to: `/t/${text.id}/revisions` },
      revisionWords.list.heading(revision.n),
    ),
};

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { viewer } = requireViewer(context, request);
  const { text, ...revision } = await orProblemResponse(
    context.revisions.changes(viewer, params.text ?? "", Number(params.n)),
  );
  return { text, revision };
}

export default function Changes() {
  return <ChangesPage {...useLoaderData<typeof loader>()} />;
}
