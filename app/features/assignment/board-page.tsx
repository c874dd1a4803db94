import { Link, useRevalidator } from "@remix-run/react";
import { type CSSProperties, useEffect } from "react";
import type { Board, BoardRow } from "#app/context/board.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { CheckField, FormMessage, SelectField, TextArea, TextField } from "#app/ui/field.tsx";
import type { FormAnswer } from "#app/ui/form-answer.ts";
import { Page, PageHead, Row, Section } from "#app/ui/page.tsx";
import { RowForm } from "#app/ui/row-form.tsx";
import { Time } from "#app/ui/time.tsx";
import { assignmentWords } from "#app/words/assignments.ts";
import { readingTimeWords } from "#app/words/reading-time.ts";
import styles from "./assignment.module.css";
import { sayReadingTime } from "./say-reading-time.ts";
import { useSayDue } from "./use-say-due.ts";
import { WideTable } from "./wide-table.tsx";
import { WorkBadge } from "./work-badge.tsx";

const words = assignmentWords.board;

/** Milliseconds between two looks at what students do. */
const EVERY = 10_000;

export type BoardPageProps = { readonly board: Board; readonly answer: FormAnswer<string> | undefined };

/** Who reads where, who is stuck, and the grades. */
export function BoardPage({ board, answer }: BoardPageProps) {
  useLooks();
  const { id, title, group, times, rows, gateIsOpen, maySet, mayGrade, state } = board;
  const due = useSayDue()(times);
  const count = (...states: readonly BoardRow["state"][]) => rows.filter((row) => states.includes(row.state)).length;
  const isUnderWay = ({ state, notes }: BoardRow) => state === "started" || (state === "missing" && notes > 0);
  const sums = [
    words.handedIn(count("handed-in", "late")),
    words.started(rows.filter(isUnderWay).length),
    words.notes(rows.reduce((sum, { notes }) => sum + notes, 0)),
    words.replies(rows.reduce((sum, { replies }) => sum + replies, 0)),
  ];
  return (
    <Page width="broad">
      <PageHead
        title={<bdi>{title}</bdi>}
        actions={
          maySet ? (
            <ButtonLink to={`/assignments/${id}/edit`} icon="pencil">
              {words.setting}
            </ButtonLink>
          ) : undefined
        }
      >
        <Link to={`/g/${group.id}/assignments`}>{group.name}</Link> · {due} · {sums.join(" · ")}
      </PageHead>
      <FormMessage kind="done">{answer?.ok === true ? answer.value : null}</FormMessage>
      <FormMessage kind="error">{answer?.ok === false ? answer.sentence : null}</FormMessage>
      {state === "draft" ? null : (
        <Row>
          <span className={styles.facts}>{gateIsOpen ? words.gateOpen : words.gateShut}</span>
          {maySet ? (
            <RowForm
              intent={gateIsOpen ? "hide" : "reveal"}
              icon={gateIsOpen ? "eyeOff" : "eye"}
              button={gateIsOpen ? assignmentWords.reveal.hide : assignmentWords.reveal.show}
            />
          ) : null}
        </Row>
      )}
      <Paragraphs board={board} />
      <Section title={words.students}>
        {rows.length === 0 ? <EmptyState title={words.noStudents} /> : <Students board={board} />}
        {mayGrade && rows.some(({ grade }) => grade.version > 0 && !grade.isReleased) ? (
          <Row>
            <RowForm intent="release" button={words.release} icon="check" />
            <span className={styles.facts}>{words.releaseHint}</span>
          </Row>
        ) : null}
      </Section>
    </Page>
  );
}

/** Looks again while somebody looks at the page, and not while they write in it. */
function useLooks(): void {
  const { revalidate } = useRevalidator();
  useEffect(() => {
    const timer = setInterval(() => {
      const isWriting = document.activeElement?.matches("input, textarea, select") === true;
      if (document.visibilityState === "visible" && !isWriting) revalidate();
    }, EVERY);
    return () => clearInterval(timer);
  }, [revalidate]);
}

