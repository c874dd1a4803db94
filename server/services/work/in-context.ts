/** A member's notes with what they stand on and what they answer. */
import type { WorkRow } from "#db/repositories/work.ts";
import type { Store } from "#db/store.ts";
import { takenText } from "../exports/article.ts";
import type { TakenNote, TakenText } from "../exports/taken.ts";
import { viewOf } from "../exports/threads.ts";
import type { SeenWork } from "./seen-work.ts";

export type NoteInContext = {
  readonly text: TakenText;
  readonly groupId: string;
  readonly note: TakenNote;
  /** The first note of its thread, or null where the reader sees nothing of it. */
  readonly root: TakenNote | null;
  /** What it answers, as the reader sees it; null for first notes. */
  readonly answered: TakenNote | null;
  /** Replies to it that the reader sees. */
  readonly replies: number;
};

/** The rows in their order; a row whose note has gone since is left out. */
export async function inContext(
  read: Store,
  { documents }: Pick<SeenWork, "documents">,
  rows: readonly WorkRow[],
): Promise<readonly NoteInContext[]> {
  const found = new Map<string, NoteInContext>();
  for (const id of new Set(rows.map((row) => row.document))) {
    const known = documents.get(id);
    if (known === undefined) continue;
    const { document, group, standing } = known;
    const text = await takenText(read, document, { group: group.name, isWhole: false });
    const own = rows.filter((row) => row.document === id);
    const notes = await read.annotations.threads([...new Set(own.map(({ root }) => root))]);
    const view = await viewOf(read, standing, notes);
    const seen = new Map(
      notes.flatMap((note) => {
        const taken = view(note, 0);
        return taken === null ? [] : [[note.id, taken] as const];
      }),
    );
    for (const row of own) {
      const note = seen.get(row.id);
      if (note === undefined || note.isTombstone) continue;
      found.set(row.id, {
        ...{ text, groupId: group.id, note },
        root: seen.get(row.root) ?? null,
        answered: note.parent === null ? null : (seen.get(note.parent) ?? null),
        replies: [...seen.values()].filter((each) => each.parent === row.id && !each.isTombstone).length,
      });
    }
  }
  return rows.flatMap((row) => found.get(row.id) ?? []);
}
