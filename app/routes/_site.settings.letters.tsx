import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { LetterSettings } from "#app/features/letters/letter-settings.tsx";
import { choicesForm } from "#app/features/letters/letters-forms.ts";
import { runForm } from "#app/http/form.ts";
import { orProblemResponse } from "#app/http/problem-response.ts";
import { requireViewer } from "#app/http/viewer.ts";

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { viewer } = requireViewer(context, request);
  const choices = await orProblemResponse(context.letters.choices(viewer));
  return { choices, email: viewer.email, timeZone: viewer.timeZone };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const { viewer } = requireViewer(context, request);
  return runForm(await request.formData(), choicesForm, (choices) => context.letters.choose(viewer, choices));
}

export default function Letters() {
  return <LetterSettings {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