function Paragraphs({ board: { perParagraph, texts } }: { readonly board: Board }) {
  if (perParagraph.length === 0) return null;
  const most = Math.max(...perParagraph.map(({ notes }) => notes));
  return (
    <Section title={words.perParagraph}>
      {texts.map(({ id, title }) => {
        const bars = perParagraph.filter(({ text }) => text === id);
        if (bars.length === 0) return null;
        return (
          <div key={id}>
            {texts.length > 1 ? <h3 dir="auto">{title}</h3> : null}
            <ul className={styles.bars}>
              {bars.map(({ number, notes }) => (
                <li key={number}>
                  <a
                    href={`/t/${id}/p/${number}`}
                    aria-label={words.paragraph(number, notes)}
                    title={words.paragraph(number, notes)}
                    style={{ "--share": notes / most } as CSSProperties}
                  >
                    ¶{number}
                  </a>
                </li>
              ))}
            </ul>
          </div>
        );
      })}
    </Section>
  );
}

function Students({ board }: { readonly board: Board }) {
  const { rows, scheme, mayGrade } = board;
  const isGraded = scheme.kind !== "none";
  const isMeasured = rows.some(({ readingTime }) => readingTime !== null);
  return (
    <WideTable label={words.students}>
      <thead>
        <tr>
          <th scope="col">{words.student}</th>
          <th scope="col">{words.state}</th>
          <th scope="col">{words.done}</th>
          <th scope="col">{words.words}</th>
          {isMeasured ? <th scope="col">{readingTimeWords.title}</th> : null}
          <th scope="col">{words.last}</th>
          {isGraded ? <th scope="col">{words.suggested}</th> : null}
          {isGraded || mayGrade ? <th scope="col">{words.grade}</th> : null}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row" dir="auto">
              {row.name}
            </th>
            <td>
              <WorkBadge state={row.state} />
            </td>
            <td className={styles.number}>
              {row.progress.of === 0 ? "–" : `${row.progress.met} / ${row.progress.of}`}
            </td>
            <td className={styles.number}>{row.words}</td>
            {row.readingTime === null ? null : <td className={styles.number}>{sayReadingTime(row.readingTime)}</td>}
            <td>{row.lastAt === null ? words.idle : <Time at={row.lastAt} />}</td>
            {isGraded ? <td className={styles.number}>{saySuggested(row, board)}</td> : null}
            {isGraded || mayGrade ? (
              <td>
                <GradeCell row={row} board={board} />
              </td>
            ) : null}
          </tr>
        ))}
      </tbody>
    </WideTable>
  );
}

function saySuggested({ suggested }: BoardRow, { scheme }: Board): string {
  if (suggested === null) return "–";
  if (scheme.kind === "complete") return suggested === 1 ? words.isComplete : words.notComplete;
  return String(suggested);
}

function GradeCell({ row, board: { scheme, mayGrade } }: { readonly row: BoardRow; readonly board: Board }) {
  const { grade, suggested } = row;
  const given =
    grade.points === null
      ? words.undecided
      : scheme.kind === "complete"
        ? grade.points === 1
          ? words.isComplete
          : words.notComplete
        : String(grade.points);
  const said = [
    grade.isExcused ? assignmentWords.work.excused : given,
    grade.version === 0 ? "" : grade.isReleased ? words.released : words.notReleased,
  ];
  const summary = said.filter((one) => one !== "").join(" · ");
  if (!mayGrade) return <>{summary}</>;
  const first = grade.points ?? suggested;
  return (
    <Disclosure summary={summary}>
      <RowForm
        key={grade.version}
        intent="grade"
        fields={{ member: row.id, version: String(grade.version) }}
        button={words.save}
        kind="primary"
      >
        {scheme.kind === "points" ? (
          <TextField
            name="points"
            label={words.points(scheme.points)}
            inputMode="decimal"
            defaultValue={first === null ? "" : String(first)}
          />
        ) : scheme.kind === "complete" ? (
          <SelectField
            name="points"
            label={words.grade}
            choices={[
              { value: "", label: words.undecided },
              { value: "1", label: words.isComplete },
              { value: "0", label: words.notComplete },
            ]}
            defaultValue={first === null ? "" : String(first)}
          />
        ) : null}
        <TextArea name="comment" label={words.comment} rows={2} defaultValue={grade.comment} />
        <CheckField name="isExcused" label={words.excuse} defaultChecked={grade.isExcused} />
      </RowForm>
    </Disclosure>
  );
}
