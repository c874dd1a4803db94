import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ulid } from "ulid";
import { z } from "zod";
import { momentIn } from "#app/domain/time/zoned.ts";
import { briefOf, copyForm, extensionForm, settingForm } from "#app/features/assignment/assignment-forms.ts";
import { EditPage } from "#app/features/assignment/edit-page.tsx";
import type { TrailHandle } from "#app/features/site/site-shell.tsx";
import { runForm, typedBack } from "#app/http/form.ts";
import { orProblemResponse } from "#app/http/problem-response.ts";
import { requireViewer } from "#app/http/viewer.ts";
import { ROOM } from "#app/ui/form-answer.ts";
import { intentOf } from "#app/ui/intent.ts";
import { assignmentWords } from "#app/words/assignments.ts";
import { settingWords } from "#app/words/setting.ts";
import { siteWords } from "#app/words/site.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: siteWords.title(data?.setting.title ?? "") }];

export const handle: TrailHandle<Awaited<ReturnType<typeof loader>>> = {
  trail: ({ setting }) => [
    { label: setting.group.name, to: `/g/${setting.group.id}` },
    { label: assignmentWords.title, to: `/g/${setting.group.id}/assignments` },
    { label: setting.title },
  ],
};

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { viewer } = requireViewer(context, request);
  return { setting: await orProblemResponse(context.assignments.edit(viewer, params.assignment ?? "")) };
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const { viewer } = requireViewer(context, request);
  const { assignments } = context;
  const id = params.assignment ?? "";
  const form = await request.formData();
  const saved = async (work: Promise<unknown>, said: string = assignmentWords.edit.saved) => {
    await work;
    return said;
  };
  switch (intentOf(form)) {
    case "publish":
      return runForm(form, z.object({}), () =>
        saved(assignments.publish(viewer, id), assignmentWords.edit.isPublished),
      );
    case "archive":
    case "unarchive": {
      const archives = intentOf(form) === "archive";
      return runForm(form, z.object({}), () => saved(assignments.archive(viewer, id, archives)));
    }
    case "remove":
      return runForm(form, z.object({}), async () => {
        const { group } = await assignments.edit(viewer, id);
        await assignments.remove(viewer, id);
        throw redirect(`/g/${group.id}/assignments`);
      });
    case "copy":
      return runForm(form, copyForm, async (choice): Promise<string> => {
        throw redirect(`/assignments/${(await assignments.copy(viewer, id, choice)).id}/edit`);
      });
    case ROOM:
      return typedBack(form);
    case "begin-like":
      return runForm(form, z.object({}), () => saved(assignments.beginLike(viewer, id), settingWords.start.saved));
    case "extend":
      return runForm(form, extensionForm, async ({ whom, dueAt }) => {
        const { zone } = (await assignments.edit(viewer, id)).times;
        return saved(assignments.extend(viewer, id, { for: whom, dueAt: momentIn(dueAt, zone), closesAt: null }));
      });
    default:
      return runForm(form, settingForm, (setting) =>
        saved(assignments.change(viewer, id, setting.version, briefOf(setting, form, ulid))),
      );
  }
}

export default function EditAssignment() {
  return <EditPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
