import type { Decided, QueueCard } from "#app/context/queue-card.ts";
import { Time } from "#app/ui/time.tsx";
import { moderatingWords } from "#app/words/moderating.ts";
import { moderationWords } from "#app/words/moderation.ts";
import { CardPart, Fact, Facts } from "./card-part.tsx";
import styles from "./parts.module.css";

const words = moderatingWords.card;

/** What was decided about this before, and about the same words elsewhere. */
export function DecisionsPart({ card: { previous, similar } }: { readonly card: QueueCard }) {
  if (previous.length === 0 && similar.length === 0) return null;
  return (
    <CardPart title={words.decisions}>
      <Facts>
        {previous.map((decided) => (
          <Decision key={decided.decision} decided={decided} />
        ))}
      </Facts>
      {similar.length === 0 ? null : (
        <>
          <p className={styles.aside}>{words.similar(similar.length)}</p>
          <Facts>
            {similar.map((decided) => (
              <Decision key={decided.decision} decided={decided} />
            ))}
          </Facts>
        </>
      )}
    </CardPart>
  );
}

function Decision({ decided }: { readonly decided: Decided }) {
  const { verb, reason, by, at, toAuthor, toStaff, isUndo, isUndone } = decided;
  return (
    <Fact term={<Time at={at} form="date" />}>
      <span className={isUndone ? styles.undone : undefined}>
        {by?.name ?? moderationWords.aRule}: {moderationWords.verbs[verb]}
        {reason === null ? "" : ` (${moderationWords.reasons[reason]})`}
      </span>
      {isUndo ? <span className={styles.aside}> {words.takenBack}</span> : null}
      {toAuthor === "" ? null : <p>“{toAuthor}”</p>}
      {toStaff === "" ? null : <p className={styles.aside}>“{toStaff}”</p>}
    </Fact>
  );
}
