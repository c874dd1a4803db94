import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, useOutletContext } from "@remix-run/react";
import type { GroupPage } from "#app/context/groups.ts";
import { textForm } from "#app/features/library/library-forms.ts";
import { LibraryPage } from "#app/features/library/library-page.tsx";
import { FollowMenu } from "#app/features/news/follow-menu.tsx";
import { TakeMenu } from "#app/features/taking/take-menu.tsx";
import { runForm } from "#app/http/form.ts";
import { orProblemResponse } from "#app/http/problem-response.ts";
import { requireViewer } from "#app/http/viewer.ts";
import { intentOf } from "#app/ui/intent.ts";

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { viewer } = requireViewer(context, request);
  const group = await orProblemResponse(context.groups.open(viewer, params.group ?? ""));
  return {
    texts: await orProblemResponse(context.documents.library(viewer, group.id)),
    storage: group.abilities["document.add"]
      ? await orProblemResponse(context.documents.storage(viewer, group.id))
      : null,
  };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const { viewer } = requireViewer(context, request);
  const { documents } = context;
  const form = await request.formData();
  switch (intentOf(form)) {
    case "restore":
      return runForm(form, textForm, ({ text }) => documents.archive(viewer, text, false));
    case "delete":
      return runForm(form, textForm, ({ text }) => documents.remove(viewer, text, true));
    case "keep":
      return runForm(form, textForm, ({ text }) => documents.remove(viewer, text, false));
    default:
      return runForm(form, textForm, ({ text }) => documents.archive(viewer, text, true));
  }
}

export default function Library() {
  const group = useOutletContext<GroupPage>();
  return (
    <LibraryPage
      {...useLoaderData<typeof loader>()}
      group={group}
      answer={useActionData<typeof action>()}
      toolsOf={({ id, title }) => (
        <>
          <TakeMenu text={id} title={title} />
          <FollowMenu kind="document" id={id} group={group.id} name={title} />
        </>
      )}
    />
  );
}
