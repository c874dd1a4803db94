import { Link } from "@remix-run/react";
import type { CannedAnswer, Guideline, PersonCard } from "#app/context/people.ts";
import { Avatar } from "#app/ui/avatar.tsx";
import { Badge } from "#app/ui/chip.tsx";
import { FormMessage } from "#app/ui/field.tsx";
import { Section } from "#app/ui/page.tsx";
import { Time } from "#app/ui/time.tsx";
import { roleWords } from "#app/words/group.ts";
import { moderationWords } from "#app/words/moderation.ts";
import { peopleWords as words } from "#app/words/people.ts";
import { sanctionWords } from "#app/words/sanctions.ts";
import { DecideSection } from "./decide-section.tsx";
import styles from "./people.module.css";
import type { PersonAnswer } from "./person-answer.ts";
import { NotesSection, TextsSection } from "./person-notes.tsx";
import { SanctionsSection } from "./sanctions-section.tsx";

export type PersonPageProps = {
  readonly card: PersonCard;
  readonly answers: readonly CannedAnswer[];
  readonly guidelines: readonly Guideline[];
  readonly answer: PersonAnswer | undefined;
};

/** One member as moderators see them: what they did, what was decided, and what can be decided now. */
export function PersonPage({ card, answers, guidelines, answer }: PersonPageProps) {
  return (
    <div className={styles.page}>
      <p>
        <Link to={`/g/${card.group.id}/moderation/people`}>{words.back}</Link>
      </p>
      <div className={styles.head}>
        <Avatar face={card} size="xl" />
        <h2 dir="auto">{card.name}</h2>
        {card.pronouns ? <span className={styles.pronouns}>{card.pronouns}</span> : null}
        <Badge>{card.leftAt === null ? roleWords[card.role].name : words.left}</Badge>
        {card.inForce.map((kind) => (
          <Badge key={kind} kind="danger">
            {sanctionWords.kinds[kind]}
          </Badge>
        ))}
      </div>
      <FormMessage kind="error">
        {answer?.ok === false ? answer.sentence || Object.values(answer.fields)[0] : null}
      </FormMessage>
      <Facts card={card} />
      <DecideSection card={card} answers={answers} guidelines={guidelines} answer={answer} />
      <SanctionsSection card={card} answer={answer} />
      <NotesSection notes={card.notes} />
      <TextsSection card={card} />
      <History card={card} />
    </div>
  );
}

function Facts({ card }: { readonly card: PersonCard }) {
  const { facts, joined, publishedNotes, hiddenNotes, removedNotes, heldNotes, reported, reports, outcome, portfolio } =
    words.card;
  return (
    <Section title={facts}>
      <dl className={styles.facts}>
        <Fact name={joined}>
          <Time at={card.joinedAt} form="date" />
        </Fact>
        <Fact name={publishedNotes}>{card.published}</Fact>
        <Fact name={hiddenNotes}>{card.hidden}</Fact>
        <Fact name={removedNotes}>{card.removed}</Fact>
        <Fact name={heldNotes}>{card.held}</Fact>
        <Fact name={reported}>{outcome(card.reported.upheld, card.reported.dismissed)}</Fact>
        <Fact name={reports}>{outcome(card.reports.upheld, card.reports.dismissed)}</Fact>
      </dl>
      <p>
        <Link to={`/g/${card.group.id}/portfolio/${card.id}`}>{portfolio}</Link>
      </p>
    </Section>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: React.ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function History({ card }: { readonly card: PersonCard }) {
  return (
    <Section title={words.history.title}>
      {card.history.length === 0 ? <p className={styles.none}>{words.history.none}</p> : null}
      <ol>
        {card.history.map(({ decision, at, verb, by }) => (
          <li key={decision} value={decision}>
            {moderationWords.verbs[verb]} · {by ?? words.history.aRule} · <Time at={at} form="moment" />
          </li>
        ))}
      </ol>
    </Section>
  );
}
