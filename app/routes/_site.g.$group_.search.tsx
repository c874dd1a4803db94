import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useRef } from "react";
import { readAddress } from "#app/features/search/search-address.ts";
import { SearchPage } from "#app/features/search/search-page.tsx";
import type { TrailHandle } from "#app/features/site/site-shell.tsx";
import { useSearchKey } from "#app/features/site/use-search-key.ts";
import { orProblemResponse } from "#app/http/problem-response.ts";
import { requireViewer } from "#app/http/viewer.ts";
import { searchWords } from "#app/words/search.ts";
import { siteWords } from "#app/words/site.ts";

export const handle: TrailHandle<{ readonly group: { readonly id: string; readonly name: string } }> = {
  trail: ({ group }) => [{ label: group.name, to: `/g/${group.id}` }, { label: searchWords.title }],
};

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: siteWords.title(data === undefined || data.asked.line === "" ? searchWords.title : data.asked.line) },
];

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { viewer } = requireViewer(context, request);
  const asked = readAddress(new URL(request.url).searchParams);
  const { id, name, colourNames } = await orProblemResponse(context.groups.open(viewer, params.group ?? ""));
  const answer = await orProblemResponse(context.search.find(viewer, id, asked));
  return { group: { id, name, colourNames }, asked, answer };
}

export default function Search() {
  const field = useRef<HTMLInputElement>(null);
  useSearchKey(field);
  return <SearchPage {...useLoaderData<typeof loader>()} field={field} />;
}
