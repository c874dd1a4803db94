/** The services of texts, which import and revise them in workers. */
import type { Store, Transact } from "#db/store.ts";
import { fetchSource } from "./import/fetch.ts";
import { buildInWorker, compareInWorker, readImport } from "./import/run.ts";
import type { Readings } from "./services/documents/readings.ts";
import { makeDocumentService } from "./services/documents.ts";
import { makeEdits } from "./services/revisions/edits.ts";
import { makeRevisionService } from "./services/revisions.ts";

export type TextParts = {
  readonly readings: Readings;
  readonly read: Store;
  readonly transact: Transact;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  readonly newId: () => string;
  /** Ids of the members who have the text open now. */
  readonly readersOf: (documentId: string) => readonly string[];
};

/** `edits` are for whoever else meets notes on older revisions. */
export function makeTextServices({ readersOf, readings, ...parts }: TextParts) {
  const edits = makeEdits({ read: parts.read, compare: compareInWorker });
  const { finish, replace, ...revisions } = makeRevisionService({ ...parts, edits, build: buildInWorker });
  return {
    edits,
    revisions,
    finishRevisions: finish,
    documents: makeDocumentService({
      ...{ ...parts, readersOf },
      ...{ imports: { fetch: fetchSource, read: readImport, build: buildInWorker }, readings, revise: replace },
    }),
  };
}
