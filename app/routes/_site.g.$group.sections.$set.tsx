import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import type { DivisionPreview } from "#app/context/sections.ts";
import {
  applyForm,
  changeForm,
  divisionOf,
  proposeForm,
  silentForm,
  tableOf,
} from "#app/features/section/section-forms.ts";
import { SectionSet } from "#app/features/section/section-set.tsx";
import { runForm } from "#app/http/form.ts";
import { orProblemResponse } from "#app/http/problem-response.ts";
import { requireViewer } from "#app/http/viewer.ts";
import { intentOf } from "#app/ui/intent.ts";

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { viewer } = requireViewer(context, request);
  return { set: await orProblemResponse(context.sections.open(viewer, params.set ?? "")) };
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const { viewer } = requireViewer(context, request);
  const { sections } = context;
  const { group = "", set = "" } = params;
  const form = await request.formData();
  const seen = async (preview: Promise<DivisionPreview>, seed: number | null = null) => ({
    preview: await preview,
    seed,
  });
  const done = async (work: Promise<unknown>, to = `/g/${group}/sections/${set}`) => {
    await work;
    throw redirect(to);
  };
  switch (intentOf(form)) {
    case "propose":
      return runForm(form, proposeForm, (aim) => seen(sections.propose(viewer, set, aim), aim.seed));
    case "silent":
      return runForm(form, silentForm, ({ days }) => seen(sections.proposeWithoutSilent(viewer, set, days)));
    case "read":
      return runForm(form, z.object({}), async () => seen(sections.read(viewer, set, await tableOf(form))));
    case "look":
      return runForm(form, z.object({}), () => seen(sections.preview(viewer, set, divisionOf(form))));
    case "apply":
      return runForm(form, applyForm, ({ version, division }) => done(sections.apply(viewer, set, version, division)));
    case "undo":
      return runForm(form, changeForm, ({ change }) => done(sections.undo(viewer, set, change)));
    default:
      return runForm(form, z.object({}), () => done(sections.archive(viewer, set), `/g/${group}/sections`));
  }
}

export default function Division() {
  return <SectionSet {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
