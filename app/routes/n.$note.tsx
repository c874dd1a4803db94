import { data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { NotShown } from "#app/features/reading/not-shown.tsx";
import { orProblemResponse } from "#app/http/problem-response.ts";
import { requireViewer } from "#app/http/viewer.ts";
import { readingWords } from "#app/words/reading.ts";
import { siteWords } from "#app/words/site.ts";

/** The permanent address of a note: leads to its text, or says kindly why not. Strangers learn nothing. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { viewer } = requireViewer(context, request);
  const address = await orProblemResponse(context.reading.find(viewer, params.note ?? ""));
  if (address.kind === "here") throw redirect(`/t/${address.document}?note=${address.note}`);
  return data({ kind: address.kind, document: address.document }, { status: address.kind === "deleted" ? 410 : 404 });
}

export const meta: MetaFunction = () => [{ title: `${readingWords.address.hiddenTitle} · ${siteWords.name}` }];

export default function NoteRoute() {
  const { kind, document } = useLoaderData<typeof loader>();
  return <NotShown kind={kind} document={document} />;
}
