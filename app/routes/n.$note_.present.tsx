import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { type ShouldRevalidateFunction, useLoaderData } from "@remix-run/react";
import { Stage } from "#app/features/reading/stage.tsx";
import { orProblemResponse } from "#app/http/problem-response.ts";
import { requireViewer } from "#app/http/viewer.ts";
import { leadWords } from "#app/words/lead.ts";
import { siteWords } from "#app/words/site.ts";

/** A thread shown large. Only the group's own room is opened: what stands on a wall is for everybody. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { viewer } = requireViewer(context, request);
  const address = await orProblemResponse(context.reading.find(viewer, params.note ?? ""));
  if (address.kind !== "here") throw redirect(`/n/${params.note}`);
  const page = await orProblemResponse(context.reading.open(viewer, address.document));
  return { viewer, origin: context.origin, root: address.root, page: { ...page, rooms: page.rooms.slice(0, 1) } };
}

/** What this page shows arrives through its room. */
export const shouldRevalidate: ShouldRevalidateFunction = () => false;

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? siteWords.title(leadWords.stage.title(data.page.document.title)) : siteWords.name },
];

export default function PresentRoute() {
  return <Stage {...useLoaderData<typeof loader>()} />;
}
