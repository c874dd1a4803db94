/** What students make of the texts: where they write, what kind of notes, who answers whom, and who waits. */
import type { Overview, ThreadLine } from "#app/context/board.ts";
import { perDay } from "#app/domain/assignment/days.ts";
import { medianOf } from "#app/domain/assignment/statistics.ts";
import type { Block } from "#app/domain/document/document.ts";
import { boardWords } from "#app/words/board.ts";
import type { WaitingThread } from "#db/repositories/board.ts";
import type { WorkNote } from "#db/repositories/submissions.ts";
import type { Store } from "#db/store.ts";
import { countedNotes } from "../assignments/account.ts";
import { excerptOf } from "../excerpt.ts";
import { namesIn } from "./class.ts";
import type { Facts } from "./facts.ts";

/** Threads of each sort that are shown, those that wait longest. */
const OLDEST = 8;
/** People and pairs that a picture can still hold. */
const MOST_PEOPLE = 24;

export async function overviewOf(read: Store, facts: Facts): Promise<Overview> {
  const { assignment, account, notes, students } = facts;
  const { id, times } = assignment;
  const waiting = await read.board.waiting(id);
  const answered = await read.board.answered(id);
  const known = new Set([...waiting.map(({ member }) => member), ...answered.flatMap(({ from, to }) => [from, to])]);
  const nameOf = await namesIn(read, assignment, students, [...known]);
  const lengths = countedNotes({ ...account, blocks: new Map() }, notes).flatMap(({ words }) =>
    words > 0 ? words : [],
  );
  const lines = async (threads: readonly WaitingThread[]) => ({
    count: threads.length,
    oldest: await linesOf(read, threads.slice(0, OLDEST), nameOf),
  });
  return {
    perParagraph: perParagraph(account.blocks, notes),
    kinds: await kindsOf(read, facts),
    days: perDay(await read.board.quarters(id), times.zone),
    medianWords: medianOf(lengths.sort((a, b) => a - b)),
    openQuestions: await lines(waiting.filter(({ isQuestion }) => isQuestion)),
    silentThreads: await lines(waiting.filter(({ hasReply }) => !hasReply)),
    answers: answersOf(facts, answered, nameOf),
  };
}

async function linesOf(
  read: Store,
  threads: readonly WaitingThread[],
  nameOf: (member: string) => string,
): Promise<readonly ThreadLine[]> {
  const words = await read.board.words(threads.map(({ id }) => id));
  return threads.map(({ id, member, at }) => ({
    ...{ id, at, by: nameOf(member) },
    excerpt: excerptOf(words.get(id)?.body ?? ""),
  }));
}

async function kindsOf(read: Store, { assignment }: Facts): Promise<Overview["kinds"]> {
  const own = new Map((await read.kinds.ofGroup(assignment.group)).map(({ id, name }) => [id, name]));
  return (await read.board.kinds(assignment.id)).map(({ kind, notes }) => ({ name: sayKind(kind, own), notes }));
}

/** The word for a kind of notes; `own` holds the names of those that the group made, by id. */
export function sayKind(kind: string, own: ReadonlyMap<string, string>): string {
  const built: Readonly<Record<string, string>> = boardWords.kinds;
  return built[kind] ?? own.get(kind) ?? boardWords.kinds.note;
}

/** Those who take part most; ids are those of the board, so that nobody's account shows where marking is blind. */
function answersOf(
  { students }: Facts,
  answered: readonly { readonly from: string; readonly to: string; readonly times: number }[],
  nameOf: (member: string) => string,
): Overview["answers"] {
  const weights = new Map<string, number>();
  for (const { from, to, times } of answered) {
    for (const member of [from, to]) weights.set(member, (weights.get(member) ?? 0) + times);
  }
  const most = [...weights].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, MOST_PEOPLE);
  const faces = new Map(students.map(({ member, face }) => [member, face.id]));
  const ids = new Map(most.map(([member], n) => [member, faces.get(member) ?? `other-${n}`]));
  return {
    people: most
      .map(([member]) => ({ id: ids.get(member) ?? "", name: nameOf(member) }))
      .sort((a, b) => a.name.localeCompare(b.name)),
    pairs: answered.flatMap(({ from, to, times }) => {
      const [a, b] = [ids.get(from), ids.get(to)];
      return a === undefined || b === undefined ? [] : { from: a, to: b, times };
    }),
  };
}

/** A note counts once for each paragraph that its passages touch. */
function perParagraph(
  blocks: ReadonlyMap<string, readonly Block[]>,
  notes: readonly WorkNote[],
): Overview["perParagraph"] {
  const counts = new Map<string, number[]>();
  for (const { document, targets } of notes) {
    const ofText = blocks.get(document);
    if (ofText === undefined) continue;
    const here = counts.get(document) ?? Array.from({ length: ofText.length }, () => 0);
    counts.set(document, here);
    const touched = new Set<number>();
    for (const { selector } of targets) {
      const [{ start, end }] = selector;
      for (let n = firstAfter(ofText, start); n < ofText.length && (ofText[n]?.start ?? end) < end; n += 1)
        touched.add(n);
    }
    for (const n of touched) here[n] = (here[n] ?? 0) + 1;
  }
  return [...blocks].flatMap(([text, ofText]) =>
    ofText.flatMap(({ number }, n) => {
      const notesHere = counts.get(text)?.[n] ?? 0;
      return number === null || notesHere === 0 ? [] : { text, number, notes: notesHere };
    }),
  );
}

/** Place of the first block that ends behind an offset; blocks are in text order. */
function firstAfter(blocks: readonly Block[], offset: number): number {
  let [low, high] = [0, blocks.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((blocks[middle]?.end ?? 0) > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}
