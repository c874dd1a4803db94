import type { Note } from "#app/live/note.ts";
import { Badge } from "#app/ui/chip.tsx";
import { rulesWords } from "#app/words/rules.ts";
import styles from "./note.module.css";

/** What stands between a note, or its newest words, and its readers. */
export function ReviewLine({ note }: { readonly note: Note }) {
  const words = rulesWords.author;
  if (note.status === "held") return <Line badge={words.held} hint={words.heldHint} />;
  if (note.waiting === "waiting") return <Line badge={words.edit} hint={words.editHint} />;
  if (note.waiting === "declined") return <Line badge={words.declined} hint={words.declinedHint} />;
  return null;
}

function Line({ badge, hint }: { readonly badge: string; readonly hint: string }) {
  return (
    <p className={styles.private} title={hint}>
      <Badge kind="warn">{badge}</Badge>
    </p>
  );
}
