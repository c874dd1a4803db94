import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { requireViewer } from "#app/http/viewer.ts";

/** One's own work in the group, without having to know one's id. */
export function loader({ context, params, request }: LoaderFunctionArgs): Response {
  const { viewer } = requireViewer(context, request);
  return redirect(`/g/${params.group}/portfolio/${viewer.id}`);
}
