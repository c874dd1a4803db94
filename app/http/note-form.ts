/** Forms about one note, for the dialogs of the reading page and for the pages that stand in where there are no scripts. */
import type { AppLoadContext } from "@remix-run/node";
import type { Viewer } from "#app/context/viewer.ts";
import { noteDecisionForm, reportForm, undoNoteForm, withdrawForm } from "#app/features/moderation/note-forms.ts";
import { intentOf } from "#app/ui/intent.ts";
import { runForm } from "./form.ts";

type About = { readonly context: AppLoadContext; readonly viewer: Viewer; readonly note: string };

/** Reports the note, or its author, or takes a report back. */
export function runReportForm({ context: { reports }, viewer, note }: About, form: FormData) {
  if (intentOf(form) === "withdraw") {
    return runForm(form, withdrawForm, ({ report }) => reports.withdraw(viewer, report));
  }
  return runForm(form, reportForm, ({ reason, words, person, group }) => {
    const target =
      person === "" ? ({ kind: "note", id: note } as const) : ({ kind: "member", id: person, group } as const);
    return reports.report(viewer, { target, reason, words });
  });
}

/** Decides about the note, or takes a decision back. */
export function runDecisionForm({ context: { moderation }, viewer, note }: About, form: FormData) {
  if (intentOf(form) === "undo") {
    return runForm(form, undoNoteForm, ({ decision }) => moderation.undo(viewer, decision));
  }
  return runForm(form, noteDecisionForm, (decision) => moderation.decide(viewer, { note, ...decision }));
}

/** The answer of a form as JSON, with the status that it has. */
export function jsonAnswer(answer: Awaited<ReturnType<typeof runReportForm | typeof runDecisionForm>>): Response {
  if ("ok" in answer) return Response.json(answer);
  return Response.json(answer.data, answer.init ?? {});
}
