/** Notes that leave as files, as routes see them. */
import type { ExportFormat } from "#app/domain/export/export-format.ts";
import type { Viewer } from "./viewer.ts";

/** A file on its way out. */
export type TakenFile = {
  readonly name: string;
  readonly mediaType: string;
  /** Read lazily: what comes next is made when it is asked for. Ends with an error when the right to read ends. */
  readonly chunks: AsyncIterable<Uint8Array>;
};

export interface ExportService {
  /**
   * A text with the notes that the viewer may see; `withPrivate` adds those that the group does not see. `address` is where
   * the file is asked for. Problem("not-found") for those outside the group.
   */
  text(
    viewer: Viewer,
    documentId: string,
    choice: { readonly format: ExportFormat; readonly withPrivate: boolean },
  ): Promise<TakenFile>;
}
