/** All that one student did in a course and what came of it, as a page that needs nothing else. */
import type { TakenFile } from "#app/context/exports.ts";
import type { DeskNote } from "#app/context/grading.ts";
import { type Scheme, scoreOf } from "#app/domain/assignment/grade.ts";
import { countedLate } from "#app/domain/assignment/lateness.ts";
import { reachedLevels } from "#app/domain/assignment/rubric.ts";
import { escapeHtml, markupHtml } from "#app/domain/markup/html.ts";
import { parseMarkup } from "#app/domain/markup/parse.ts";
import { archiveWords as words } from "#app/words/archive.ts";
import { assignmentWords } from "#app/words/assignments.ts";
import { boardWords } from "#app/words/board.ts";
import { feedbackWords } from "#app/words/feedback.ts";
import { sayAsked } from "#app/words/say-asked.ts";
import { sayScore } from "#app/words/say-grade.ts";
import { sayLate } from "#app/words/say-late.ts";
import type { AssignmentRow } from "#db/repositories/assignments.ts";
import type { GradeRow } from "#db/repositories/grades.ts";
import type { Store } from "#db/store.ts";
import { notesOn } from "../board/desk-notes.ts";
import { type Facts, factsOf, lateOf, suggestedFor } from "../board/facts.ts";
import { askedOf, marksOf, stateIn } from "../board/rows.ts";
import { fileOf } from "../exports/file.ts";
import { htmlEnd, htmlHead, htmlNotesBegin, htmlNotesEnd } from "../exports/html.ts";
import type { FileHead } from "../exports/taken.ts";
import { sayMoment } from "../moment.ts";
import { accountFor } from "./account.ts";
import { messagesAbout } from "./feedback.ts";

export type Archived = {
  readonly head: FileHead;
  readonly group: { readonly id: string; readonly name: string };
  readonly student: { readonly id: string; readonly name: string };
  /** A student is shown what was released, and none of the others' names. */
  readonly eyes: "staff" | "student";
};

/** Every assignment that was published, in the order of their due times. */
export function archiveOf(read: Store, archived: Archived): TakenFile {
  return fileOf("html", words.title(archived.student.name), pieces(read, archived));
}

async function* pieces(read: Store, archived: Archived): AsyncGenerator<string> {
  const { head, group, student } = archived;
  const title = words.title(student.name);
  yield `${htmlHead(head, title, group.name)}<article class="work"><header><h1>${escapeHtml(title)}</h1></header>\n`;
  const assignments = (await read.assignments.ofGroup(group.id)).filter(({ state }) => state !== "draft");
  if (assignments.length === 0) yield paragraph(words.none);
  for (const assignment of assignments) {
    yield `<section>\n<h2 dir="auto">${escapeHtml(assignment.title)}</h2>\n`;
    yield await partOf(read, assignment, archived);
    yield "</section>\n";
  }
  yield `</article>\n${htmlEnd}`;
}

async function partOf(read: Store, assignment: AssignmentRow, { head, student, eyes }: Archived): Promise<string> {
  const facts = await factsOf(read, assignment, head.now);
  const member = student.id;
  const isStaff = eyes === "staff";
  // The work beside a name would say whose pseudonym it has.
  if (isStaff && facts.students.some((one) => one.member === member && one.isVeiled)) return paragraph(words.blind);
  const submission = facts.handed.get(member);
  const final = facts.marks.get(member)?.final;
  const grade = final !== undefined && (isStaff || final.releasedAt !== null) ? final : undefined;
  const progress =
    submission === undefined
      ? accountFor(facts.account, member, facts.written.get(member) ?? []).progress
      : suggestedFor(facts, submission, grade?.levels ?? {}).progress;
  const { notes } = await notesOn(read, facts, { member, submission, progress });
  const asked = askedOf(assignment).map((line, n) => ({ line, mark: marksOf(progress)[n] }));
  return [
    handedIn(grade === undefined ? { ...facts, marks: new Map() } : facts, {
      member,
      zone: head.zone,
      notes: notes.length,
    }),
    grade === undefined ? "" : graded(grade, assignment.scheme),
    grade?.releasedAt == null ? "" : await talk(read, grade, head),
    asked.length === 0 ? "" : `<h3>${escapeHtml(words.asked)}</h3>\n`,
    list(
      asked.map(({ line, mark }) =>
        escapeHtml(`${sayAsked(line, mark?.have ?? 0)} – ${mark?.isMet === true ? words.done : words.open}`),
      ),
    ),
    notes.length === 0 ? "" : `<h3>${escapeHtml(words.notes)}</h3>\n${htmlNotesBegin()}`,
    ...notes.map((note, n) => noteHtml(note, { n: n + 1, zone: head.zone, isStaff })),
    notes.length === 0 ? "" : htmlNotesEnd,
  ].join("");
}

