/** Every form of the queue, by its intent: one table for pages without scripts and for those that send in the background. */
import type { AppLoadContext } from "@remix-run/node";
import { z } from "zod";
import type { Viewer } from "#app/context/viewer.ts";
import {
  assignForm,
  batchForm,
  decisionForm,
  dropViewForm,
  itemForm,
  saveViewForm,
  staffNoteForm,
  undoBatchForm,
  undoForm,
} from "#app/features/moderation/queue-forms.ts";
import { intentOf } from "#app/ui/intent.ts";
import { runForm } from "./form.ts";

export type QueueRequest = {
  readonly queue: AppLoadContext["queue"];
  readonly viewer: Viewer;
  readonly group: string;
  readonly newId: () => string;
};

/** Runs the form; what it gives stands in the answer's `value`. */
export function runQueueForm({ queue, viewer, group, newId }: QueueRequest, form: FormData) {
  switch (intentOf(form)) {
    case "decide":
      return runForm(form, decisionForm, (input) => queue.decide(viewer, input));
    case "undo":
      return runForm(form, undoForm, ({ decision }) => queue.undo(viewer, decision));
    case "claim":
      return runForm(form, itemForm, ({ item }) => queue.claim(viewer, { item, takeOver: false }));
    case "take-over":
      return runForm(form, itemForm, ({ item }) => queue.claim(viewer, { item, takeOver: true }));
    case "release":
      return runForm(form, itemForm, ({ item }) => queue.release(viewer, item));
    case "escalate":
      return runForm(form, itemForm, ({ item }) => queue.escalate(viewer, item, true));
    case "calm":
      return runForm(form, itemForm, ({ item }) => queue.escalate(viewer, item, false));
    case "assign":
      return runForm(form, assignForm, (to) => queue.assign(viewer, to));
    case "note":
      return runForm(form, staffNoteForm, (note) => queue.note(viewer, note));
    case "preview":
      return runForm(form, batchForm, async (batch) => ({ batch, preview: await queue.preview(viewer, group, batch) }));
    case "bulk":
      return runForm(form, batchForm, (batch) => queue.bulk(viewer, group, { ...batch, id: batch.id || newId() }));
    case "undo-batch":
      return runForm(form, undoBatchForm, ({ batch }) => queue.undoBatch(viewer, group, batch));
    case "save-view":
      return runForm(form, saveViewForm, (view) => queue.saveView(viewer, group, view));
    case "drop-view":
      return runForm(form, dropViewForm, ({ view }) => queue.dropView(viewer, view));
    default:
      return runForm(form, z.object({}), async () => null);
  }
}
