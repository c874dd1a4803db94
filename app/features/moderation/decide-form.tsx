import type { ReactNode } from "react";
import type { QueueCard } from "#app/context/queue-card.ts";
import type { Reason } from "#app/domain/moderation/reason.ts";
import { Button } from "#app/ui/button.tsx";
import { INTENT } from "#app/ui/intent.ts";
import { KeyHint } from "#app/ui/key-hint.tsx";
import { moderatingWords } from "#app/words/moderating.ts";
import { offersOf } from "./card-verbs.ts";
import styles from "./decide-form.module.css";
import { ReasonFields } from "./reason-fields.tsx";
import { ReasonPanel } from "./reason-panel.tsx";
import type { Deciding } from "./use-deciding.ts";
import type { Triage } from "./use-triage.ts";

export type DecideFormProps = {
  readonly triage: Triage;
  readonly card: QueueCard;
  readonly deciding: Deciding;
  readonly threadTools: ReactNode;
};

const words = moderatingWords.actions;

/** What can be decided, as buttons with their keys. Without scripts it is one form with its reason below. */
export function DecideForm({ triage, card, deciding, threadTools }: DecideFormProps) {
  const row = triage.state.rows.get(card.id) ?? card;
  const offers = offersOf(card);
  const { asking } = deciding;
  if (row.state === "done") return <Decided triage={triage} card={card} />;
  return (
    <>
      <form method="post" action={`/g/${triage.group}/moderation/act`} aria-label={words.label} className={styles.form}>
        <Fields card={card} back={triage.addressOf(null)} />
        <div className={styles.buttons}>
          {offers.map((offer) => (
            <Button
              key={offer.verb}
              type="submit"
              name="verb"
              value={offer.verb}
              kind={offer.kind}
              aria-keyshortcuts={offer.hint}
              aria-expanded={offer.asks ? asking?.verb === offer.verb : undefined}
              pending={deciding.isPending}
              onClick={(event) => {
                event.preventDefault();
                deciding.begin(offer);
              }}
            >
              {offer.label} <KeyHint of={offer.hint} />
            </Button>
          ))}
          {threadTools}
          <ItemTools triage={triage} card={{ ...card, claim: row.claim }} deciding={deciding} />
        </div>
        {offers.length === 0 ? <p className={styles.cannot}>{words.cannot}</p> : null}
        {offers.some(({ asks }) => asks) ? (
          <div className={styles.scriptless}>
            <ReasonFields suggested={null} isOptional />
          </div>
        ) : null}
      </form>
      {asking === null ? null : (
        <ReasonPanel
          key={asking.verb}
          offer={asking}
          suggested={suggestedFor(card)}
          about={aboutOf(triage.group, card)}
          isPending={deciding.isPending}
          onDecide={(said) => void deciding.decide(said)}
          onCancel={deciding.cancel}
        />
      )}
    </>
  );
}

function Fields({ card, back }: { readonly card: QueueCard; readonly back: string }) {
  const fields = { item: card.id, itemVersion: card.version, noteVersion: card.noteVersion ?? "", back };
  return (
    <>
      <input type="hidden" name={INTENT} value="decide" />
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
    </>
  );
}

/** To take it on, to pass it on, and to go on. */
function ItemTools({ triage, card, deciding }: Omit<DecideFormProps, "threadTools">) {
  const { claim } = card;
  const label = claim === null ? words.claim : claim.isMine ? words.release : words.takeOver(claim.by.name);
  const intent = claim === null ? "claim" : claim.isMine ? "release" : "take-over";
  return (
    <>
      <Button
        type="submit"
        name={INTENT}
        value={intent}
        formNoValidate
        aria-keyshortcuts="C"
        onClick={(event) => {
          event.preventDefault();
          void deciding.claim(intent === "take-over");
        }}
      >
        {label} <KeyHint of="C" />
      </Button>
      <Button kind="quiet" className={styles.next} aria-keyshortcuts="J" onClick={() => triage.step(1)}>
        {words.next} <KeyHint of="J" />
      </Button>
    </>
  );
}

/** What was decided can be taken back, whoever decided it. */
function Decided({ triage, card }: Pick<DecideFormProps, "triage" | "card">) {
  const row = triage.state.rows.get(card.id) ?? card;
  const decision = (row.decided ?? card.decided)?.decision;
  if (decision === undefined || !card.mayDecide) return null;
  return (
    <form method="post" action={`/g/${triage.group}/moderation/act`} className={styles.form}>
      <input type="hidden" name={INTENT} value="undo" />
      <input type="hidden" name="decision" value={decision} />
      <input type="hidden" name="back" value={triage.addressOf(card.id)} />
      <div className={styles.buttons}>
        <Button
          type="submit"
          icon="undo"
          aria-keyshortcuts="U"
          onClick={(event) => {
            event.preventDefault();
            void triage.undo(decision, card.id);
          }}
        >
          {words.undo} <KeyHint of="U" />
        </Button>
        <Button kind="quiet" className={styles.next} aria-keyshortcuts="J" onClick={() => triage.step(1)}>
          {words.next} <KeyHint of="J" />
        </Button>
      </div>
    </form>
  );
}

/** Whom words are to, and the address of what they are about: the note, or the rules of the group. */
function aboutOf(group: string, { author, target }: QueueCard) {
  const place = target.kind === "note" ? `/n/${target.id}` : `/g/${group}/guidelines`;
  const link = typeof window === "undefined" ? place : `${window.location.origin}${place}`;
  return { group, author: author?.name ?? "", link };
}

/** What most of those who reported it said. */
function suggestedFor({ reasons }: QueueCard): Reason | null {
  return reasons[0]?.reason ?? null;
}