function handedIn(
  facts: Facts,
  { member, zone, notes }: { readonly member: string; readonly zone: string; readonly notes: number },
): string {
  const submission = facts.handed.get(member);
  if (submission === undefined) {
    const state = assignmentWords.work[stateIn(facts, member)];
    return paragraph(`${state}. ${notes === 0 ? words.nothing : words.nothingHandedIn}`);
  }
  const { desk, students } = boardWords;
  const came = (submission.by === "member" ? desk.handedIn : desk.taken)(sayMoment(submission.at, zone));
  const late = countedLate(facts.assignment.late, lateOf(facts, submission));
  return paragraph(late > 0 ? `${came} · ${students.lateBy(sayLate(late))}` : came);
}

function graded({ points, isExcused, comment, levels }: GradeRow, scheme: Scheme): string {
  const said = isExcused
    ? assignmentWords.work.excused
    : points === null || scheme.kind === "none"
      ? ""
      : sayScore(scoreOf(points, scheme));
  const reached = isExcused ? [] : reachedLevels(scheme, levels);
  return [
    said === "" ? "" : `<p><b>${escapeHtml(said)}</b></p>\n`,
    list(
      reached.map(
        ({ title, level }) => `${escapeHtml(title)}: <b>${escapeHtml(level.title)}</b> ${escapeHtml(level.descriptor)}`,
      ),
    ),
    comment === "" ? "" : `<div dir="auto">${markupHtml(parseMarkup(comment, { origin: "" }))}</div>\n`,
  ].join("");
}

async function talk(read: Store, grade: GradeRow, { zone }: FileHead): Promise<string> {
  const messages = await messagesAbout(read, grade, grade.memberId);
  if (messages.length === 0) return "";
  const said = messages.map(({ by, at, html }) => {
    const who = `${by ?? feedbackWords.somebody} · ${sayMoment(at, zone)}`;
    return `<p class="facts">${escapeHtml(who)}</p><div dir="auto">${html}</div>`;
  });
  return `<h3>${escapeHtml(feedbackWords.title)}</h3>\n${list(said)}`;
}

type Place = { readonly n: number; readonly zone: string; readonly isStaff: boolean };

function noteHtml(note: DeskNote, { n, zone, isStaff }: Place): string {
  const { desk } = boardWords;
  const where = note.number === null ? desk.whole : desk.paragraph(note.number);
  const quote = note.quote === null ? "" : ` <q dir="auto">${escapeHtml(note.quote.exact)}</q>`;
  const facts = [
    note.kind,
    sayMoment(note.created, zone),
    ...note.tags.map((tag) => `#${tag}`),
    isStaff && note.parent !== null ? words.answers(note.parent.by) : "",
    note.counts.length > 0 ? `${desk.counts} ${note.counts.map((place) => place + 1).join(", ")}` : "",
  ].filter((fact) => fact !== "");
  const answered =
    isStaff && note.replies.length > 0 ? paragraph(words.repliesBy(note.replies.map(({ by }) => by).join(", "))) : "";
  return `<li class="plain"><p class="place"><b>${n}</b> · ${escapeHtml(`${note.text.title}, ${where}`)}${quote}</p>
<div class="note"><p class="by"><span>${facts.map(escapeHtml).join(" · ")}</span></p><div class="body" dir="auto">${note.html}</div>${answered}</div></li>
`;
}

function paragraph(sentence: string): string {
  return `<p class="facts">${escapeHtml(sentence)}</p>\n`;
}

function list(items: readonly string[]): string {
  return items.length === 0 ? "" : `<ol>${items.map((item) => `<li>${item}</li>`).join("\n")}</ol>\n`;
}
