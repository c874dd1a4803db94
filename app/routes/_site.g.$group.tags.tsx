import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { changeForm, kindForm, mergeForm, tagForm } from "#app/features/group/group-forms.ts";
import { VocabularyPage } from "#app/features/group/vocabulary-page.tsx";
import type { TrailHandle } from "#app/features/site/site-shell.tsx";
import { runForm } from "#app/http/form.ts";
import { orProblemResponse } from "#app/http/problem-response.ts";
import { requireViewer } from "#app/http/viewer.ts";
import { intentOf } from "#app/ui/intent.ts";
import { discussionWords } from "#app/words/discussion.ts";

export const handle: TrailHandle = { trail: () => ({ label: discussionWords.vocabulary.title }) };

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { viewer } = requireViewer(context, request);
  return { vocabulary: await orProblemResponse(context.vocabulary.open(viewer, params.group ?? "")) };
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const { viewer } = requireViewer(context, request);
  const { vocabulary } = context;
  const group = params.group ?? "";
  const form = await request.formData();
  switch (intentOf(form)) {
    case "add-tag":
      return runForm(form, tagForm, (input) => vocabulary.addTag(viewer, group, input));
    case "edit-tag":
      return runForm(form, tagForm, (input) => vocabulary.editTag(viewer, group, input.key, input));
    case "retire-tag":
      return runForm(form, tagForm, ({ key }) => vocabulary.retireTag(viewer, group, key));
    case "merge-tags":
      return runForm(form, mergeForm, (tags) => vocabulary.mergeTags(viewer, group, tags));
    case "undo-tags":
      return runForm(form, changeForm, ({ change }) => vocabulary.undoTagChange(viewer, group, change));
    case "add-kind":
      return runForm(form, kindForm, async (input) => void (await vocabulary.addKind(viewer, group, input)));
    case "edit-kind":
      return runForm(form, kindForm, (input) => vocabulary.editKind(viewer, group, input.kind, input));
    case "retire-kind":
      return runForm(form, kindForm, ({ kind }) => vocabulary.retireKind(viewer, group, kind, true));
    default:
      return runForm(form, kindForm, ({ kind }) => vocabulary.retireKind(viewer, group, kind, false));
  }
}

export default function Tags() {
  return <VocabularyPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
