import type { LoaderFunctionArgs } from "@remix-run/node";
import { orProblemResponse } from "#app/http/problem-response.ts";
import { requireViewer } from "#app/http/viewer.ts";

/** Rows of the queue anew, the numbers of its views, and how far a batch is. */
export async function loader({ context, params, request }: LoaderFunctionArgs): Promise<Response> {
  const { viewer } = requireViewer(context, request);
  const group = params.group ?? "";
  const asked = new URL(request.url).searchParams;
  const items = (asked.get("items") ?? "").split(",").filter((id) => id !== "");
  const batch = asked.get("batch");
  const [rows, counts] = await orProblemResponse(
    Promise.all([
      items.length === 0 ? [] : context.queue.rows(viewer, group, items),
      batch === null ? context.queue.counts(viewer, group) : null,
    ]),
  );
  const progress = batch === null ? null : context.queue.progress(viewer, batch);
  return Response.json({ rows, counts, progress }, { headers: { "cache-control": "private, no-store" } });
}
