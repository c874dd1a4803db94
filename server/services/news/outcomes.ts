/** What reporters are told of their reports: that somebody looked, in one line for each note, and nothing else. */
import type { NoteRow } from "#db/repositories/annotations.ts";
import type { Store } from "#db/store.ts";
import { standingIn } from "../rights.ts";
import { forget } from "./heed.ts";
import { sayNews } from "./inbox-rows.ts";

/** Told by nobody: the seat of a decision would say who made it. */
const NOBODY = "";

/** Their reports about the note were looked at, or it is gone. Who was told of the note before is told of this instead. */
export async function tellOutcome(
  { store, now, newId }: { readonly store: Store; readonly now: number; readonly newId: () => string },
  note: NoteRow,
  reporters: readonly string[],
): Promise<void> {
  const known = new Map((await store.notifications.ofNote(note.id)).map((row) => [row.member, row]));
  const { group, document, root } = note;
  for (const member of new Set(reporters)) {
    const before = known.get(member);
    const fresh = { member, kind: "outcome", group, document, root, note: note.id, seat: NOBODY, at: now } as const;
    const row = { ...fresh, id: before?.id ?? newId(), readAt: null };
    if (before === undefined) await store.notifications.insert(row);
    else await store.notifications.retell(before.id, "outcome", now);
    const isVisible = (await standingIn(store, { memberId: member, documentId: document, now })) !== null;
    await sayNews(store, [{ row, isVisible }]);
  }
}

/** A decision was taken back: their reports wait again, and there is nothing to tell. */
export async function forgetOutcomes(store: Store, note: string): Promise<void> {
  const rows = await store.notifications.ofNote(note);
  await forget(
    store,
    rows.filter(({ kind }) => kind === "outcome"),
  );
}
