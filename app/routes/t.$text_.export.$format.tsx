import type { LoaderFunctionArgs } from "@remix-run/node";
import { exportFormatOf } from "#app/domain/export/export-format.ts";
import { download } from "#app/http/download.ts";
import { orProblemResponse } from "#app/http/problem-response.ts";
import { requireViewer } from "#app/http/viewer.ts";

/** A text with its notes as a file. */
export async function loader({ request, params, context }: LoaderFunctionArgs): Promise<Response> {
  const { viewer } = requireViewer(context, request);
  const format = exportFormatOf(params.format ?? "");
  if (format === null) throw new Response(null, { status: 404 });
  const withPrivate = new URL(request.url).searchParams.has("private");
  const file = context.exports.text(viewer, params.text ?? "", { format, withPrivate });
  return download(await orProblemResponse(file), context.flowed);
}
