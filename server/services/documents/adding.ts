/** A text on its way in: proposed, previewed, added. */
import type { DocumentMeta, ImportPreview, ProposedSource, StorageUse } from "#app/context/documents.ts";
import type { Viewer } from "#app/context/viewer.ts";
import { directionOf } from "#app/domain/document/direction.ts";
import type { Block, Piece, PieceChoices, RevisionContent, SourceFormat } from "#app/domain/document/document.ts";
import { can } from "#app/domain/policy/policy.ts";
import { Problem } from "#app/domain/problem.ts";
import { documentWords as words } from "#app/words/documents.ts";
import type { ImportRow } from "#db/repositories/imports.ts";
import type { Store, Transact } from "#db/store.ts";
import { standingInGroup } from "../rights.ts";
import { hashOf, knownText } from "./known-text.ts";
import { cutMeta, MAX_TITLE, metaOf, oneLine } from "./meta.ts";
import { bytesOf, demandStorage, storageOf } from "./storage.ts";

/** What a source turned out to be, and what it says of itself. */
export type ImportReading = Omit<DocumentMeta, "source"> & {
  readonly format: SourceFormat;
  readonly pieces: readonly Piece[];
  readonly title: string;
  /** Of all pieces but those that look like clutter. */
  readonly words: number;
};

/** The bytes of a source, as whoever had them calls them. */
type SourceBytes = { readonly bytes: Uint8Array; readonly fileName: string | null; readonly charset?: string | null };

/** Reading and building off the event loop, filled from `server/import`. All reject with a Problem for a bad source. */
export type Imports = {
  readonly fetch: (address: string) => Promise<SourceBytes>;
  readonly read: (input: SourceBytes) => Promise<ImportReading>;
  readonly build: (pieces: readonly Piece[], choices: PieceChoices) => Promise<RevisionContent>;
};

type Parts = {
  readonly read: Store;
  readonly transact: Transact;
  readonly clock: () => number;
  readonly newId: () => string;
  readonly imports: Imports;
};

/** Waiting texts of one member, each of up to several MB; a day's work of the busiest teacher. */
const MOST_WAITING = 30;
/** Code units of a text's first words in the library; the shelf cuts it to two lines. */
const OPENING = 280;
/** Code units of a title made of first words. */
const MADE_TITLE = 60;

/** Reads a source into pieces and keeps them. The rights are asked before the work and again when it is stored. */
export async function proposeText(
  { read, transact, clock, newId, imports }: Parts,
  viewer: Viewer,
  groupId: string,
  input: ProposedSource,
): Promise<{ readonly id: string }> {
  await demandAdd(read, viewer, { groupId, now: clock() });
  const source = "address" in input ? await imports.fetch(input.address) : input;
  const sourceHash = hashOf(source.bytes);
  const { fileName } = source;
  const waiting = await read.imports.waiting({ groupId, memberId: viewer.id, sourceHash, fileName });
  if (waiting !== null) return { id: waiting };
  if ((await read.imports.count(viewer.id)) >= MOST_WAITING) throw new Problem("too-many", words.tooManyImports);
  const { format, pieces, ...facts } = await imports.read(source);
  const id = newId();
  const bytes = bytesOf(pieces);
  await transact(async (store) => {
    const now = clock();
    await demandAdd(store, viewer, { groupId, now });
    // What waits has its room already, so that adding it is never refused for the want of it.
    await demandStorage(store, groupId, bytes);
    await store.imports.insert({
      id,
      groupId,
      memberId: viewer.id,
      format,
      pieces,
      title: oneLine(facts.title).slice(0, MAX_TITLE),
      words: facts.words,
      ...{ fileName, sourceHash, bytes },
      ...cutMeta({ ...facts, source: "address" in input ? input.address : "" }),
      createdAt: now,
    });
  });
  return { id };
}

/** What the group's texts take, for those who may add to them. */
export async function storageFor({ read, clock }: Parts, viewer: Viewer, groupId: string): Promise<StorageUse> {
  await demandAdd(read, viewer, { groupId, now: clock() });
  return storageOf(read, groupId);
}

