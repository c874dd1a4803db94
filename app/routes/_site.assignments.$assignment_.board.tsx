import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { BoardPage } from "#app/features/assignment/board/board-page.tsx";
import type { TrailHandle } from "#app/features/site/site-shell.tsx";
import { runForm } from "#app/http/form.ts";
import { orProblemResponse } from "#app/http/problem-response.ts";
import { requireViewer } from "#app/http/viewer.ts";
import { intentOf } from "#app/ui/intent.ts";
import { assignmentWords } from "#app/words/assignments.ts";
import { boardWords } from "#app/words/board.ts";
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

const nothing = z.object({});

export async function action({ context, params, request }: ActionFunctionArgs) {
  const { viewer } = requireViewer(context, request);
  const id = params.assignment ?? "";
  const form = await request.formData();
  const intent = intentOf(form);
  if (intent === "reveal" || intent === "hide") {
    return runForm(form, nothing, async () => {
      await context.assignments.reveal(viewer, id, intent === "reveal");
      return intent === "reveal" ? assignmentWords.reveal.shown : assignmentWords.reveal.hidden;
    });
  }
  const chosen = form.getAll("student").map(String);
  if (intent === "remind" || intent === "remind-all") {
    return runForm(form, nothing, async () => {
      const { reminded, spared } = await context.board.remind(viewer, id, intent === "remind" ? chosen : null);
      return boardWords.remind.done(reminded, spared);
    });
  }
  return runForm(form, nothing, async () => {
    const { released } = await context.board.release(viewer, id, intent === "release" ? null : chosen);
    return assignmentWords.board.releasedNow(released);
  });
}

export default function AssignmentBoard() {
  return <BoardPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
