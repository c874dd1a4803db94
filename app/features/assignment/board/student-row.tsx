import { Link } from "@remix-run/react";
import type { Board, BoardRow } from "#app/context/board.ts";
import { Avatar } from "#app/ui/avatar.tsx";
import { Badge } from "#app/ui/chip.tsx";
import { joined } from "#app/ui/joined.ts";
import { Time } from "#app/ui/time.tsx";
import { VisuallyHidden } from "#app/ui/visually-hidden.tsx";
import { assignmentWords } from "#app/words/assignments.ts";
import { boardWords } from "#app/words/board.ts";
import { feedbackWords } from "#app/words/feedback.ts";
import { sayAsked } from "#app/words/say-asked.ts";
import { sayPoints } from "#app/words/say-grade.ts";
import { sayLate } from "#app/words/say-late.ts";
import { sayReadingTime } from "../say-reading-time.ts";
import { WorkBadge } from "../work-badge.tsx";
import styles from "./board.module.css";
import table from "./students.module.css";

const words = boardWords.students;

export type StudentRowProps = {
  readonly row: BoardRow;
  readonly board: Board;
  readonly hasSections: boolean;
  readonly mayChoose: boolean;
};

/** One student: what is done of what is asked, how much was written, and the grade. */
export function StudentRow({ row, board, hasSections, mayChoose }: StudentRowProps) {
  const { scheme, sections } = board;
  return (
    <tr>
      <th scope="row">
        <span className={table.person}>
          {mayChoose ? (
            <input type="checkbox" name="student" value={row.id} aria-label={words.choose(row.name)} />
          ) : null}
          <Avatar face={row} size="s" />
          <bdi>{row.name}</bdi>
        </span>
      </th>
      {hasSections ? <td dir="auto">{sections.find(({ id }) => id === row.section)?.name ?? "–"}</td> : null}
      <td>
        <Marks row={row} board={board} />
      </td>
      <td className={table.number}>{row.notes}</td>
      <td className={table.number}>{row.replies}</td>
      <td className={table.number}>{row.words}</td>
      {row.readingTime === null ? null : <td className={table.number}>{sayReadingTime(row.readingTime)}</td>}
      <td className={table.seen}>
        {row.seenAt === null ? words.never : row.seenAt === 0 ? words.opened : <Time at={row.seenAt} />}
      </td>
      <td>
        <State row={row} />
      </td>
      {scheme.kind === "none" ? null : (
        <td className={table.number}>{row.suggested === null ? "–" : sayPoints(row.suggested, scheme)}</td>
      )}
      <td>
        <Grade row={row} board={board} />
      </td>
    </tr>
  );
}

/** Full for what is done, half for what is begun, empty for the rest; each says what it is. */
function Marks({ row: { marks, progress }, board: { asked } }: Pick<StudentRowProps, "row" | "board">) {
  if (marks.length === 0) return <>–</>;
  return (
    <>
      <span className={table.marks} aria-hidden="true">
        {marks.map(({ have, of, isMet }, n) => {
          const line = asked[n];
          const what = line === undefined ? "" : sayAsked(line, have);
          return (
            <span
              key={line?.kind === "prompt" ? line.id : JSON.stringify(line)}
              className={table.mark}
              data-is={isMet ? "met" : have > 0 ? "begun" : "open"}
              title={line?.kind === "prompt" ? words.mark(what, have, of) : what}
            />
          );
        })}
      </span>
      <VisuallyHidden>{words.done(progress.met, progress.of)}</VisuallyHidden>
    </>
  );
}

function State({ row: { state, late, remindedAt } }: Pick<StudentRowProps, "row">) {
  return (
    <span className={table.state}>
      <WorkBadge state={state} />
      {late > 0 ? <span className={styles.facts}>{words.lateBy(sayLate(late))}</span> : null}
      {remindedAt !== null && state !== "handed-in" && state !== "late" ? (
        <span className={styles.facts}>
          {boardWords.remind.last} <Time at={remindedAt} />
        </span>
      ) : null}
    </span>
  );
}

function Grade({ row, board: { id, scheme, mayGrade, hasSecondMarker } }: Pick<StudentRowProps, "row" | "board">) {
  const { grade } = row;
  const given = grade.isExcused ? assignmentWords.work.excused : sayPoints(grade.points, scheme);
  const summary = joined([
    given,
    grade.version === 0 ? "" : grade.isReleased ? assignmentWords.board.released : assignmentWords.board.notReleased,
    hasSecondMarker && grade.version === 0 ? words.markers(grade.markers) : "",
  ]);
  return (
    <span className={table.state}>
      {mayGrade ? (
        <Link to={`/assignments/${id}/grade/${row.id}`} aria-label={words.open(row.name)}>
          {summary}
        </Link>
      ) : (
        <span>{summary}</span>
      )}
      {grade.isAsked ? <Badge kind="warn">{feedbackWords.waits}</Badge> : null}
      {grade.isOutdated ? <Badge kind="warn">{words.outdated}</Badge> : null}
    </span>
  );
}
