import { Link } from "@remix-run/react";
import type { Board } from "#app/context/board.ts";
import type { Gate } from "#app/domain/audience/audience.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { FormMessage } from "#app/ui/field.tsx";
import type { FormAnswer } from "#app/ui/form-answer.ts";
import { Page, PageHead, Row } from "#app/ui/page.tsx";
import { RowForm } from "#app/ui/row-form.tsx";
import { useSayTime } from "#app/ui/time.tsx";
import { assignmentWords } from "#app/words/assignments.ts";
import { boardWords as words } from "#app/words/board.ts";
import { useSayDue } from "../use-say-due.ts";
import { AnswersPart } from "./answers-part.tsx";
import styles from "./board.module.css";
import { DaysPart, KindsPart, ParagraphsPart } from "./charts.tsx";
import { StatisticsPart } from "./statistics-part.tsx";
import { StudentsPart } from "./students-part.tsx";
import { Sums } from "./sums.tsx";
import { useLiveBoard } from "./use-live-board.ts";
import { WaitingPart } from "./waiting-part.tsx";

export type BoardPageProps = { readonly board: Board; readonly answer: FormAnswer<string> | undefined };

/** Who reads where, who is stuck, and the grades. */
export function BoardPage({ board, answer }: BoardPageProps) {
  useLiveBoard(board.id, board.stamp);
  const { overview, statistics, isBlind } = board;
  return (
    <Page width="broad">
      <Head board={board} />
      <FormMessage kind="done">{answer?.ok === true ? answer.value : null}</FormMessage>
      <FormMessage kind="error">{answer?.ok === false ? answer.sentence : null}</FormMessage>
      <GateRow board={board} />
      <Sums board={board} />
      <ParagraphsPart board={board} />
      <StudentsPart board={board} />
      <div className={styles.parts}>
        <WaitingPart title={words.waiting.questions} waiting={overview.openQuestions} isBlind={isBlind} />
        <WaitingPart title={words.waiting.silent} waiting={overview.silentThreads} isBlind={isBlind} />
        <AnswersPart answers={overview.answers} />
        <div className={styles.stack}>
          <DaysPart days={overview.days} />
          <KindsPart kinds={overview.kinds} />
          {statistics === null ? null : <StatisticsPart statistics={statistics} />}
        </div>
      </div>
    </Page>
  );
}

function Head({ board: { id, title, group, times, texts, maySet } }: { readonly board: Board }) {
  const due = useSayDue()(times);
  return (
    <PageHead
      title={<bdi>{title}</bdi>}
      actions={
        <>
          <ButtonLink to={`/g/${group.id}/gradebook`} kind="quiet">
            {words.links.book}
          </ButtonLink>
          <ButtonLink to={`/assignments/${id}/report`} icon="text">
            {words.links.report}
          </ButtonLink>
          {maySet ? (
            <ButtonLink to={`/assignments/${id}/edit`} icon="pencil">
              {assignmentWords.board.setting}
            </ButtonLink>
          ) : null}
        </>
      }
    >
      <span className={styles.below}>
        {texts.map((text) => (
          <span key={text.id}>
            <Link to={`/t/${text.id}`} reloadDocument>
              <bdi>{text.title}</bdi>
            </Link>
            {" · "}
          </span>
        ))}
        {due}
      </span>
    </PageHead>
  );
}

/** What keeps students from seeing each other. */
function sayGate(gate: Gate, sayTime: ReturnType<typeof useSayTime>): string {
  const { reveal } = assignmentWords;
  switch (gate.kind) {
    case "after":
      return reveal.after(gate.posts);
    case "at":
      return reveal.at(sayTime(gate.time, "moment"));
    default:
      return reveal.manual;
  }
}

function GateRow({ board: { state, gate, gateIsOpen, maySet } }: { readonly board: Board }) {
  const sayTime = useSayTime();
  if (state === "draft") return null;
  const { reveal } = assignmentWords;
  return (
    <Row>
      <span className={styles.facts}>{gateIsOpen ? reveal.open : sayGate(gate, sayTime)}</span>
      {maySet ? (
        <RowForm
          intent={gateIsOpen ? "hide" : "reveal"}
          icon={gateIsOpen ? "eyeOff" : "eye"}
          button={gateIsOpen ? reveal.hide : reveal.show}
        />
      ) : null}
    </Row>
  );
}
