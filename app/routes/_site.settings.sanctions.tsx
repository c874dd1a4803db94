import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { OwnSanctions } from "#app/features/moderation/people/own-sanctions.tsx";
import { acknowledgeForm } from "#app/features/moderation/people/people-forms.ts";
import { runForm } from "#app/http/form.ts";
import { requireViewer } from "#app/http/viewer.ts";

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { viewer } = requireViewer(context, request);
  return { sanctions: await context.people.own(viewer) };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const { viewer } = requireViewer(context, request);
  return runForm(await request.formData(), acknowledgeForm, ({ sanction }) =>
    context.people.acknowledge(viewer, sanction),
  );
}

export default function Sanctions() {
  return <OwnSanctions {...useLoaderData<typeof loader>()} />;
}
