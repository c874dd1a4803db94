import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { IgnoredPeople } from "#app/features/moderation/people/ignored-people.tsx";
import { ignoreForm } from "#app/features/moderation/people/people-forms.ts";
import { runForm } from "#app/http/form.ts";
import { requireViewer } from "#app/http/viewer.ts";
import { intentOf } from "#app/ui/intent.ts";

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { viewer } = requireViewer(context, request);
  return { people: await context.ignores.list(viewer) };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const { viewer } = requireViewer(context, request);
  const form = await request.formData();
  return runForm(form, ignoreForm, ({ member }) => context.ignores.set(viewer, member, intentOf(form) === "ignore"));
}

export default function Ignored() {
  return <IgnoredPeople {...useLoaderData<typeof loader>()} />;
}