/** The viewer's own proposal. Throws Problem("not-found") for others', for swept ones and for those already added. */
export async function previewImport({ read, clock }: Parts, viewer: Viewer, importId: string): Promise<ImportPreview> {
  const proposal = await ownImport(read, viewer, importId);
  const { id, groupId, format, pieces } = proposal;
  await demandAdd(read, viewer, { groupId, now: clock() });
  const dir = directionOf(pieces.map(({ text }) => text).join("\n"));
  const known = await knownText(read, proposal);
  return { ...metaOf(proposal), id, groupId, format, pieces, clutter: clutterOf(pieces), dir, known };
}

/** Makes the text. It takes the import's id, so that a second click finds the text that the first one made. */
export async function addText(
  { read, transact, clock, newId, imports }: Parts,
  viewer: Viewer,
  { importId, choices, meta }: { importId: string; choices: PieceChoices; meta: DocumentMeta },
): Promise<{ readonly id: string }> {
  if (await isAdded(read, viewer, importId)) return { id: importId };
  const { pieces, groupId } = await ownImport(read, viewer, importId);
  await demandAdd(read, viewer, { groupId, now: clock() });
  const content = await imports.build(pieces, choices);
  return transact(async (store) => {
    if (await isAdded(store, viewer, importId)) return { id: importId };
    const proposal = await ownImport(store, viewer, importId);
    const now = clock();
    await demandAdd(store, viewer, { groupId: proposal.groupId, now });
    const opening = openingOf(content);
    await store.documents.insert(
      {
        ...meta,
        id: importId,
        groupId: proposal.groupId,
        title: titleOf(content, proposal, opening),
        standfirst: oneLine(content.standfirst),
        opening,
        language: meta.language || content.language || proposal.language,
        dir: content.dir,
        format: proposal.format,
        words: content.words,
        sourceHash: proposal.sourceHash,
        revisionId: newId(),
        addedBy: viewer.id,
        createdAt: now,
      },
      content,
    );
    await store.imports.remove(importId);
    return { id: importId };
  });
}

async function isAdded(store: Store, viewer: Viewer, id: string): Promise<boolean> {
  return (await store.documents.find(id))?.addedBy === viewer.id;
}

async function ownImport(store: Store, viewer: Viewer, id: string): Promise<ImportRow> {
  const row = await store.imports.find(id, viewer.id);
  if (row === null) throw new Problem("not-found", words.unknownImport);
  return row;
}

async function demandAdd(store: Store, viewer: Viewer, at: { groupId: string; now: number }): Promise<void> {
  const standing = await standingInGroup(store, { memberId: viewer.id, ...at });
  if (standing === null) throw new Problem("not-found", words.unknownGroup);
  if (can(standing.actor, "document.add", { group: standing.group })) return;
  const mayWhenOpen = can(standing.actor, "document.archive");
  throw new Problem("forbidden", mayWhenOpen ? words.archived : words.notForYou);
}

function clutterOf(pieces: readonly Piece[]): ImportPreview["clutter"] {
  const byKind = new Map<NonNullable<Piece["clutter"]>, number[]>();
  for (const { id, clutter } of pieces) {
    if (clutter !== null) byKind.set(clutter, [...(byKind.get(clutter) ?? []), id]);
  }
  return [...byKind].map(([kind, ids]) => ({ kind, pieces: ids }));
}

/** First words of the first block that is read as text, cut between words. */
function openingOf({ blocks, text }: RevisionContent): string {
  const first = blocks.find(isBody);
  return first === undefined
    ? ""
    : cut(oneLine(text.slice(first.start, Math.min(first.end, first.start + 2 * OPENING))), OPENING);
}

function isBody({ number }: Block): boolean {
  return number !== null;
}

function titleOf(content: RevisionContent, proposal: ImportRow, opening: string): string {
  const title = oneLine(content.title) || proposal.title || cut(opening, MADE_TITLE) || words.untitled;
  return title.slice(0, MAX_TITLE);
}

/** At most `length` code units and an ellipsis, not in the middle of a word where that can be helped. */
function cut(text: string, length: number): string {
  if (text.length <= length) return text;
  const space = text.lastIndexOf(" ", length);
  return `${text.slice(0, space > length / 2 ? space : length).replace(/[\ud800-\udbff]$/, "")}…`;
}
