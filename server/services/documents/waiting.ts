/** Proposals as their page asks for them: still read, ready to be looked at, or refused. */
import type { ImportPreview, ImportRefusal, ImportStanding, ImportUnderWay } from "#app/context/documents.ts";
import type { Viewer } from "#app/context/viewer.ts";
import { directionOf } from "#app/domain/document/direction.ts";
import type { Piece } from "#app/domain/document/document.ts";
import { Problem } from "#app/domain/problem.ts";
import { documentWords as words } from "#app/words/documents.ts";
import type { ImportState } from "#db/repositories/imports.ts";
import { knownText } from "./known-text.ts";
import { metaOf } from "./meta.ts";
import { demandAdd, type ImportParts, ownImport } from "./proposals.ts";

/** The viewer's own proposal. Throws Problem("not-found") for others', for swept ones and for those already added. */
export async function previewImport(parts: ImportParts, viewer: Viewer, importId: string): Promise<ImportStanding> {
  const state = await ownState(parts, viewer, importId);
  if (state.state !== "ready") return underWay(parts, state) ?? refusalOf(state);
  const proposal = await ownImport(parts.read, viewer, importId);
  const { id, groupId, format, pieces } = proposal;
  const dir = directionOf(pieces.map(({ text }) => text).join("\n"));
  const revised = proposal.revises === null ? null : await parts.read.documents.find(proposal.revises);
  const revises = revised && { id: revised.id, title: revised.title };
  // That it is like the text which it revises is what one expects.
  const known = revises === null ? await knownText(parts.read, proposal) : null;
  const clutter = clutterOf(pieces);
  return { ...metaOf(proposal), state: "ready", id, groupId, format, pieces, clutter, dir, known, revises };
}

/** How far the viewer's own proposal is, null once it is not read any more. */
export async function progressOf(parts: ImportParts, viewer: Viewer, importId: string): Promise<ImportUnderWay | null> {
  return underWay(parts, await ownState(parts, viewer, importId));
}

/** Gives the viewer's own proposal up; gives the group that it was for. */
export async function cancelImport(
  parts: ImportParts,
  viewer: Viewer,
  importId: string,
): Promise<{ readonly groupId: string }> {
  const { groupId } = await ownState(parts, viewer, importId);
  parts.readings.of(importId)?.giveUp();
  await parts.transact((store) => store.imports.remove(importId));
  return { groupId };
}

async function ownState({ read, clock }: ImportParts, viewer: Viewer, importId: string): Promise<ImportState> {
  const state = await read.imports.state(importId, viewer.id);
  if (state === null) throw new Problem("not-found", words.unknownImport);
  await demandAdd(read, viewer, { groupId: state.groupId, now: clock() });
  return state;
}

function underWay({ readings, clock }: ImportParts, state: ImportState): ImportUnderWay | null {
  const reading = state.state === "reading" ? readings.of(state.id) : null;
  if (reading === null) return null;
  return { ...named(state), state: "reading", ...reading.progress, elapsed: Math.max(0, clock() - reading.since) };
}

/** A row that says "reading" without anybody who reads is one whose process ended. */
function refusalOf(state: ImportState): ImportRefusal {
  return { ...named(state), state: "failed", sentence: state.sentence ?? words.readingLost };
}

function named({ id, groupId, fileName, source }: ImportState) {
  return { id, groupId, name: fileName ?? source };
}

function clutterOf(pieces: readonly Piece[]): ImportPreview["clutter"] {
  const byKind = new Map<NonNullable<Piece["clutter"]>, number[]>();
  for (const { id, clutter } of pieces) {
    if (clutter !== null) byKind.set(clutter, [...(byKind.get(clutter) ?? []), id]);
  }
  return [...byKind].map(([kind, ids]) => ({ kind, pieces: ids }));
}
