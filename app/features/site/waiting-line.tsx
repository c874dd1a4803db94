import { useOutbox } from "#app/live/use-outbox.ts";
import { outboxWords } from "#app/words/outbox.ts";
import styles from "./waiting-line.module.css";

/** What this person has written and what has not arrived, in the bar of every page; nothing when all of it has. */
export function WaitingLine({ person }: { readonly person: string }) {
  const { entries } = useOutbox(person);
  const refused = entries.filter(({ state }) => state.kind === "refused").length;
  if (entries.length === 0) return null;
  return (
    <a href="/outbox" className={refused > 0 ? styles.refused : styles.waiting}>
      {refused > 0 ? outboxWords.notAccepted(refused) : outboxWords.waiting(entries.length)}
    </a>
  );
}
