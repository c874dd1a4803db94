/** Notes whose words are not in the text any more, with what helps a person to place them. */
import type { AdriftNote, PlaceOffered } from "#app/context/revisions.ts";
import type { Viewer } from "#app/context/viewer.ts";
import { isAdrift, type Target } from "#app/domain/annotation/annotation.ts";
import { carrySpan } from "#app/domain/annotation/carry.ts";
import { describe, type Span } from "#app/domain/annotation/describe.ts";
import { match } from "#app/domain/annotation/match.ts";
import type { Block } from "#app/domain/document/document.ts";
import { isStaff } from "#app/domain/group/group.ts";
import type { NoteRow } from "#db/repositories/annotations.ts";
import type { DocumentRow } from "#db/repositories/documents.ts";
import type { Store } from "#db/store.ts";
import { excerptOf } from "../excerpt.ts";
import { type Standing, sightFor } from "../rights.ts";
import { rosterFor } from "../veil.ts";
import type { Edits } from "./edits.ts";

/** Notes in one answer; who has placed these is shown the next. */
const MOST = 100;
/** Places that are offered for a passage. */
const MOST_OFFERED = 3;
/** Code units around a passage. */
const AROUND = 120;

/** Those that the viewer may place: their own, and for staff all that they can read. */
export async function adriftNotes(
  { read, edits }: { readonly read: Store; readonly edits: Edits },
  { id: viewer }: Viewer,
  { standing, document }: { readonly standing: Standing; readonly document: DocumentRow },
): Promise<readonly AdriftNote[]> {
  const ids = await read.revisions.adrift(document.id, MOST);
  const isOverseer = standing.role !== null && isStaff(standing.role);
  const notes = (await read.annotations.many(ids)).filter(({ creator }) => isOverseer || creator === viewer);
  const seen: NoteRow[] = [];
  for (const note of notes) {
    if (sightFor(standing, note, await read.annotations.answersTo(note)) === "body") seen.push(note);
  }
  if (seen.length === 0) return [];
  const roster = await rosterFor(
    read,
    standing.actor,
    standing.rooms.map(({ audience }) => audience),
  );
  const bySeat = new Map(roster.map((seat) => [seat.seat, seat]));
  const text = (await read.documents.text(document.id, document.revisionId))?.text ?? "";
  const blocks = await read.documents.blocks(document.revisionId);
  const shown: AdriftNote[] = [];
  for (const note of inTextOrder(seen)) {
    const seat = note.placements.map((place) => bySeat.get(place.seat)).find((one) => one !== undefined);
    const replies = await read.annotations.countReplies(note.id);
    for (const [passage, target] of [note.target, ...note.more].entries()) {
      if (target === null || !isAdrift(target)) continue;
      const candidates = (await placesFor(edits, document, { target, text })).map((span) =>
        offered(span, text, blocks),
      );
      const old = await oldWords(read, document.id, target);
      shown.push({
        note: note.id,
        passage,
        target,
        by: seat ?? null,
        body: excerptOf(note.body),
        replies,
        ...old,
        candidates,
      });
    }
  }
  return shown;
}

function inTextOrder(notes: readonly NoteRow[]): readonly NoteRow[] {
  const startOf = ({ target }: NoteRow) => target?.selector[0].start ?? 0;
  return notes.toSorted((a, b) => startOf(a) - startOf(b) || (a.id < b.id ? -1 : 1));
}

async function oldWords(read: Store, document: string, { was, selector: [, quote] }: Target) {
  const old = was === undefined ? null : await read.documents.text(document, was.source);
  if (old === null || was === undefined) return { before: quote.prefix, exact: quote.exact, after: quote.suffix };
  return { ...around(old.text, was), exact: was.exact };
}

/** What followed the words through the edit takes for possible, and where they stand as they were. */
async function placesFor(
  edits: Edits,
  { id, revisionId }: DocumentRow,
  { target: { was, selector }, text }: { readonly target: Target; readonly text: string },
): Promise<readonly Span[]> {
  const places: Span[] = [];
  if (was !== undefined) {
    const edit = (await edits.to({ document: id, revision: revisionId }, [was.source])).get(was.source);
    const guess = edit ? carrySpan(edit, was).guess : null;
    if (guess !== null) places.push(guess);
  }
  for (const { span } of match(text, selector).candidates) {
    if (!places.some(({ start, end }) => start < span.end && span.start < end)) places.push(span);
  }
  return places.slice(0, MOST_OFFERED);
}

function offered(span: Span, text: string, blocks: readonly Block[]): PlaceOffered {
  const block = blocks.findLast(({ start }) => start <= span.start);
  const [, { exact }] = describe(text, span);
  return { ...span, number: block?.number ?? null, ...around(text, span), exact };
}

function around(text: string, { start, end }: Span) {
  return { before: text.slice(Math.max(0, start - AROUND), start), after: text.slice(end, end + AROUND) };
}
