import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { z } from "zod";
import { arrangeCommandSchema, curationCommandSchema } from "#app/domain/moderation/curation-command.ts";
import { runForm } from "#app/http/form.ts";
import { withMoments } from "#app/http/moments.ts";
import { orProblemResponse } from "#app/http/problem-response.ts";
import { requireViewer } from "#app/http/viewer.ts";

/** What holds of the text as a whole; with `?texts` where its threads can be moved to. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { viewer } = requireViewer(context, request);
  const text = params.text ?? "";
  if (!new URL(request.url).searchParams.has("texts")) return orProblemResponse(context.curation.text(viewer, text));
  return { texts: await orProblemResponse(context.curation.texts(viewer, text)) };
}

const undoForm = z.object({ verb: z.literal("undo"), decision: z.coerce.number().int().positive() });
const form = z.union([curationCommandSchema, arrangeCommandSchema, undoForm]);

/** Pins, locks, splits and the like, by staff; `undo` takes one of them back. A plain form leads back to the note. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { viewer } = requireViewer(context, request);
  const isPage = request.headers.get("accept")?.includes("text/html") ?? false;
  const typed = withMoments(await request.formData(), ["until", "opensAt", "closesAt"], viewer.timeZone);
  const answer = await runForm(typed, form, (command) =>
    command.verb === "undo" ? context.moderation.undo(viewer, command.decision) : context.curation.run(viewer, command),
  );
  return isPage && "ok" in answer ? redirect(`/n/${String(typed.get("id"))}`) : answer;
}
