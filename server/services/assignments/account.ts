/** Work as the rules count it, from notes as they were at some moment. */

import { type Asked, progressOf } from "#app/domain/assignment/count.ts";
import type { Progress } from "#app/domain/assignment/progress.ts";
import type { CountedNote, Snapshot } from "#app/domain/assignment/snapshot.ts";
import type { Block } from "#app/domain/document/document.ts";
import { parseMarkup } from "#app/domain/markup/parse.ts";
import { plainText } from "#app/domain/markup/plain-text.ts";
import type { AssignmentRow } from "#db/repositories/assignments.ts";
import type { SubmissionRow, WorkNote } from "#db/repositories/submissions.ts";
import type { Store } from "#db/store.ts";

/** What an assignment asks for, with the blocks of its texts, so that many works are counted with one reading. */
export type Account = {
  readonly asked: Asked;
  readonly blocks: ReadonlyMap<string, readonly Block[]>;
};

export async function accountOf(store: Store, { texts, prompts, requirements }: AssignmentRow): Promise<Account> {
  const blocks = new Map<string, readonly Block[]>();
  const asked = [];
  for (const { document, passages } of texts) {
    const row = await store.documents.find(document);
    const ofText = row === null ? [] : await store.documents.blocks(row.revisionId);
    blocks.set(document, ofText);
    const spans = passages.map(({ selector: [{ start, end }] }) => ({ start, end }));
    asked.push({ document, spans, length: ofText.at(-1)?.end ?? 0 });
  }
  return { asked: { texts: asked, prompts, requirements }, blocks };
}

/** The notes as the rules see them. */
export function countedNotes({ blocks }: Account, notes: readonly WorkNote[]): readonly CountedNote[] {
  return notes.map((note) => {
    const spans = note.targets.map(({ selector: [{ start, end }] }) => ({ start, end }));
    const touched = (blocks.get(note.document) ?? []).filter((block) =>
      spans.some(({ start, end }) => start < block.end && end > block.start),
    );
    const { id, document, revision, motivation, kind, tags, repliesTo, parent, prompt, created } = note;
    return {
      ...{ id, document, revision, motivation, kind, tags, repliesTo, parent, prompt, created },
      words: wordsIn(note.body),
      start: spans[0]?.start ?? null,
      end: spans[0]?.end ?? null,
      blocks: touched.map(({ n }) => n),
    };
  });
}

/** The account of one student. */
export function accountFor(
  account: Account,
  member: string,
  notes: readonly WorkNote[],
): { readonly progress: Progress; readonly notes: readonly CountedNote[] } {
  const counted = countedNotes(account, notes);
  const endorsed = new Set(notes.flatMap(({ id, isEndorsed }) => (isEndorsed ? id : [])));
  return { progress: progressOf(account.asked, counted, { member, endorsed }), notes: counted };
}

/** The account of what was handed in, in the wording of then; what moderators took away since does not count. */
export function accountOfSubmission(
  { asked }: Account,
  { memberId: member, snapshot }: Pick<SubmissionRow, "memberId" | "snapshot">,
  notes: readonly WorkNote[],
): Progress {
  const there = new Map(notes.map((note) => [note.id, note]));
  const endorsed = new Set(notes.flatMap(({ id, isEndorsed }) => (isEndorsed ? id : [])));
  return progressOf(
    asked,
    snapshot.notes.filter(({ id }) => there.has(id)),
    { member, endorsed },
  );
}

/** What is frozen when work is handed in: ids and counts, never words. */
export function snapshotOf({ version }: AssignmentRow, notes: readonly CountedNote[]): Snapshot {
  return { version, notes };
}

const segmenter = new Intl.Segmenter(undefined, { granularity: "word" });

/** Words of a body (UAX #29), without its marks. */
export function wordsIn(body: string): number {
  let words = 0;
  for (const { isWordLike } of segmenter.segment(plainText(parseMarkup(body, { origin: "" })))) {
    if (isWordLike === true) words += 1;
  }
  return words;
}
