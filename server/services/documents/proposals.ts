/** Texts on their way in: what reads them, and whose they are. */
import type { DocumentMeta, ReadingProgress } from "#app/context/documents.ts";
import type { Viewer } from "#app/context/viewer.ts";
import type { Piece, PieceChoices, RevisionContent, SourceFormat } from "#app/domain/document/document.ts";
import { can } from "#app/domain/policy/policy.ts";
import { Problem } from "#app/domain/problem.ts";
import { documentWords as words } from "#app/words/documents.ts";
import type { ImportRow } from "#db/repositories/imports.ts";
import type { Store, Transact } from "#db/store.ts";
import { standingInGroup } from "../rights.ts";
import type { Readings } from "./readings.ts";

/** What a source turned out to be, and what it says of itself. */
export type ImportReading = Omit<DocumentMeta, "source"> & {
  readonly format: SourceFormat;
  readonly pieces: readonly Piece[];
  readonly title: string;
  /** Of all pieces but those that look like clutter. */
  readonly words: number;
};

/** The bytes of a source, as whoever had them calls them. */
export type SourceBytes = {
  readonly bytes: Uint8Array;
  readonly fileName: string | null;
  readonly charset?: string | null;
};

/** How a reading is given up, and where it says how far it is. */
export type Hand = { readonly signal: AbortSignal; readonly onProgress: (progress: ReadingProgress) => void };

/** Reading and building off the event loop, filled from `server/import`. All reject with a Problem for a bad source. */
export type Imports = {
  readonly fetch: (address: string, hand: Pick<Hand, "signal">) => Promise<SourceBytes>;
  readonly read: (input: SourceBytes, hand: Hand) => Promise<ImportReading>;
  readonly build: (pieces: readonly Piece[], choices: PieceChoices) => Promise<RevisionContent>;
};

export type ImportParts = {
  readonly read: Store;
  readonly transact: Transact;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  readonly newId: () => string;
  readonly imports: Imports;
  readonly readings: Readings;
  /** Makes these words the newest revision of a text. Rejects with a Problem for those who may not edit it. */
  readonly revise: (viewer: Viewer, documentId: string, content: RevisionContent) => Promise<unknown>;
};

/** The viewer's own proposal, whatever its state. Throws Problem("not-found") for others', for swept ones and for those already added. */
export async function ownImport(store: Store, viewer: Viewer, id: string): Promise<ImportRow> {
  const row = await store.imports.find(id, viewer.id);
  if (row === null) throw new Problem("not-found", words.unknownImport);
  return row;
}

/** Throws for those who may not add to the group. */
export async function demandAdd(store: Store, viewer: Viewer, at: { groupId: string; now: number }): Promise<void> {
  const standing = await standingInGroup(store, { memberId: viewer.id, ...at });
  if (standing === null) throw new Problem("not-found", words.unknownGroup);
  if (can(standing.actor, "document.add", { group: standing.group })) return;
  const mayWhenOpen = can(standing.actor, "document.archive");
  throw new Problem("forbidden", mayWhenOpen ? words.archived : words.notForYou);
}
