/** The grade book of a group, as a page and as a table for spreadsheets. */
import type { GradeBook } from "#app/context/board.ts";
import type { TakenFile } from "#app/context/exports.ts";
import { meanOf, rounded } from "#app/domain/assignment/grade.ts";
import { countedLate } from "#app/domain/assignment/lateness.ts";
import { workStateOf } from "#app/domain/assignment/work-state.ts";
import { fileName } from "#app/domain/export/file-name.ts";
import { assignmentWords as words } from "#app/words/assignments.ts";
import type { AssignmentRow } from "#db/repositories/assignments.ts";
import type { Store } from "#db/store.ts";
import { csvLine } from "../exports/csv.ts";
import { inChunks } from "../exports/file.ts";
import { studentsOf, timesIn } from "./enter.ts";

/** The book for whoever may look at it. */
type Grades = Omit<GradeBook, "mayGrade">;
type Cell = GradeBook["rows"][number]["cells"][number];

export async function gradeBookOf(
  read: Store,
  group: { readonly id: string; readonly name: string },
  now: number,
): Promise<Grades> {
  const assignments = (await read.assignments.ofGroup(group.id)).filter(({ state }) => state !== "draft");
  const students = (await studentsOf(read, group.id)).sort((a, b) => a.name.localeCompare(b.name));
  const columns: (readonly Cell[])[] = [];
  const writers = await read.submissions.writers(group.id);
  for (const assignment of assignments) {
    const wrote = writers.get(assignment.id) ?? new Set<string>();
    columns.push(await columnOf(read, assignment, { students: students.map(({ id }) => id), wrote, now }));
  }
  return {
    group: { id: group.id, name: group.name },
    assignments: assignments.map(({ id, title, scheme }, n) => ({
      ...{ id, title, kind: scheme.kind, of: scheme.kind === "points" ? scheme.points : null },
      mean: scheme.kind === "points" ? meanOf((columns[n] ?? []).flatMap(({ points }) => points ?? [])) : null,
    })),
    rows: students.map(({ id, name }, at) => {
      const cells = columns.flatMap((column) => column[at] ?? []);
      const given = cells.map(({ points }, n) => (assignments[n]?.scheme.kind === "points" ? (points ?? 0) : 0));
      return { student: { id, name }, cells, total: rounded(given.reduce((sum, points) => sum + points, 0)) };
    }),
  };
}

async function columnOf(
  read: Store,
  assignment: AssignmentRow,
  {
    students,
    wrote,
    now,
  }: { readonly students: readonly string[]; readonly wrote: ReadonlySet<string>; readonly now: number },
): Promise<readonly Cell[]> {
  const timesOf = await timesIn(read, assignment);
  const late = await read.submissions.lateness(assignment.id);
  const grades = await read.grades.ofAssignment(assignment.id);
  return students.map((member) => {
    const grade = grades.get(member);
    const by = late.get(member);
    return {
      state: workStateOf({
        ...{ times: timesOf(member), now, notes: wrote.has(member) ? 1 : 0, isExcused: grade?.isExcused === true },
        late: by === undefined ? null : countedLate(assignment.late, by),
      }),
      // The points of a name would say whose pseudonym has them.
      points:
        grade === undefined || grade.isExcused || (assignment.isBlind && grade.releasedAt === null)
          ? null
          : grade.points,
      isReleased: grade?.releasedAt != null,
    };
  });
}

/** One line for each student; what has no points says how far it is. */
export function gradeBookFile(book: Grades): TakenFile {
  const head = [words.board.student, ...book.assignments.map(titleOf), words.book.total];
  const lines = [
    csvLine(head),
    ...book.rows.map(({ student, cells, total }) =>
      csvLine([student.name, ...cells.map(({ points, state }) => sayCell(points, state)), String(total)]),
    ),
  ];
  const chunks = inChunks(pieces([BYTE_ORDER_MARK, ...lines]));
  return { name: fileName(book.group.name, "csv", "grades"), mediaType: "text/csv; charset=utf-8", chunks };
}

/** Without it Excel reads UTF-8 as something else. */
const BYTE_ORDER_MARK = "\ufeff";

async function* pieces(lines: readonly string[]): AsyncGenerator<string> {
  yield* lines;
}

function titleOf({ title, of }: GradeBook["assignments"][number]): string {
  return of === null ? title : `${title} (${of})`;
}

function sayCell(points: Cell["points"], state: Cell["state"]): string {
  return points === null ? words.work[state] : String(points);
}
