import type { LoaderFunctionArgs } from "@remix-run/node";
import { MAX_TEXT, namedFacets } from "#app/domain/search/query.ts";
import type { CompletionAnswer } from "#app/features/search/use-completions.ts";
import { orProblemResponse } from "#app/http/problem-response.ts";
import { requireViewer } from "#app/http/viewer.ts";

/** Values that complete a facet in the query line. */
export async function loader({ context, params, request }: LoaderFunctionArgs): Promise<CompletionAnswer> {
  const { viewer } = requireViewer(context, request);
  const asked = new URL(request.url).searchParams;
  const facet = namedFacets.find((one) => one === asked.get("facet")) ?? "by";
  const typed = (asked.get("typed") ?? "").slice(0, MAX_TEXT);
  const everywhere = asked.get("where") === "all";
  const found = context.search.complete(viewer, params.group ?? "", { facet, typed, everywhere });
  return { facet, typed, values: await orProblemResponse(found) };
}
