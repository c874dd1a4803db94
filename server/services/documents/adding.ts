/** A proposal becomes a text. */
import type { DocumentMeta } from "#app/context/documents.ts";
import type { Viewer } from "#app/context/viewer.ts";
import type { PieceChoices, RevisionContent } from "#app/domain/document/document.ts";
import { Problem } from "#app/domain/problem.ts";
import { documentWords as words } from "#app/words/documents.ts";
import type { ImportRow } from "#db/repositories/imports.ts";
import type { Store } from "#db/store.ts";
import { cut, factsOf } from "./facts.ts";
import { MAX_TITLE, oneLine } from "./meta.ts";
import { demandAdd, type ImportParts, ownImport } from "./proposals.ts";

/** Code units of a title made of first words. */
const MADE_TITLE = 60;

/** Makes the text. It takes the import's id, so that a second click finds the text that the first one made. */
export async function addText(
  { read, transact, clock, newId, imports, readings, revise }: ImportParts,
  viewer: Viewer,
  { importId, choices, meta }: { importId: string; choices: PieceChoices; meta: DocumentMeta },
): Promise<{ readonly id: string }> {
  if (await isAdded(read, viewer, importId)) return { id: importId };
  await readings.ended(importId);
  const { pieces, groupId, revises } = await readImport(read, viewer, importId);
  await demandAdd(read, viewer, { groupId, now: clock() });
  const content = await imports.build(pieces, choices);
  if (revises !== null) {
    await revise(viewer, revises, content);
    await transact((store) => store.imports.remove(importId));
    return { id: revises };
  }
  return transact(async (store) => {
    if (await isAdded(store, viewer, importId)) return { id: importId };
    const proposal = await readImport(store, viewer, importId);
    const now = clock();
    await demandAdd(store, viewer, { groupId: proposal.groupId, now });
    const { opening, standfirst } = factsOf(content);
    await store.documents.insert(
      {
        ...meta,
        id: importId,
        groupId: proposal.groupId,
        title: titleOf(content, proposal, opening),
        ...{ standfirst, opening },
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

/** Throws Problem("invalid") for a proposal that could not be read in. */
async function readImport(store: Store, viewer: Viewer, importId: string): Promise<ImportRow> {
  const proposal = await ownImport(store, viewer, importId);
  if (proposal.state !== "ready") throw new Problem("invalid", proposal.sentence ?? words.readingLost);
  return proposal;
}

async function isAdded(store: Store, viewer: Viewer, id: string): Promise<boolean> {
  return (await store.documents.find(id))?.addedBy === viewer.id;
}

function titleOf(content: RevisionContent, proposal: ImportRow, opening: string): string {
  const title = oneLine(content.title) || proposal.title || cut(opening, MADE_TITLE) || words.untitled;
  return title.slice(0, MAX_TITLE);
}
