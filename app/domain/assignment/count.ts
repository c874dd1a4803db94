/** The rules by which work is counted: the student's checklist and the suggested score are the same account. */
import type { Prompt } from "./assignment.ts";
import { rounded, type Scheme } from "./grade.ts";
import type { AnswerProgress, Progress, RequirementProgress } from "./progress.ts";
import type { Requirement } from "./requirement.ts";
import type { CountedNote } from "./snapshot.ts";

/** Of these rules; stored with each grade beside the version of the assignment. */
export const ENGINE_VERSION = 1;

/** What is asked: texts with their passages (UTF-16 code units of the revision) and lengths, prompts and requirements. */
export type Asked = {
  readonly texts: readonly { readonly document: string; readonly spans: readonly Span[]; readonly length: number }[];
  readonly prompts: readonly Prompt[];
  readonly requirements: readonly Requirement[];
};
type Span = { readonly start: number; readonly end: number };

/** Whose work it is, and the notes of it that a teacher endorsed. */
export type Author = { readonly member: string; readonly endorsed: ReadonlySet<string> };

/** The account of somebody's notes; in which order they come makes no difference. */
export function progressOf(asked: Asked, notes: readonly CountedNote[], author: Author): Progress {
  const ordered = [...notes].sort((a, b) => a.created - b.created || (a.id < b.id ? -1 : 1));
  // A mark without words is no work.
  const written = ordered.filter(({ words, motivation }) => words > 0 && motivation !== "highlighting");
  const requirements = asked.requirements.map((requirement) => met(requirement, written, { asked, author }));
  const answers = asked.prompts.map((prompt) => answered(prompt, written, author));
  const required = asked.prompts.filter(({ isRequired }) => isRequired).map(({ id }) => id);
  const isAnswered = new Set(answers.flatMap(({ prompt, isMet }) => (isMet ? prompt : [])));
  const shares = [
    ...requirements.map(({ requirement, have }) => Math.min(1, have / Math.max(1, requirement.count))),
    ...required.map((id) => (isAnswered.has(id) ? 1 : 0)),
  ];
  const counted = new Set([
    ...requirements.flatMap((one) => one.counted),
    ...answers.flatMap(({ note, isMet }) => (isMet && note !== null ? note : [])),
  ]);
  return {
    requirements,
    answers,
    met: shares.filter((share) => share === 1).length,
    of: shares.length,
    share: shares.length === 0 ? 1 : shares.reduce((sum, share) => sum + share, 0) / shares.length,
    counted: ordered.flatMap(({ id }) => (counted.has(id) ? id : [])),
  };
}

/** Points that the rules suggest, three decimals; null where nothing is graded. 1 or 0 for complete and incomplete. */
export function suggestedPoints(scheme: Scheme, { share }: Pick<Progress, "share">): number | null {
  if (scheme.kind === "none") return null;
  if (scheme.kind === "complete") return share === 1 ? 1 : 0;
  return rounded(share * scheme.points);
}

type Around = { readonly asked: Asked; readonly author: Author };

function met(requirement: Requirement, notes: readonly CountedNote[], around: Around): RequirementProgress {
  const { counted, have } = count(requirement, notes, around);
  return { requirement, have, isMet: have >= requirement.count, counted: counted.map(({ id }) => id) };
}

type Count = { readonly counted: readonly CountedNote[]; readonly have: number };

function count(requirement: Requirement, notes: readonly CountedNote[], { asked, author }: Around): Count {
  const each = (counts: (note: CountedNote) => boolean): Count => {
    const counted = notes.filter(counts);
    return { counted, have: counted.length };
  };
  const first = notes.filter(({ parent }) => parent === null);
  const toOthers = notes.filter(({ repliesTo }) => repliesTo !== null && repliesTo !== author.member);
  switch (requirement.kind) {
    case "notes":
      return each(({ parent, words }) => parent === null && words >= requirement.minWords);
    case "replies":
      return each((note) => toOthers.includes(note) && note.words >= requirement.minWords);
    case "peers":
      return firstOfEach(toOthers, ({ repliesTo }) => [repliesTo ?? ""]);
    case "paragraphs":
      return firstOfEach(first, ({ document, blocks }) => blocks.map((block) => `${document} ${block}`));
    case "coverage":
      return firstOfEach(first, (note) => tenthsOf(note, asked));
    case "tag":
      return each(({ tags }) => tags.includes(requirement.tag));
    case "of-kind":
      return each((note) => kindOf(note) === requirement.of);
    case "endorsed":
      return each(({ id }) => author.endorsed.has(id));
  }
}

/** Notes that bring something new, and how many different things all of them bring. */
function firstOfEach(notes: readonly CountedNote[], things: (note: CountedNote) => readonly string[]): Count {
  const known = new Set<string>();
  const counted = notes.filter((note) => {
    const before = known.size;
    for (const thing of things(note)) known.add(thing);
    return known.size > before;
  });
  return { counted, have: known.size };
}

/** The tenths of all that was assigned, by length, in which the note begins. */
function tenthsOf({ document, start }: CountedNote, { texts }: Asked): readonly string[] {
  if (start === null) return [];
  const whole = texts.map((text) => ({
    ...text,
    spans: text.spans.length > 0 ? text.spans : [{ start: 0, end: text.length }],
  }));
  const total = whole.flatMap(({ spans }) => spans).reduce((sum, span) => sum + span.end - span.start, 0);
  let passed = 0;
  for (const text of whole) {
    for (const span of text.spans) {
      if (text.document === document && start >= span.start && start < span.end) {
        return [String(Math.min(9, Math.floor((10 * (passed + start - span.start)) / Math.max(1, total))))];
      }
      passed += span.end - span.start;
    }
  }
  return [];
}

function kindOf({ motivation, kind }: CountedNote): string {
  if (motivation === "questioning") return "question";
  return kind ?? "note";
}

/** The best answer: one that lacks nothing, else the one that lacks least, the earlier of two. */
function answered(prompt: Prompt, notes: readonly CountedNote[], author: Author): AnswerProgress {
  let best: { readonly note: string; readonly lacks: AnswerProgress["lacks"] } | null = null;
  for (const note of notes) {
    if (note.prompt !== prompt.id) continue;
    const lacks = lackingIn(note, prompt, author);
    if (best === null || lacks.length < best.lacks.length) best = { note: note.id, lacks };
  }
  return { prompt: prompt.id, note: best?.note ?? null, isMet: best?.lacks.length === 0, lacks: best?.lacks ?? [] };
}

function lackingIn(note: CountedNote, { answer, tags, minWords }: Prompt, author: Author): AnswerProgress["lacks"] {
  const isKind = {
    note: note.parent === null,
    question: note.motivation === "questioning",
    evidence: note.kind === "evidence",
    connection: note.kind === "connection",
    reply: note.repliesTo !== null && note.repliesTo !== author.member,
    rereading: note.repliesTo === author.member,
  }[answer];
  return [
    ...(note.words < minWords ? (["words"] as const) : []),
    ...(tags.every((tag) => note.tags.includes(tag)) ? [] : (["tags"] as const)),
    ...(isKind ? [] : (["kind"] as const)),
  ];
}
