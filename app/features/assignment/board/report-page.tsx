import { Link } from "@remix-run/react";
import type { BoardRow, Report } from "#app/context/board.ts";
import { Button } from "#app/ui/button.tsx";
import { useSayTime } from "#app/ui/time.tsx";
import { assignmentWords } from "#app/words/assignments.ts";
import { boardWords } from "#app/words/board.ts";
import { sayWanted } from "#app/words/say-asked.ts";
import { sayPoints } from "#app/words/say-grade.ts";
import { useSayDue } from "../use-say-due.ts";
import styles from "./report.module.css";

const words = boardWords.report;

/** All of an assignment on paper: what was asked, who did what, and the grades. */
export function ReportPage({ report }: { readonly report: Report }) {
  const sayTime = useSayTime();
  const { title, group, texts, times, rows, asked, statistics, scheme } = report;
  const due = useSayDue()(times);
  const said = [group.name, ...texts.map((text) => text.title), due, words.students(rows.length)];
  return (
    <article className={styles.report}>
      <header>
        <h1 dir="auto">{title}</h1>
        <p>{said.join(" · ")}</p>
        <p className={styles.facts}>{words.at(sayTime(report.at, "moment"))}</p>
        <p className={styles.tools}>
          <Button onClick={() => window.print()} icon="text" className={styles.scripted}>
            {words.print}
          </Button>
          <Link to={`/assignments/${report.id}/board`}>{boardWords.desk.board}</Link>
        </p>
      </header>
      {asked.length === 0 ? null : (
        <section>
          <h2>{boardWords.desk.asked}</h2>
          <ol>
            {asked.map((line) => (
              <li key={line.kind === "prompt" ? line.id : JSON.stringify(line.requirement)} dir="auto">
                {sayWanted(line)}
              </li>
            ))}
          </ol>
        </section>
      )}
      {statistics === null ? null : <Statistics statistics={statistics} />}
      <table>
        <thead>
          <tr>
            <th scope="col">{assignmentWords.board.student}</th>
            <th scope="col">{assignmentWords.board.state}</th>
            <th scope="col">{assignmentWords.board.done}</th>
            <th scope="col" className={styles.number}>
              {boardWords.students.notes}
            </th>
            <th scope="col" className={styles.number}>
              {boardWords.students.replies}
            </th>
            <th scope="col" className={styles.number}>
              {assignmentWords.board.words}
            </th>
            {scheme.kind === "none" ? null : (
              <th scope="col" className={styles.number}>
                {boardWords.students.grade}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Line key={row.id} row={row} report={report} />
          ))}
        </tbody>
      </table>
    </article>
  );
}

function Line({ row, report: { comments, scheme } }: { readonly row: BoardRow; readonly report: Report }) {
  const comment = comments[row.id] ?? "";
  return (
    <>
      <tr data-commented={comment === "" ? undefined : ""}>
        <th scope="row" dir="auto">
          {row.name}
        </th>
        <td>{assignmentWords.work[row.state]}</td>
        <td>{row.progress.of === 0 ? "–" : `${row.progress.met} / ${row.progress.of}`}</td>
        <td className={styles.number}>{row.notes}</td>
        <td className={styles.number}>{row.replies}</td>
        <td className={styles.number}>{row.words}</td>
        {scheme.kind === "none" ? null : (
          <td className={styles.number}>
            {row.grade.isExcused ? assignmentWords.work.excused : sayPoints(row.grade.points, scheme)}
          </td>
        )}
      </tr>
      {comment === "" ? null : (
        <tr>
          <td colSpan={scheme.kind === "none" ? 6 : 7} className={styles.comment} dir="auto">
            {words.comment}: {comment}
          </td>
        </tr>
      )}
    </>
  );
}

function Statistics({ statistics }: { readonly statistics: NonNullable<Report["statistics"]> }) {
  const said = boardWords.statistics;
  const { n, mean, median, least, most, bins } = statistics;
  const figures = [
    `${said.n}: ${n}`,
    `${said.mean}: ${mean}`,
    `${said.median}: ${median}`,
    `${said.range}: ${least} – ${most}`,
  ];
  return (
    <section>
      <h2>{said.title}</h2>
      <p>{figures.join(" · ")}</p>
      <table className={styles.bins}>
        <thead>
          <tr>
            <th scope="col">{said.points}</th>
            {bins.map(({ from, to }) => (
              <th key={from} scope="col">
                {from}–{to}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{said.count}</th>
            {bins.map(({ from, count }) => (
              <td key={from}>{count}</td>
            ))}
          </tr>
        </tbody>
      </table>
    </section>
  );
}
