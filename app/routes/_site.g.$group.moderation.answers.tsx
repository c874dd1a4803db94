import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { AnswersPage } from "#app/features/moderation/people/answers-page.tsx";
import { answerForm, idForm } from "#app/features/moderation/people/people-forms.ts";
import type { TrailHandle } from "#app/features/site/site-shell.tsx";
import { runForm } from "#app/http/form.ts";
import { orProblemResponse } from "#app/http/problem-response.ts";
import { requireViewer } from "#app/http/viewer.ts";
import { intentOf } from "#app/ui/intent.ts";
import { guidelineWords } from "#app/words/guidelines.ts";

export const handle: TrailHandle = { trail: () => ({ label: guidelineWords.answers.title }) };

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { viewer } = requireViewer(context, request);
  return { answers: await orProblemResponse(context.cannedAnswers.list(viewer, params.group ?? "")) };
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const { viewer } = requireViewer(context, request);
  const { cannedAnswers } = context;
  const group = params.group ?? "";
  const form = await request.formData();
  if (intentOf(form) === "save") return runForm(form, answerForm, (input) => cannedAnswers.save(viewer, group, input));
  return runForm(form, idForm, ({ id }) => cannedAnswers.remove(viewer, group, id));
}

export default function Answers() {
  return <AnswersPage {...useLoaderData<typeof loader>()} />;
}
