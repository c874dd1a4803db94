import type { NoteVersion } from "#app/context/reading.ts";

/** Every body that a note has had, oldest first. Throws when it cannot be had now. */
export async function fetchHistory(note: string): Promise<readonly NoteVersion[]> {
  const answer = await fetch(`/n/${note}/history`, { headers: { accept: "application/json" } });
  if (!answer.ok) throw new Error(`The history of a note was answered with ${answer.status}.`);
  const { versions }: { versions: readonly NoteVersion[] } = await answer.json();
  return versions;
}
