import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { AdminTabs } from "#app/features/account/admin-tabs.tsx";
import { LetterQueuePage } from "#app/features/letters/letter-queue.tsx";
import { queueForm } from "#app/features/letters/letters-forms.ts";
import type { TrailHandle } from "#app/features/site/site-shell.tsx";
import { runForm } from "#app/http/form.ts";
import { orProblemResponse } from "#app/http/problem-response.ts";
import { requireViewer } from "#app/http/viewer.ts";
import { intentOf } from "#app/ui/intent.ts";
import { lettersWords } from "#app/words/letters.ts";
import { siteWords } from "#app/words/site.ts";

export const meta: MetaFunction = () => [{ title: siteWords.title(lettersWords.queue.title) }];

export const handle: TrailHandle = { trail: () => ({ label: lettersWords.queue.title }) };

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { viewer } = requireViewer(context, request);
  return { queue: await orProblemResponse(context.letters.queue(viewer)) };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const { viewer } = requireViewer(context, request);
  const form = await request.formData();
  return runForm(form, queueForm, ({ letter }) =>
    intentOf(form) === "drop" ? context.letters.drop(viewer, letter) : context.letters.tryAgain(viewer, letter),
  );
}

export default function Letters() {
  return <LetterQueuePage {...useLoaderData<typeof loader>()} tabs={<AdminTabs />} />;
}
