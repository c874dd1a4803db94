import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useParams } from "@remix-run/react";
import { ulid } from "ulid";
import { ActPage } from "#app/features/moderation/act-page.tsx";
import { runQueueForm } from "#app/http/queue-form.ts";
import { requireViewer } from "#app/http/viewer.ts";
import { intentOf } from "#app/ui/intent.ts";

/** Forms whose answer is to be looked at; every other one leads back to the page on which it stood. */
const shown: ReadonlySet<string> = new Set(["preview", "bulk", "undo-batch"]);

/** A form of the queue without scripts, and small forms of its page with them. */
export async function action({ context, params, request }: ActionFunctionArgs) {
  const { viewer } = requireViewer(context, request);
  const group = params.group ?? "";
  const form = await request.formData();
  const answer = await runQueueForm({ queue: context.queue, viewer, group, newId: () => ulid() }, form);
  const isNavigation = request.headers.get("Sec-Fetch-Mode") !== "cors";
  if (isNavigation && "ok" in answer && !shown.has(intentOf(form))) throw redirect(wayBack(form, group));
  return answer;
}

/** Within the group's own pages only. */
function wayBack(form: FormData, group: string): string {
  const home = `/g/${group}/moderation`;
  const back = form.get("back");
  return typeof back === "string" && back.startsWith(home) ? back : home;
}

export default function Act() {
  const { group = "" } = useParams();
  return <ActPage group={group} answer={useActionData<typeof action>()} />;
}
