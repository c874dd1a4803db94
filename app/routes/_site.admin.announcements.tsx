import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { AdminTabs } from "#app/features/account/admin-tabs.tsx";
import { AnnouncementsPage } from "#app/features/site/care/announcements-page.tsx";
import { announceForm, withdrawForm } from "#app/features/site/care/care-forms.ts";
import type { TrailHandle } from "#app/features/site/site-shell.tsx";
import { runForm } from "#app/http/form.ts";
import { orProblemResponse } from "#app/http/problem-response.ts";
import { requireViewer } from "#app/http/viewer.ts";
import { intentOf } from "#app/ui/intent.ts";
import { siteWords } from "#app/words/site.ts";
import { siteCareWords } from "#app/words/site-care.ts";

export const meta: MetaFunction = () => [{ title: siteWords.title(siteCareWords.announcements.title) }];

export const handle: TrailHandle = { trail: () => ({ label: siteCareWords.announcements.title }) };

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { viewer } = requireViewer(context, request);
  return { announcements: await orProblemResponse(context.site.announcements(viewer)), now: Date.now() };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const { viewer } = requireViewer(context, request);
  const form = await request.formData();
  if (intentOf(form) === "withdraw") {
    return runForm(form, withdrawForm, ({ announcement }) => context.site.withdraw(viewer, announcement));
  }
  return runForm(form, announceForm, ({ words, level, from, until }) =>
    context.site.announce(viewer, { words, level, fromAt: from, untilAt: until }),
  );
}

export default function Announcements() {
  return (
    <AnnouncementsPage
      {...useLoaderData<typeof loader>()}
      answer={useActionData<typeof action>()}
      tabs={<AdminTabs />}
    />
  );
}
