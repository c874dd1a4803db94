import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { gradeForm } from "#app/features/assignment/assignment-forms.ts";
import { BoardPage } from "#app/features/assignment/board-page.tsx";
import type { TrailHandle } from "#app/features/site/site-shell.tsx";
import { runForm } from "#app/http/form.ts";
import { orProblemResponse } from "#app/http/problem-response.ts";
import { requireViewer } from "#app/http/viewer.ts";
import { intentOf } from "#app/ui/intent.ts";
import { assignmentWords } from "#app/words/assignments.ts";
import { siteWords } from "#app/words/site.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: siteWords.title(data?.board.title ?? "") }];

export const handle: TrailHandle<Awaited<ReturnType<typeof loader>>> = {
  trail: ({ board }) => [
    { label: board.group.name, to: `/g/${board.group.id}` },
    { label: assignmentWords.title, to: `/g/${board.group.id}/assignments` },
    { label: board.title },
  ],
};

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { viewer } = requireViewer(context, request);
  return { board: await orProblemResponse(context.board.open(viewer, params.assignment ?? "")) };
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const { viewer } = requireViewer(context, request);
  const id = params.assignment ?? "";
  const form = await request.formData();
  const intent = intentOf(form);
  if (intent === "reveal" || intent === "hide") {
    return runForm(form, z.object({}), async () => {
      await context.assignments.reveal(viewer, id, intent === "reveal");
      return intent === "reveal" ? assignmentWords.reveal.shown : assignmentWords.reveal.hidden;
    });
  }
  if (intent === "release") {
    return runForm(form, z.object({}), async () =>
      assignmentWords.board.releasedNow((await context.board.release(viewer, id)).released),
    );
  }
  return runForm(form, gradeForm, async ({ points, ...grade }) => {
    // A comma is a decimal point for many.
    const given = points.trim() === "" ? null : Number(points.replace(",", "."));
    await context.board.grade(viewer, id, { ...grade, points: given });
    return assignmentWords.board.saved;
  });
}

export default function AssignmentBoard() {
  return <BoardPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
