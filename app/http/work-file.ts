/** A member's work as a file: what both of its addresses do. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import type { WorkOf } from "#app/context/work.ts";
import { exportFormatOf } from "#app/domain/export/export-format.ts";
import { workChoiceOf } from "#app/domain/work/work-choice.ts";
import { download } from "./download.ts";
import { orProblemResponse } from "./problem-response.ts";
import { requireViewer } from "./viewer.ts";

/** `of` says whose; the member is the viewer where it names none. */
export async function workFile(
  { context, params, request }: LoaderFunctionArgs,
  of: { readonly group: string | null; readonly member?: string },
): Promise<Response> {
  const { viewer } = requireViewer(context, request);
  const format = exportFormatOf(params.format ?? "");
  if (format === null) throw new Response(null, { status: 404 });
  const { searchParams } = new URL(request.url);
  const whose: WorkOf = { group: of.group, member: of.member ?? viewer.id };
  const withPrivate = searchParams.has("private");
  const file = context.work.take(viewer, whose, { ...workChoiceOf(searchParams), format, withPrivate });
  return download(await orProblemResponse(file), context.flowed);
}
