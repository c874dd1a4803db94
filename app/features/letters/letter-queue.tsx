import type { ReactNode } from "react";
import type { LetterQueue, QueuedLetter } from "#app/context/letters.ts";
import { Badge } from "#app/ui/chip.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { List, ListRow } from "#app/ui/list.tsx";
import { Page, PageHead, Row } from "#app/ui/page.tsx";
import { RowForm } from "#app/ui/row-form.tsx";
import { Time } from "#app/ui/time.tsx";
import { lettersWords } from "#app/words/letters.ts";
import styles from "./letter-queue.module.css";

const words = lettersWords.queue;

/** Letters that were not sent yet and what hinders them, for those who run the site; never what they say. */
export function LetterQueuePage({ queue, tabs }: { readonly queue: LetterQueue; readonly tabs: ReactNode }) {
  const { waiting, givenUp, letters } = queue;
  return (
    <Page>
      <PageHead title={words.title}>
        {words.counts(waiting, givenUp)} {words.hint}
      </PageHead>
      {tabs}
      {letters.length === 0 ? <EmptyState title={words.emptyTitle}>{words.empty}</EmptyState> : null}
      <List>
        {letters.map((letter) => (
          <LetterRow key={letter.id} letter={letter} />
        ))}
      </List>
      {letters.length < waiting + givenUp ? <p>{words.cut(letters.length)}</p> : null}
    </Page>
  );
}

function LetterRow({ letter }: { readonly letter: QueuedLetter }) {
  const { id, address, about, state, createdAt, dueAt, tries, trouble } = letter;
  const isOver = state === "given-up";
  return (
    <ListRow
      title={
        <>
          {address} <Badge kind={isOver ? "danger" : "warn"}>{isOver ? words.givenUp : words.waiting}</Badge>
        </>
      }
      line={
        <>
          {words.about[about]} · {words.written} <Time at={createdAt} form="moment" /> · {words.tries(tries)} ·{" "}
          {isOver ? words.last : words.next} <Time at={dueAt} form="moment" />
        </>
      }
      end={
        <Row>
          <RowForm intent="again" fields={{ letter: id }} button={words.again} />
          <RowForm intent="drop" fields={{ letter: id }} button={words.drop} kind="danger" />
        </Row>
      }
    >
      {trouble === "" ? null : <p className={styles.trouble}>{trouble}</p>}
    </ListRow>
  );
}
