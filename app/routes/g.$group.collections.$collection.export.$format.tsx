import type { LoaderFunctionArgs } from "@remix-run/node";
import { exportFormatOf } from "#app/domain/export/export-format.ts";
import { download } from "#app/http/download.ts";
import { orProblemResponse } from "#app/http/problem-response.ts";
import { requireViewer } from "#app/http/viewer.ts";

/** A collection as a file. */
export async function loader({ context, params, request }: LoaderFunctionArgs): Promise<Response> {
  const { viewer } = requireViewer(context, request);
  const format = exportFormatOf(params.format ?? "");
  if (format === null) throw new Response(null, { status: 404 });
  return download(
    await orProblemResponse(context.collections.take(viewer, params.collection ?? "", format)),
    context.flowed,
  );
}
