import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { summaryForm, withdrawForm } from "#app/features/summary/summary-forms.ts";
import { SummaryPage } from "#app/features/summary/summary-page.tsx";
import { pageAddress } from "#app/features/together/page-address.ts";
import { runForm } from "#app/http/form.ts";
import { orProblemResponse } from "#app/http/problem-response.ts";
import { requireViewer } from "#app/http/viewer.ts";
import { intentOf } from "#app/ui/intent.ts";
import { siteWords } from "#app/words/site.ts";
import { summaryWords } from "#app/words/summaries.ts";

export const meta: MetaFunction = () => [{ title: siteWords.title(summaryWords.title) }];

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { viewer } = requireViewer(context, request);
  return { page: await orProblemResponse(context.summaries.open(viewer, params.note ?? "")) };
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const { viewer } = requireViewer(context, request);
  const note = params.note ?? "";
  const form = await request.formData();
  if (intentOf(form) === "withdraw") {
    return runForm(form, withdrawForm, async ({ latest }) => {
      await context.summaries.withdraw(viewer, note, latest);
      return summaryWords.withdrawn;
    });
  }
  return runForm(form, summaryForm, async (summary) => {
    await context.summaries.publish(viewer, note, summary);
    return summaryWords.published;
  });
}

export default function Summary() {
  const { page } = useLoaderData<typeof loader>();
  const together = pageAddress({ text: page.text.id, among: "staff" });
  return <SummaryPage page={page} together={together} answer={useActionData<typeof action>()} />;
}
