import { Form, useSearchParams } from "@remix-run/react";
import type { Board, BoardRow } from "#app/context/board.ts";
import { workStates } from "#app/domain/assignment/work-state.ts";
import { ChipChoice } from "#app/ui/chip.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { assignmentWords } from "#app/words/assignments.ts";
import { boardWords } from "#app/words/board.ts";
import { readingTimeWords } from "#app/words/reading-time.ts";
import { WideTable } from "../wide-table.tsx";
import styles from "./board.module.css";
import { Part } from "./part.tsx";
import { StudentRow } from "./student-row.tsx";
import table from "./students.module.css";

const words = boardWords.students;

/** Everybody with how far they are; whom to look at is chosen by the address, so that it works without scripts. */
export function StudentsPart({ board }: { readonly board: Board }) {
  const { rows, sections, isBlind } = board;
  const [search] = useSearchParams();
  const [state, section] = [search.get("state"), search.get("section")];
  const inSection = rows.filter((row) => section === null || row.section === section);
  const shown = inSection.filter((row) => state === null || row.state === state);
  const to = (over: Readonly<Record<string, string | null>>) => {
    const next = Object.entries({ state, section, ...over }).flatMap(([name, value]) =>
      value === null ? [] : [[name, value]],
    );
    return `?${new URLSearchParams(next)}`;
  };
  if (rows.length === 0) {
    return (
      <section className={styles.part}>
        <EmptyState title={assignmentWords.board.noStudents} />
      </section>
    );
  }
  const count = (is: BoardRow["state"]) => inSection.filter((row) => row.state === is).length;
  return (
    <Part title={assignmentWords.board.students}>
      {isBlind ? <p className={styles.facts}>{words.blind}</p> : null}
      <nav className={table.filters} aria-label={words.states}>
        <ChipChoice to={to({ state: null })} on={state === null}>
          {words.all} {inSection.length}
        </ChipChoice>
        {workStates
          .filter((one) => count(one) > 0 || one === state)
          .map((one) => (
            <ChipChoice key={one} to={to({ state: one })} on={one === state}>
              {assignmentWords.work[one]} {count(one)}
            </ChipChoice>
          ))}
      </nav>
      {sections.length === 0 || rows.every((row) => row.section === null) ? null : (
        <nav className={table.filters} aria-label={words.sections}>
          <ChipChoice to={to({ section: null })} on={section === null}>
            {words.all}
          </ChipChoice>
          {sections.map(({ id, name }) => (
            <ChipChoice key={id} to={to({ section: id })} on={id === section}>
              <bdi>{name}</bdi>
            </ChipChoice>
          ))}
        </nav>
      )}
      {shown.length === 0 ? <p className={styles.facts}>{words.none}</p> : <Students board={board} rows={shown} />}
      <ForAll board={board} />
    </Part>
  );
}

type StudentsProps = { readonly board: Board; readonly rows: readonly BoardRow[] };

function Students({ board, rows }: StudentsProps) {
  const { scheme, mayGrade, mayRemind } = board;
  const mayChoose = mayGrade || mayRemind;
  const hasSections = rows.some(({ section }) => section !== null);
  return (
    <Form method="post" className={table.chosen}>
      <WideTable label={assignmentWords.board.students} className={table.wide}>
        <thead>
          <tr>
            <th scope="col">{assignmentWords.board.student}</th>
            {hasSections ? <th scope="col">{words.section}</th> : null}
            <th scope="col">{words.asked}</th>
            <th scope="col" className={table.number}>
              {words.notes}
            </th>
            <th scope="col" className={table.number}>
              {words.replies}
            </th>
            <th scope="col" className={table.number}>
              {assignmentWords.board.words}
            </th>
            {rows.some(({ readingTime }) => readingTime !== null) ? (
              <th scope="col" className={table.number}>
                {readingTimeWords.title}
              </th>
            ) : null}
            <th scope="col">{words.seen}</th>
            <th scope="col">{assignmentWords.board.state}</th>
            {scheme.kind === "none" ? null : (
              <th scope="col" className={table.number}>
                {assignmentWords.board.suggested}
              </th>
            )}
            <th scope="col">
              {words.grade}
              {scheme.kind === "points" ? ` / ${scheme.points}` : ""}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <StudentRow key={row.id} row={row} board={board} hasSections={hasSections} mayChoose={mayChoose} />
          ))}
        </tbody>
      </WideTable>
      {mayChoose ? (
        <div className={table.actions}>
          {mayRemind ? (
            <SubmitButton intent="remind" kind="plain" size="s" icon="mail">
              {boardWords.remind.chosen}
            </SubmitButton>
          ) : null}
          {mayGrade ? (
            <SubmitButton intent="release-some" kind="plain" size="s" icon="check">
              {boardWords.release.chosen}
            </SubmitButton>
          ) : null}
        </div>
      ) : null}
    </Form>
  );
}

/** What is done for all of them at once. */
function ForAll({ board: { rows, mayGrade, mayRemind } }: { readonly board: Board }) {
  const lagging = rows.filter(({ state }) => state === "not-started" || state === "started" || state === "missing");
  const hasHidden = rows.some(({ grade }) => grade.version > 0 && !grade.isReleased);
  return (
    <Form method="post" className={table.forAll}>
      {mayRemind && lagging.length > 0 ? (
        <div>
          <SubmitButton intent="remind-all" kind="plain" size="s" icon="mail">
            {boardWords.remind.all(lagging.length)}
          </SubmitButton>
          <span className={styles.facts}>{boardWords.remind.hint}</span>
        </div>
      ) : null}
      {mayGrade && hasHidden ? (
        <div>
          <SubmitButton intent="release" size="s" icon="check">
            {assignmentWords.board.release}
          </SubmitButton>
          <span className={styles.facts}>{assignmentWords.board.releaseHint}</span>
        </div>
      ) : null}
    </Form>
  );
}
