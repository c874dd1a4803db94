import { useRevalidator } from "@remix-run/react";
import { type FormEvent, useRef, useState } from "react";
import type { QueueCard } from "#app/context/queue-card.ts";
import { Button } from "#app/ui/button.tsx";
import { TextArea } from "#app/ui/field.tsx";
import { INTENT } from "#app/ui/intent.ts";
import { Time } from "#app/ui/time.tsx";
import { useToast } from "#app/ui/toast.tsx";
import { moderatingWords } from "#app/words/moderating.ts";
import { sendForm } from "./ask.ts";
import { CardPart, Fact, Facts } from "./card-part.tsx";
import { MAX_WORDS } from "./deciding.ts";
import { HandOver } from "./hand-over.tsx";
import styles from "./parts.module.css";
import type { Triage } from "./use-triage.ts";

const words = moderatingWords.card;

/** The id of the field that the N key goes to. */
export const STAFF_NOTE_ID = "queue-staff-note";

/** What moderators write to each other about an item. */
export function NotesPart({ triage, card }: { readonly triage: Triage; readonly card: QueueCard }) {
  const { revalidate } = useRevalidator();
  const toast = useToast();
  const form = useRef<HTMLFormElement>(null);
  const [isPending, setPending] = useState(false);
  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const said = new FormData(event.currentTarget).get("words");
    setPending(true);
    const answer = await sendForm(triage.group, "note", { item: card.id, words: String(said) });
    setPending(false);
    // What was typed stays in the field unless it has arrived.
    if (answer.kind !== "done") return toast({ sentence: answer.sentence });
    form.current?.reset();
    toast({ sentence: words.noteKept });
    revalidate();
  };
  return (
    <CardPart title={words.notes}>
      <HandOver triage={triage} card={card} />
      {card.notes.length === 0 ? null : (
        <Facts>
          {card.notes.map(({ id, by, at, words: said }) => (
            <Fact key={id} term={<Time at={at} />}>
              <b>{by?.name ?? moderatingWords.list.unknown}</b>: {said}
            </Fact>
          ))}
        </Facts>
      )}
      <form
        ref={form}
        method="post"
        action={`/g/${triage.group}/moderation/act`}
        className={styles.field}
        onSubmit={(event) => void send(event)}
      >
        <input type="hidden" name={INTENT} value="note" />
        <input type="hidden" name="item" value={card.id} />
        <input type="hidden" name="back" value={triage.addressOf(card.id)} />
        <TextArea
          id={STAFF_NOTE_ID}
          name="words"
          label={words.addNote}
          hideLabel
          placeholder={words.addNote}
          rows={2}
          maxLength={MAX_WORDS}
          required
        />
        <Button type="submit" size="s" pending={isPending} aria-keyshortcuts="N">
          {words.keepNote}
        </Button>
      </form>
    </CardPart>
  );
}
