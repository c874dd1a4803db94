import { parseMarkup } from "#app/domain/markup/parse.ts";
import { mentionedSeats } from "#app/domain/markup/plain-text.ts";
import type { NoteRow } from "#db/repositories/annotations.ts";
import type { Store } from "#db/store.ts";

/** Seats that are looked up for one note; a seminar has forty. */
const MOST_NAMED = 100;

/**
 * Brings `mentions` in step with a note's body: those of its readers whom it names, without its author. A seat of another
 * audience, of somebody who left or who cannot see the thread, names nobody. Gives those who were not named before.
 */
export async function keepMentions(store: Store, note: NoteRow): Promise<readonly string[]> {
  // Our own address matters for links only.
  const seats = mentionedSeats(parseMarkup(note.body, { origin: "" })).slice(0, MOST_NAMED);
  const named = await store.threads.named(note.id, seats);
  return store.threads.mention(
    note.id,
    named.filter((id) => id !== note.creator),
  );
}
