import type { LoaderFunctionArgs } from "@remix-run/node";
import { download } from "#app/http/download.ts";
import { orProblemResponse } from "#app/http/problem-response.ts";
import { requireViewer } from "#app/http/viewer.ts";

/** All that the viewer did in the assignments of a group, as a page. */
export async function loader({ context, params, request }: LoaderFunctionArgs): Promise<Response> {
  const { viewer } = requireViewer(context, request);
  return download(await orProblemResponse(context.ownWork.take(viewer, params.group ?? "")), context.flowed);
}
