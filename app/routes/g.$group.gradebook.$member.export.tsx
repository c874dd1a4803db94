import type { LoaderFunctionArgs } from "@remix-run/node";
import { download } from "#app/http/download.ts";
import { orProblemResponse } from "#app/http/problem-response.ts";
import { requireViewer } from "#app/http/viewer.ts";

/** All that one student did in the assignments of a group, as a page for who grades there. */
export async function loader({ context, params, request }: LoaderFunctionArgs): Promise<Response> {
  const { viewer } = requireViewer(context, request);
  const { group = "", member = "" } = params;
  return download(await orProblemResponse(context.board.takeWorkOf(viewer, group, member)), context.flowed);
}
