import type { ReactNode } from "react";
import type { AuthorStrip } from "#app/context/queue-card.ts";
import { Time, useSayTime } from "#app/ui/time.tsx";
import { moderatingWords } from "#app/words/moderating.ts";
import { moderationWords } from "#app/words/moderation.ts";
import { CardPart, Fact, Facts } from "./card-part.tsx";
import styles from "./parts.module.css";

const words = moderatingWords.card;

type PersonPartProps = {
  readonly author: AuthorStrip;
  /** What can be done about the person; the B key goes to the first control in it. */
  readonly sanctions: ReactNode;
};

/** The id of what the B key goes to. */
export const SANCTIONS_ID = "queue-sanctions";

/** Who it is: since when, how much of theirs stands and was taken away, and what was done about it. */
export function PersonPart({ author, sanctions }: PersonPartProps) {
  const sayTime = useSayTime();
  return (
    <CardPart title={words.person(author.name)}>
      <Facts>
        <Fact term={words.memberSince}>
          {author.role === null || author.joinedAt === null ? words.left : sayTime(author.joinedAt, "date")}
          {" · "}
          {words.counts(author.published, author.hidden, author.removed)}
        </Fact>
        {author.sanctions.map(({ id, verb, until }) => (
          <Fact key={id} term={words.sanction}>
            {moderationWords.verbs[verb]}
            {until === null ? "" : ` ${words.until(sayTime(until, "moment"))}`}
          </Fact>
        ))}
        {author.notes.map(({ id, by, words: said, at }) => (
          <Fact key={id} term={<Time at={at} form="date" />}>
            {by?.name ?? moderatingWords.list.unknown}: “{said}”
          </Fact>
        ))}
        {sanctions === null ? null : (
          <Fact term={words.sanction}>
            <div id={SANCTIONS_ID} className={styles.slot}>
              {sanctions}
            </div>
          </Fact>
        )}
      </Facts>
    </CardPart>
  );
}
