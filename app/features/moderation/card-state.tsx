import type { QueueCard } from "#app/context/queue-card.ts";
import { Avatar, AvatarStack } from "#app/ui/avatar.tsx";
import { Button } from "#app/ui/button.tsx";
import { Time, useSayTime } from "#app/ui/time.tsx";
import { moderatingWords } from "#app/words/moderating.ts";
import { moderationWords } from "#app/words/moderation.ts";
import styles from "./card-state.module.css";
import type { Deciding } from "./use-deciding.ts";
import type { Triage } from "./use-triage.ts";

type CardStateProps = {
  readonly triage: Triage;
  readonly card: QueueCard;
  readonly deciding: Deciding;
};

/** Above the card: who else looks at it, who is on it, and what somebody decided while it was open here. */
export function CardState({ triage, card, deciding }: CardStateProps) {
  const row = triage.state.rows.get(card.id) ?? card;
  const people = new Map(triage.page.moderators.map((one) => [one.id, one]));
  const here = triage.live.peers
    .filter(({ typing }) => typing === card.id)
    .flatMap(({ seat }) => people.get(seat) ?? []);
  const claim = row.state === "open" ? row.claim : null;
  const isBare =
    here.length === 0 && claim === null && row.assignedTo === null && !row.isEscalated && row.state === "open";
  return (
    <>
      {isBare ? null : (
        <div className={styles.line}>
          {claim === null ? null : (
            <span className={styles.who}>
              <Avatar face={claim.by} size="s" />
              {claim.isMine ? moderatingWords.claim.mine : moderatingWords.claim.other(claim.by.name)}
            </span>
          )}
          {row.assignedTo === null ? null : <span>{moderatingWords.card.assigned(row.assignedTo.name)}</span>}
          {row.isEscalated ? <span>{moderatingWords.card.escalated}</span> : null}
          {here.length === 0 ? null : (
            <span className={styles.viewing}>
              <AvatarStack
                faces={here}
                size="s"
                label={moderatingWords.card.viewing(here.map(({ name }) => name).join(", "))}
              />
              <span aria-hidden="true">{moderatingWords.card.viewing(here.map(({ name }) => name).join(", "))}</span>
            </span>
          )}
        </div>
      )}
      <Conflict triage={triage} card={{ ...card, ...row }} deciding={deciding} />
    </>
  );
}

/** Instead of losing a decision in silence: who was faster, with what, and what to do about it. */
function Conflict({ triage, card, deciding }: CardStateProps) {
  const sayTime = useSayTime();
  const { decided, state } = card;
  const words = moderatingWords.conflict;
  const isByMe = decided?.by?.id === triage.viewer;
  const isMeanwhile = state === "done" && !isByMe && triage.asked.view !== "done";
  if (deciding.conflict === null && !isMeanwhile) return null;
  const said =
    state === "done" && decided !== null
      ? words.decided(
          decided.by?.name ?? moderationWords.aRule,
          moderationWords.verbs[decided.verb],
          sayTime(decided.at, "ago"),
        )
      : (deciding.conflict ?? "");
  const claim = state === "open" ? card.claim : null;
  return (
    <section className={styles.conflict} aria-label={words.label} role="alert">
      <p>
        {said} {decided?.reason ? words.reason(moderationWords.reasons[decided.reason]) : ""}
      </p>
      <div className={styles.choices}>
        {claim !== null && !claim.isMine ? (
          <Button kind="primary" size="s" onClick={() => void deciding.claim(true)}>
            {moderatingWords.actions.takeOver(claim.by.name)}
          </Button>
        ) : null}
        {state === "done" ? (
          <Button kind="primary" size="s" onClick={() => triage.goOn(card.id) || triage.go(null)}>
            {words.agree}
          </Button>
        ) : null}
        <Button size="s" onClick={deciding.lookAgain}>
          {words.look}
        </Button>
        <Button size="s" kind="quiet" onClick={() => triage.step(1)}>
          {words.next}
        </Button>
      </div>
      {state === "done" && decided !== null ? (
        <p className={styles.when}>
          <Time at={decided.at} form="moment" />
        </p>
      ) : null}
    </section>
  );
}
