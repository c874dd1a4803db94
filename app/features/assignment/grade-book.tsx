import { Link } from "@remix-run/react";
import type { GradeBook as Book } from "#app/context/board.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Section } from "#app/ui/page.tsx";
import { archiveWords } from "#app/words/archive.ts";
import { assignmentWords } from "#app/words/assignments.ts";
import styles from "./assignment.module.css";
import { WideTable } from "./wide-table.tsx";

const words = assignmentWords.book;

/** Students by assignments; each column leads to its board. */
export function GradeBook({ book }: { readonly book: Book }) {
  const { assignments, rows } = book;
  return (
    <Section title={words.title}>
      {assignments.length === 0 || rows.length === 0 ? (
        <EmptyState title={words.none} />
      ) : (
        <>
          <p>
            <ButtonLink to="export" reloadDocument size="s" icon="download">
              {words.take}
            </ButtonLink>
          </p>
          <WideTable label={words.title}>
            <thead>
              <tr>
                <th scope="col">{assignmentWords.board.student}</th>
                {assignments.map(({ id, title, of }) => (
                  <th key={id} scope="col">
                    <Link to={`/assignments/${id}/board`} dir="auto">
                      {title}
                    </Link>
                    {of === null ? null : <span className={styles.facts}> / {of}</span>}
                  </th>
                ))}
                <th scope="col">{words.total}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map(({ student, cells, total }) => (
                <tr key={student.id}>
                  <th scope="row" dir="auto">
                    {book.mayGrade ? (
                      <a
                        href={`/g/${book.group.id}/gradebook/${student.id}/export`}
                        title={archiveWords.takeOf(student.name)}
                      >
                        {student.name}
                      </a>
                    ) : (
                      student.name
                    )}
                  </th>
                  {cells.map((cell, n) => (
                    <td key={assignments[n]?.id}>{sayCell(cell, assignments[n]?.kind)}</td>
                  ))}
                  <td className={styles.number}>{total}</td>
                </tr>
              ))}
            </tbody>
            <tfoot>
              <tr>
                <th scope="row">{words.mean}</th>
                {assignments.map(({ id, mean }) => (
                  <td key={id}>{mean ?? "–"}</td>
                ))}
                <td />
              </tr>
            </tfoot>
          </WideTable>
        </>
      )}
    </Section>
  );
}

type Cell = Book["rows"][number]["cells"][number];

function sayCell({ points, state, isReleased }: Cell, kind: Book["assignments"][number]["kind"] | undefined): string {
  if (points === null) return assignmentWords.work[state];
  const { isComplete, notComplete, notReleased } = assignmentWords.board;
  const said = kind === "complete" ? (points === 1 ? isComplete : notComplete) : String(points);
  return isReleased ? said : `${said} (${notReleased})`;
}
