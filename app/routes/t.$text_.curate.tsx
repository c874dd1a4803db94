import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { curationCommandSchema } from "#app/domain/moderation/curation-command.ts";
import { runForm } from "#app/http/form.ts";
import { orProblemResponse } from "#app/http/problem-response.ts";
import { requireViewer } from "#app/http/viewer.ts";

/** What holds of the text as a whole. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { viewer } = requireViewer(context, request);
  return orProblemResponse(context.curation.text(viewer, params.text ?? ""));
}

const undoForm = z.object({ verb: z.literal("undo"), decision: z.coerce.number().int().positive() });
const form = z.union([curationCommandSchema, undoForm]);

/** Pins, locks, slows and the like, by staff; `undo` takes one of them back. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { viewer } = requireViewer(context, request);
  return runForm(await request.formData(), form, (command) =>
    command.verb === "undo" ? context.moderation.undo(viewer, command.decision) : context.curation.run(viewer, command),
  );
}
