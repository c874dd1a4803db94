import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { sessionForm } from "#app/features/account/account-forms.ts";
import { SessionList } from "#app/features/account/session-list.tsx";
import { SignOutForm } from "#app/features/site/sign-out.tsx";
import { runForm } from "#app/http/form.ts";
import { orProblemResponse } from "#app/http/problem-response.ts";
import { requireViewer } from "#app/http/viewer.ts";
import { Section } from "#app/ui/page.tsx";
import { settingsWords } from "#app/words/settings.ts";

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { viewer, sessionId } = requireViewer(context, request);
  return { person: viewer.id, sessions: await orProblemResponse(context.accounts.sessions(viewer, sessionId)) };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const { viewer, sessionId } = requireViewer(context, request);
  return runForm(await request.formData(), sessionForm, ({ session }) =>
    context.accounts.endSession(viewer, sessionId, session),
  );
}

export default function Sessions() {
  const { person, sessions } = useLoaderData<typeof loader>();
  const words = settingsWords.sessions;
  return (
    <Section title={words.title} hint={words.hint}>
      <SessionList sessions={sessions} />
      <SignOutForm person={person} />
    </Section>
  );
}
