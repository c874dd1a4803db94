import { Link } from "@remix-run/react";
import { type ReactNode, useEffect } from "react";
import type { QueueCard as Card } from "#app/context/queue-card.ts";
import { ChangedWords } from "#app/ui/changed-words.tsx";
import { Icon } from "#app/ui/icon.tsx";
import { moderatingWords } from "#app/words/moderating.ts";
import { CardPart } from "./card-part.tsx";
import { CardState } from "./card-state.tsx";
import { DecideForm } from "./decide-form.tsx";
import { DecisionsPart } from "./decisions-part.tsx";
import { HitsLine } from "./hits-line.tsx";
import { readable } from "./marked-words.ts";
import { NotesPart } from "./notes-part.tsx";
import { numberOfPassage, PassageView } from "./passage-view.tsx";
import { PersonPart } from "./person-part.tsx";
import styles from "./queue-card.module.css";
import { ReportsPart } from "./reports-part.tsx";
import { nameOfRow } from "./say-row.ts";
import { ThreadView } from "./thread-view.tsx";
import { useDeciding } from "./use-deciding.ts";
import { useFreshCard } from "./use-fresh-card.ts";
import { useLease } from "./use-lease.ts";
import type { Triage } from "./use-triage.ts";

const words = moderatingWords.card;

export type QueueCardProps = {
  readonly triage: Triage;
  readonly card: Card;
  /** What can be done about the person, beside what the person has done. */
  readonly sanctions: ReactNode;
  /** What can be done with the whole thread, beside the decisions about the note. */
  readonly threadTools?: ReactNode;
};

/** One item with everything that a decision about it needs. */
export function QueueCard({ triage, card, sanctions, threadTools }: QueueCardProps) {
  const deciding = useDeciding(triage, card);
  useFreshCard(triage, card);
  useLease(triage.group, card.id, (triage.state.rows.get(card.id) ?? card).claim?.isMine === true);
  const { deck } = triage;
  useEffect(() => {
    deck.current = { card, deciding };
    return () => {
      deck.current = null;
    };
  });
  return (
    <article className={styles.card} aria-label={words.label(nameOfRow(card))}>
      <Link to={triage.addressOf(null)} className={styles.back}>
        <Icon name="chevronLeft" /> {moderatingWords.list.back}
      </Link>
      <CardState triage={triage} card={card} deciding={deciding} />
      <CardPart title={<Where card={card} />} isMain>
        {card.passage === null || card.document === null ? null : (
          <PassageView passage={card.passage} document={card.document} />
        )}
        {card.target.kind === "note" ? <ThreadView thread={card.thread} hits={card.hits} /> : null}
        <Changes card={card} />
        <HitsLine card={card} />
        <DecideForm triage={triage} card={card} deciding={deciding} threadTools={threadTools} />
      </CardPart>
      <ReportsPart reports={card.reports} />
      {card.author === null ? null : <PersonPart author={card.author} sanctions={sanctions} />}
      <DecisionsPart card={card} />
      <NotesPart triage={triage} card={card} />
    </article>
  );
}

function Where({ card: { document, passage, target, root } }: { readonly card: Card }) {
  if (document === null) return <>{words.aboutPerson}</>;
  const number = numberOfPassage(passage);
  const note = target.kind === "note" ? target.id : root;
  return (
    <>
      {number === null ? words.context(document.title) : words.contextAt(document.title, number)}
      {note === null ? null : (
        <Link to={`/n/${note}`} className={styles.open}>
          {words.openText}
        </Link>
      )}
    </>
  );
}

/** What the author changed since a moderator let the words stand, else since they were first written. */
function Changes({ card: { history } }: { readonly card: Card }) {
  const [now] = history.bodies;
  const before = history.bodies.find(({ id }) => id === history.approved) ?? history.bodies.at(-1);
  if (now === undefined || before === undefined || now.id === before.id) return null;
  return (
    <section className={styles.changes} aria-label={words.edited}>
      <h3>{words.edited}</h3>
      <p dir="auto">
        <ChangedWords before={readable(before.text)} after={readable(now.text)} />
      </p>
    </section>
  );
}
