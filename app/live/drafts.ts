/** Words that were begun: they outlive a reload, a crash and a lost session. */
import { dropLeft, leaveBehind, leftBy } from "./left-drafts.ts";
import { type Draft, localDatabase } from "./local-database.ts";

export type DraftPlace = { readonly person: string; readonly document: string; readonly place: string };

const keyOf = ({ person, document, place }: DraftPlace): string => `${person}/${document}/${place}`;

/** Keeps the words of a composer; empty words are forgotten instead. */
export async function saveDraft(
  at: DraftPlace,
  words: { readonly body: string; readonly choices: unknown },
  now: number,
): Promise<void> {
  if (words.body.trim() === "") return dropDraft(at);
  const db = await localDatabase();
  await db?.put("drafts", { key: keyOf(at), ...at, ...words, savedAt: now });
}

/** Keeps the words in the very moment: a page that is being left does not live to see IndexedDB finish. */
export function leaveDraft(
  at: DraftPlace,
  { body, choices }: { readonly body: string; readonly choices: unknown },
  now: number,
): void {
  leaveBehind({ key: keyOf(at), ...at, body, choices, savedAt: now });
}

/** What was begun there, or null. */
export async function loadDraft(at: DraftPlace): Promise<Draft | null> {
  const db = await localDatabase();
  await takeIn(at.person);
  return (await db?.get("drafts", keyOf(at))) ?? null;
}

/** Forgets it, because it was posted or thrown away. */
export async function dropDraft(at: DraftPlace): Promise<void> {
  dropLeft(keyOf(at));
  const db = await localDatabase();
  await db?.delete("drafts", keyOf(at));
}

/** Everything the person began on one text, newest first. */
export async function draftsOf(person: string, document: string): Promise<readonly Draft[]> {
  const db = await localDatabase();
  await takeIn(person);
  const drafts = (await db?.getAllFromIndex("drafts", "person", person)) ?? [];
  return drafts.filter((draft) => draft.document === document).sort((a, b) => b.savedAt - a.savedAt);
}

/** Moves what earlier pages left behind to where drafts are kept, unless something newer is there. */
async function takeIn(person: string): Promise<void> {
  const db = await localDatabase();
  if (db === null) return;
  for (const draft of leftBy(person)) {
    const kept = await db.get("drafts", draft.key);
    const isNewer = kept === undefined || kept.savedAt <= draft.savedAt;
    if (isNewer && draft.body.trim() === "") await db.delete("drafts", draft.key);
    else if (isNewer) await db.put("drafts", draft);
    dropLeft(draft.key);
  }
}
