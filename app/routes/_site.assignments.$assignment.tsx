import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ulid } from "ulid";
import { z } from "zod";
import { isProblem } from "#app/domain/problem.ts";
import { sayForm } from "#app/features/assignment/grading/grade-form.ts";
import { WorkPage } from "#app/features/assignment/work-page.tsx";
import type { TrailHandle } from "#app/features/site/site-shell.tsx";
import { runForm } from "#app/http/form.ts";
import { orProblemResponse } from "#app/http/problem-response.ts";
import { requireViewer } from "#app/http/viewer.ts";
import { intentOf } from "#app/ui/intent.ts";
import { ticked } from "#app/ui/ticked.ts";
import { assignmentWords } from "#app/words/assignments.ts";
import { feedbackWords } from "#app/words/feedback.ts";
import { siteWords } from "#app/words/site.ts";
import { veilWords } from "#app/words/veil.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: siteWords.title(data?.work.title ?? "") }];

export const handle: TrailHandle<Awaited<ReturnType<typeof loader>>> = {
  trail: ({ work }) => [
    { label: work.group.name, to: `/g/${work.group.id}` },
    { label: assignmentWords.title, to: `/g/${work.group.id}/assignments` },
    { label: work.title },
  ],
};

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { viewer } = requireViewer(context, request);
  const id = params.assignment ?? "";
  const work = context.ownWork.open(viewer, id).catch((error: unknown) => {
    // Staff do no assignments; they watch them.
    if (isProblem(error) && error.code === "forbidden") throw redirect(`/assignments/${id}/board`);
    throw error;
  });
  return { work: await orProblemResponse(work), newId: ulid() };
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const { viewer } = requireViewer(context, request);
  const form = await request.formData();
  const assignment = params.assignment ?? "";
  if (intentOf(form) === "say") {
    return runForm(form, sayForm, async ({ id, message }) => {
      await context.ownWork.say(viewer, assignment, { id, words: message });
      return feedbackWords.sent;
    });
  }
  if (intentOf(form) === "veil") {
    return runForm(form, z.object({ veiled: ticked }), async ({ veiled }) => {
      await context.ownWork.chooseVeil(viewer, assignment, veiled);
      return veilWords.saved;
    });
  }
  return runForm(form, z.object({ id: z.string().length(26) }), async ({ id }) => {
    await context.ownWork.handIn(viewer, assignment, id);
    return assignmentWords.own.handedIn;
  });
}

export default function OwnAssignment() {
  return <WorkPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
