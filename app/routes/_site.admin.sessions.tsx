import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { AdminTabs } from "#app/features/account/admin-tabs.tsx";
import { sessionForm } from "#app/features/site/care/care-forms.ts";
import { SessionsPage } from "#app/features/site/care/session-rows.tsx";
import type { TrailHandle } from "#app/features/site/site-shell.tsx";
import { runForm } from "#app/http/form.ts";
import { orProblemResponse } from "#app/http/problem-response.ts";
import { requireViewer } from "#app/http/viewer.ts";
import { siteWords } from "#app/words/site.ts";
import { siteCareWords } from "#app/words/site-care.ts";

export const meta: MetaFunction = () => [{ title: siteWords.title(siteCareWords.sessions.title) }];

export const handle: TrailHandle = { trail: () => ({ label: siteCareWords.sessions.title }) };

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { viewer, sessionId } = requireViewer(context, request);
  return { sessions: await orProblemResponse(context.site.sessions(viewer, sessionId)) };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const { viewer } = requireViewer(context, request);
  return runForm(await request.formData(), sessionForm, ({ session }) => context.site.endSession(viewer, session));
}

export default function Sessions() {
  return <SessionsPage {...useLoaderData<typeof loader>()} tabs={<AdminTabs />} />;
}
