/** What is said of an item of the list. */
import type { QueueRow } from "#app/context/queue.ts";
import { moderatingWords as words } from "#app/words/moderating.ts";
import { moderationWords } from "#app/words/moderation.ts";

/** Whose it is. */
export function nameOfRow({ by }: Pick<QueueRow, "by">): string {
  return by?.name ?? words.list.unknown;
}

/** What ended the item and who did, in one line; null while it is open. */
export function endOfRow({ state, decided }: Pick<QueueRow, "state" | "decided">): string | null {
  if (state !== "done") return null;
  if (decided === null) return words.list.decided;
  return words.list.decidedBy(decided.by?.name ?? moderationWords.aRule, moderationWords.verbs[decided.verb]);
}
