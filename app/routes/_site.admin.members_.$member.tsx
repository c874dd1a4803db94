import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { AdminTabs } from "#app/features/account/admin-tabs.tsx";
import { sessionForm, suspendForm } from "#app/features/site/care/care-forms.ts";
import { PersonPage } from "#app/features/site/care/person-page.tsx";
import type { TrailHandle } from "#app/features/site/site-shell.tsx";
import { runForm } from "#app/http/form.ts";
import { orProblemResponse } from "#app/http/problem-response.ts";
import { provenSender } from "#app/http/proof.ts";
import { requireViewer } from "#app/http/viewer.ts";
import { intentOf } from "#app/ui/intent.ts";
import { accountWords } from "#app/words/account.ts";
import { siteWords } from "#app/words/site.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: siteWords.title(data?.page.person.name ?? accountWords.admin.title) },
];

export const handle: TrailHandle<Awaited<ReturnType<typeof loader>>> = {
  trail: ({ page }) => [{ label: accountWords.admin.title, to: "/admin/members" }, { label: page.person.name }],
};

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { viewer, sessionId } = requireViewer(context, request);
  return { page: await orProblemResponse(context.site.person(viewer, sessionId, params.member ?? "")) };
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const { viewer, sessionId } = requireViewer(context, request);
  const { member = "" } = params;
  const form = await request.formData();
  if (intentOf(form) === "suspend") {
    return runForm(form, suspendForm, ({ days, words }) =>
      context.site.suspend(viewer, member, { days: days === 0 ? null : days, words }),
    );
  }
  return runForm(form, sessionForm, async ({ session }) => {
    switch (intentOf(form)) {
      case "end-session":
        return context.site.endSession(viewer, session);
      case "end-sessions":
        return context.site.endSessions(viewer, sessionId, member);
      case "end-suspension":
        return context.site.endSuspension(viewer, member);
      case "make-admin":
      case "unmake-admin":
        return context.site.setAdmin(
          await provenSender(context, request, form),
          member,
          intentOf(form) === "make-admin",
        );
      default:
        throw new Response(null, { status: 400 });
    }
  });
}

export default function Person() {
  return (
    <PersonPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} tabs={<AdminTabs />} />
  );
}
