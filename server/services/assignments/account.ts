/** Work as the rules count it, from notes as they were at some moment. */

import { LRUCache } from "lru-cache";
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
  /** Words of bodies that were counted before. */
  readonly words: WordCounts;
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
  return { asked: { texts: asked, prompts, requirements }, blocks, words: countsOf(store) };
}

/** The notes as the rules see them; of texts of which passages are assigned, paragraphs elsewhere are none. */
export function countedNotes({ asked, blocks, words }: Account, notes: readonly WorkNote[]): readonly CountedNote[] {
  const assigned = new Map(asked.texts.map((text) => [text.document, text.spans]));
  return notes.map((note) => {
    const within = assigned.get(note.document) ?? [];
    const spans = note.targets.map(({ selector: [{ start, end }] }) => ({ start, end }));
    const touched = (blocks.get(note.document) ?? []).filter(
      (block) => touches(block, spans) && (within.length === 0 || touches(block, within)),
    );
    const { id, document, revision, motivation, kind, tags, repliesTo, parent, prompt, created } = note;
    return {
      ...{ id, document, revision, motivation, kind, tags, repliesTo, parent, prompt, created },
      words: wordsOf(note, words),
      start: spans[0]?.start ?? null,
      end: spans[0]?.end ?? null,
      blocks: touched.map(({ n }) => n),
    };
  });
}

type Span = { readonly start: number; readonly end: number };

function touches(block: Span, spans: readonly Span[]): boolean {
  return spans.some(({ start, end }) => start < block.end && end > block.start);
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

/**
 * The account of what was handed in, in the wording of then, also of what its author deleted since; what moderators took away
 * (ids) does not count. `notes` say what is endorsed.
 */
export function accountOfSubmission(
  { asked }: Account,
  { memberId: member, snapshot }: Pick<SubmissionRow, "memberId" | "snapshot">,
  { notes, takenAway }: { readonly notes: readonly WorkNote[]; readonly takenAway: ReadonlySet<string> },
): Progress {
  const endorsed = new Set(notes.flatMap(({ id, isEndorsed }) => (isEndorsed ? id : [])));
  return progressOf(
    asked,
    snapshot.notes.filter(({ id }) => !takenAway.has(id)),
    { member, endorsed },
  );
}

/** What is frozen when work is handed in: ids and counts, never words. */
export function snapshotOf({ version }: AssignmentRow, notes: readonly CountedNote[]): Snapshot {
  return { version, notes };
}

type WordCounts = LRUCache<string, number>;

/** By store and revision: a body never changes, and counting its words is most of what a board costs. */
const counted = new WeakMap<Store, WordCounts>();

function countsOf(store: Store): WordCounts {
  const counts = counted.get(store) ?? new LRUCache<string, number>({ max: 100_000 });
  counted.set(store, counts);
  return counts;
}

function wordsOf({ revision, body }: WorkNote, counts: WordCounts): number {
  const known = counts.get(revision);
  if (known !== undefined) return known;
  const words = wordsIn(body);
  counts.set(revision, words);
  return words;
}

const segmenter = new Intl.Segmenter(undefined, { granularity: "word" });
/** Scripts that write words without spaces between them. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
/** Letters and digits, with what joins two of them to one word. */
const spaced = /[\p{L}\p{M}\p{N}_]+(?:['’.·:,][\p{L}\p{M}\p{N}_]+)*/gu;
/** Without these a body is its own words. */
const marks = /[*_`[\]<>#~$@\\|&-]|\d\./u;

/** Words of a body (UAX #29), without its marks. */
export function wordsIn(body: string): number {
  const text = marks.test(body) ? plainText(parseMarkup(body, { origin: "" })) : body;
  if (!unspaced.test(text)) return text.match(spaced)?.length ?? 0;
  let words = 0;
  for (const { isWordLike } of segmenter.segment(text)) {
    if (isWordLike === true) words += 1;
  }
  return words;
}
