import type { ActionFunctionArgs } from "@remix-run/node";
import { ulid } from "ulid";
import { runQueueForm } from "#app/http/queue-form.ts";
import { requireViewer } from "#app/http/viewer.ts";

/** One form of the queue, sent in the background: its answer as JSON, with the status that it has. */
export async function action({ context, params, request }: ActionFunctionArgs): Promise<Response> {
  const { viewer } = requireViewer(context, request);
  const who = { queue: context.queue, viewer, group: params.group ?? "", newId: () => ulid() };
  const answer = await runQueueForm(who, await request.formData());
  if ("ok" in answer) return Response.json(answer);
  return Response.json(answer.data, answer.init ?? {});
}
