import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useOutletContext } from "@remix-run/react";
import { z } from "zod";
import type { GroupPage } from "#app/context/groups.ts";
import { editForm, recordForm } from "#app/features/group/group-forms.ts";
import { GroupSettings } from "#app/features/group/group-settings.tsx";
import type { TrailHandle } from "#app/features/site/site-shell.tsx";
import { runForm } from "#app/http/form.ts";
import { orProblemResponse } from "#app/http/problem-response.ts";
import { requireViewer } from "#app/http/viewer.ts";
import { intentOf } from "#app/ui/intent.ts";
import { groupWords } from "#app/words/group.ts";

export const handle: TrailHandle = { trail: () => ({ label: groupWords.tabs.settings }) };

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { viewer } = requireViewer(context, request);
  const group = await orProblemResponse(context.groups.open(viewer, params.group ?? ""));
  if (!group.abilities["group.archive"]) throw redirect(`/g/${group.id}`);
  return {};
}

const nothing = z.object({});

export async function action({ context, params, request }: ActionFunctionArgs) {
  const { viewer } = requireViewer(context, request);
  const { groups } = context;
  const id = params.group ?? "";
  const form = await request.formData();
  switch (intentOf(form)) {
    case "record":
      return runForm(form, recordForm, ({ shown }) => groups.showRecord(viewer, id, shown));
    case "archive":
      return runForm(form, nothing, () => groups.archive(viewer, id, true));
    case "restore":
      return runForm(form, nothing, () => groups.archive(viewer, id, false));
    case "delete":
      return runForm(form, nothing, () => groups.remove(viewer, id, true));
    case "undelete":
      return runForm(form, nothing, () => groups.remove(viewer, id, false));
    default:
      return runForm(form, editForm, (input) => groups.edit(viewer, id, input));
  }
}

export default function Settings() {
  return <GroupSettings group={useOutletContext<GroupPage>()} answer={useActionData<typeof action>()} />;
}
