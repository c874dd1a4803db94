import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useOutletContext } from "@remix-run/react";
import type { GroupPage } from "#app/context/groups.ts";
import { SearchPage } from "#app/features/library/search-page.tsx";
import type { TrailHandle } from "#app/features/site/site-shell.tsx";
import { orProblemResponse } from "#app/http/problem-response.ts";
import { requireViewer } from "#app/http/viewer.ts";
import { libraryWords } from "#app/words/library.ts";

export const handle: TrailHandle = { trail: () => ({ label: libraryWords.search.title }) };

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { viewer } = requireViewer(context, request);
  const query = (new URL(request.url).searchParams.get("q") ?? "").trim();
  const search = () => orProblemResponse(context.documents.search(viewer, params.group ?? "", query));
  return { query, hits: query === "" ? [] : await search() };
}

export default function Search() {
  return <SearchPage {...useLoaderData<typeof loader>()} group={useOutletContext<GroupPage>().id} />;
}
