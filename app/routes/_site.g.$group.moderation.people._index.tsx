import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { PeoplePage } from "#app/features/moderation/people/people-page.tsx";
import type { TrailHandle } from "#app/features/site/site-shell.tsx";
import { orProblemResponse } from "#app/http/problem-response.ts";
import { requireViewer } from "#app/http/viewer.ts";
import { peopleWords } from "#app/words/people.ts";

export const handle: TrailHandle = { trail: () => ({ label: peopleWords.title }) };

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { viewer } = requireViewer(context, request);
  const group = params.group ?? "";
  const query = new URL(request.url).searchParams.get("q") ?? "";
  return { group, query, people: await orProblemResponse(context.people.list(viewer, group, query)) };
}

export default function People() {
  return <PeoplePage {...useLoaderData<typeof loader>()} />;
}
