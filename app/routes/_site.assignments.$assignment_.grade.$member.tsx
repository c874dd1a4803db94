import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ulid } from "ulid";
import { DeskPage } from "#app/features/assignment/grading/desk-page.tsx";
import { dropForm, gradeForm, gradeOf, keepForm, sayForm } from "#app/features/assignment/grading/grade-form.ts";
import type { TrailHandle } from "#app/features/site/site-shell.tsx";
import { runForm } from "#app/http/form.ts";
import { orProblemResponse } from "#app/http/problem-response.ts";
import { requireViewer } from "#app/http/viewer.ts";
import { intentOf } from "#app/ui/intent.ts";
import { assignmentWords } from "#app/words/assignments.ts";
import { boardWords } from "#app/words/board.ts";
import { feedbackWords } from "#app/words/feedback.ts";
import { siteWords } from "#app/words/site.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: siteWords.title(boardWords.desk.title(data?.desk.student.name ?? "")) },
];

export const handle: TrailHandle<Awaited<ReturnType<typeof loader>>> = {
  trail: ({ desk: { assignment } }) => [
    { label: assignment.group.name, to: `/g/${assignment.group.id}` },
    { label: assignmentWords.title, to: `/g/${assignment.group.id}/assignments` },
    { label: assignment.title, to: `/assignments/${assignment.id}/board` },
    { label: boardWords.links.grade },
  ],
};

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { viewer } = requireViewer(context, request);
  const as = new URL(request.url).searchParams.get("as") === "final" ? "final" : "own";
  const { assignment = "", member = "" } = params;
  return { desk: await orProblemResponse(context.board.work(viewer, assignment, member, as)), newId: ulid() };
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const { viewer } = requireViewer(context, request);
  const { assignment = "", member = "" } = params;
  const form = await request.formData();
  const intent = intentOf(form);
  if (intent === "keep-comment") {
    return runForm(form, keepForm, async ({ words }) => {
      await context.board.keepComment(viewer, assignment, words);
      return boardWords.bank.kept;
    });
  }
  if (intent === "drop-comment") {
    return runForm(form, dropForm, async ({ comment }) => {
      await context.board.dropComment(viewer, assignment, comment);
      return "";
    });
  }
  if (intent === "say") {
    return runForm(form, sayForm, async ({ id, message }) => {
      await context.board.say(viewer, assignment, member, { id, words: message });
      return feedbackWords.sent;
    });
  }
  return runForm(form, gradeForm, async (typed) => {
    await context.board.grade(viewer, assignment, gradeOf(typed, form, member));
    if (intent === "grade-next") {
      // The next is asked for afterwards, since this one may have had another place or name before.
      const { around } = await context.board.work(viewer, assignment, member);
      const to = around.nextOpen ?? around.next;
      throw redirect(to === null ? `/assignments/${assignment}/board` : `/assignments/${assignment}/grade/${to.id}`);
    }
    return assignmentWords.board.saved;
  });
}

export default function AssignmentGrade() {
  return <DeskPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
