import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { GradeBook } from "#app/features/assignment/grade-book.tsx";
import type { TrailHandle } from "#app/features/site/site-shell.tsx";
import { orProblemResponse } from "#app/http/problem-response.ts";
import { requireViewer } from "#app/http/viewer.ts";
import { assignmentWords } from "#app/words/assignments.ts";

export const handle: TrailHandle<Awaited<ReturnType<typeof loader>>> = {
  trail: () => ({ label: assignmentWords.book.title }),
};

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { viewer } = requireViewer(context, request);
  return { book: await orProblemResponse(context.board.gradeBook(viewer, params.group ?? "")) };
}

export default function GroupGradeBook() {
  return <GradeBook {...useLoaderData<typeof loader>()} />;
}
