/** Curation, as pages and forms ask for it. */
import type { TextCuration } from "#app/domain/moderation/curation.ts";
import type { ArrangeCommand, CurationCommand } from "#app/domain/moderation/curation-command.ts";
import type { Viewer } from "./viewer.ts";

export interface CurationService {
  /**
   * Does it, records it, and shows it to everybody; gives the number of the decision, null where it held already.
   * Problem("not-found") for what the viewer must not know, "forbidden", or "conflict" with the reason.
   */
  run(viewer: Viewer, command: CurationCommand | ArrangeCommand): Promise<{ readonly decision: number | null }>;
  /** Problem("not-found") for those outside the group. */
  text(viewer: Viewer, documentId: string): Promise<TextCuration>;
  /** Texts of the same group to which the viewer may move a thread, this one first. Problem("forbidden") for others. */
  texts(viewer: Viewer, documentId: string): Promise<readonly { readonly id: string; readonly title: string }[]>;
}
