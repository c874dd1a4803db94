import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { type ShouldRevalidateFunction, useLoaderData } from "@remix-run/react";
import { isStaff } from "#app/domain/group/group.ts";
import { LISTED } from "#app/features/reading/notes-without-script.tsx";
import { ReadingPage } from "#app/features/reading/reading-page.tsx";
import { orProblemResponse } from "#app/http/problem-response.ts";
import { requireViewer } from "#app/http/viewer.ts";
import { siteWords } from "#app/words/site.ts";

/** The text and its notes go into islands, past React and past the loader's data: the text may have 3 million characters. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { viewer } = requireViewer(context, request);
  const id = params.text ?? "";
  const page = await orProblemResponse(context.reading.open(viewer, id));
  const { pathname, searchParams } = new URL(request.url);
  const isDocument = !pathname.endsWith(".data");
  if (isDocument) {
    const from = Math.max(0, Math.trunc(Number(searchParams.get("from"))) || 0);
    const [article, listed] = await Promise.all([
      context.reading.article(viewer, id),
      context.reading.notes(viewer, id, { from, count: LISTED }),
    ]);
    context.islands.article = article.html;
    context.islands.notes = listed.notes;
    context.islands.listed = { from, total: listed.total };
  }
  const [reported, [queue = null]] = await orProblemResponse(
    Promise.all([
      context.reports.onText(viewer, id),
      isStaff(page.role) ? context.queue.badges(viewer, page.group.id) : [],
    ]),
  );
  return { page, viewer, origin: context.origin, reported, queue };
}

/** What this page does arrives through its rooms; asking for everything again would only cost. */
export const shouldRevalidate: ShouldRevalidateFunction = () => false;

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${data.page.document.title} · ${siteWords.name}` : siteWords.name },
];

export default function TextRoute() {
  return <ReadingPage {...useLoaderData<typeof loader>()} />;
}
