import { useRevalidator } from "@remix-run/react";
import type { FormEvent, ReactNode } from "react";
import type { QueueCard } from "#app/context/queue-card.ts";
import { Button } from "#app/ui/button.tsx";
import { SelectField } from "#app/ui/field.tsx";
import { INTENT } from "#app/ui/intent.ts";
import { useToast } from "#app/ui/toast.tsx";
import { moderatingWords } from "#app/words/moderating.ts";
import { sendForm } from "./ask.ts";
import styles from "./parts.module.css";
import type { Triage } from "./use-triage.ts";

const words = moderatingWords.card;

/** To whom an open item is given, and whether the owners are asked to look at it. */
export function HandOver({ triage, card }: { readonly triage: Triage; readonly card: QueueCard }) {
  const { revalidate } = useRevalidator();
  const toast = useToast();
  const row = triage.state.rows.get(card.id) ?? card;
  if (row.state === "done") return null;
  const send = async (intent: string, fields: Readonly<Record<string, string>>, done: string) => {
    const answer = await sendForm(triage.group, intent, { item: card.id, ...fields });
    toast({ sentence: answer.kind === "done" ? done : answer.sentence });
    await triage.refresh([card.id]);
    revalidate();
  };
  const give = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const member = new FormData(event.currentTarget).get("member");
    void send("assign", { member: String(member) }, words.handed);
  };
  const turn = row.isEscalated ? "calm" : "escalate";
  const ask = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    void send(turn, {}, row.isEscalated ? words.calmed : words.asked);
  };
  const choices = [
    { value: "", label: words.nobody },
    { value: "least", label: words.least },
    ...triage.page.moderators.map(({ id, name, assigned }) => ({ value: id, label: words.hasOpen(name, assigned) })),
  ];
  return (
    <div className={styles.handing}>
      <Sending triage={triage} card={card} intent="assign" onSubmit={give}>
        <SelectField
          key={row.assignedTo?.id ?? ""}
          name="member"
          label={words.handOver}
          choices={choices}
          defaultValue={row.assignedTo?.id ?? ""}
        />
        <Button type="submit" size="s">
          {words.handOverButton}
        </Button>
      </Sending>
      <Sending triage={triage} card={card} intent={turn} onSubmit={ask}>
        <Button type="submit" size="s" icon="flag" aria-pressed={row.isEscalated}>
          {row.isEscalated ? words.calm : words.escalate}
        </Button>
      </Sending>
    </div>
  );
}

type SendingProps = {
  readonly triage: Triage;
  readonly card: QueueCard;
  readonly intent: string;
  readonly onSubmit: (event: FormEvent<HTMLFormElement>) => void;
  readonly children: ReactNode;
};

/** A form that also works without scripts, and leads back to the card then. */
function Sending({ triage, card, intent, onSubmit, children }: SendingProps) {
  return (
    <form method="post" action={`/g/${triage.group}/moderation/act`} className={styles.hand} onSubmit={onSubmit}>
      <input type="hidden" name={INTENT} value={intent} />
      <input type="hidden" name="item" value={card.id} />
      <input type="hidden" name="back" value={triage.addressOf(card.id)} />
      {children}
    </form>
  );
}
