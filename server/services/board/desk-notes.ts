/** The notes of a work as its marker reads them. */
import type { Desk, DeskNote } from "#app/context/grading.ts";
import { quotation, span, type Target } from "#app/domain/annotation/annotation.ts";
import type { Progress } from "#app/domain/assignment/progress.ts";
import { markupHtml } from "#app/domain/markup/html.ts";
import { parseMarkup } from "#app/domain/markup/parse.ts";
import type { SubmissionRow, WorkNote } from "#db/repositories/submissions.ts";
import type { Store } from "#db/store.ts";
import { countedNotes } from "../assignments/account.ts";
import { excerptOf } from "../excerpt.ts";
import { namesIn } from "./class.ts";
import type { Facts } from "./facts.ts";
import { sayKind } from "./overview.ts";

/** UTF-16 code units of a passage that is shown; who wants more opens the text. */
const MOST_QUOTED = 600;
/** Replies that are shown with a note. */
const MOST_REPLIES = 5;

type Work = {
  readonly member: string;
  readonly submission: SubmissionRow | undefined;
  readonly progress: Progress;
};

/** With how many notes of the submission are gone, and how many came later. */
export async function notesOn(read: Store, facts: Facts, work: Work): Promise<Pick<Desk, "notes" | "gone" | "later">> {
  const { assignment, written, students } = facts;
  const live = written.get(work.member) ?? [];
  const notes = await asHandedIn(read, facts, work);
  const frozen = new Set(work.submission?.snapshot.notes.map(({ id }) => id));
  const replies = repliesTo(facts, new Set(notes.map(({ id }) => id)));
  const parents = new Map(facts.notes.map((note) => [note.id, note]));
  const others = [...[...replies.values()].flat(), ...notes.flatMap(({ parent }) => parents.get(parent ?? "") ?? [])];
  const nameOf = await namesIn(
    read,
    assignment,
    students,
    others.map(({ member }) => member),
  );
  const quoted = ({ member, body }: WorkNote) => ({ by: nameOf(member), excerpt: excerptOf(body) });
  const kinds = new Map((await read.kinds.ofGroup(assignment.group)).map(({ id, name }) => [id, name]));
  const titles = new Map<string, string>();
  for (const { document } of assignment.texts) {
    titles.set(document, (await read.documents.find(document))?.title ?? "");
  }
  const lengths = new Map(
    countedNotes({ ...facts.account, blocks: new Map() }, notes).map((one) => [one.id, one.words]),
  );
  const shown = notes.map((note): DeskNote => {
    const parent = parents.get(note.parent ?? "");
    const [target] = note.targets;
    return {
      ...{ id: note.id, tags: note.tags, created: note.created, isEndorsed: note.isEndorsed },
      text: { id: note.document, title: titles.get(note.document) ?? "" },
      number: target === undefined ? null : numberAt(facts, note.document, span(target).start),
      quote: target === undefined ? null : quoteOf(target),
      kind: sayKind(kindOf(note), kinds),
      html: markupHtml(parseMarkup(note.body, { origin: "" })),
      words: lengths.get(note.id) ?? 0,
      parent: parent === undefined ? null : quoted(parent),
      replies: (replies.get(note.id) ?? []).slice(0, MOST_REPLIES).map(quoted),
      counts: rulesOf(note.id, work.progress),
    };
  });
  return {
    notes: shown,
    gone: work.submission === undefined ? 0 : frozen.size - notes.length,
    later: work.submission === undefined ? 0 : live.filter(({ id }) => !frozen.has(id)).length,
  };
}

/** Those of the submission that are there still, in the words of then; all there are where nothing was handed in. */
async function asHandedIn(
  read: Store,
  { assignment, written }: Facts,
  { member, submission }: Work,
): Promise<readonly WorkNote[]> {
  const live = written.get(member) ?? [];
  if (submission === undefined) return live;
  const asked = { assignment: assignment.id, member, until: submission.at };
  const then = new Map((await read.submissions.notes(asked)).map((note) => [note.id, note]));
  const there = new Map(live.map((note) => [note.id, note]));
  return submission.snapshot.notes.flatMap(({ id }) => {
    const now = there.get(id);
    return now === undefined ? [] : (then.get(id) ?? now);
  });
}

function repliesTo({ notes }: Facts, ids: ReadonlySet<string>): ReadonlyMap<string, readonly WorkNote[]> {
  const found = new Map<string, WorkNote[]>();
  for (const note of notes) {
    if (note.parent === null || !ids.has(note.parent)) continue;
    found.set(note.parent, [...(found.get(note.parent) ?? []), note]);
  }
  return found;
}

/** Places in the order of `askedOf`. */
function rulesOf(note: string, { answers, requirements }: Progress): readonly number[] {
  const counts = [
    ...answers.map((answer) => answer.isMet && answer.note === note),
    ...requirements.map(({ counted }) => counted.includes(note)),
  ];
  return counts.flatMap((does, n) => (does ? n : []));
}

function kindOf({ parent, motivation, kind }: WorkNote): string {
  if (parent !== null) return "reply";
  if (motivation === "questioning") return "question";
  return motivation === "highlighting" ? "highlight" : (kind ?? "note");
}

function numberAt({ account }: Facts, document: string, start: number): number | null {
  return account.blocks.get(document)?.find((block) => start >= block.start && start < block.end)?.number ?? null;
}

function quoteOf(target: Target): DeskNote["quote"] {
  const exact = quotation(target);
  const { prefix, suffix } = target.selector[1];
  const isLong = exact.length > MOST_QUOTED;
  return { before: prefix, exact: isLong ? `${exact.slice(0, MOST_QUOTED)}…` : exact, after: isLong ? "" : suffix };
}
