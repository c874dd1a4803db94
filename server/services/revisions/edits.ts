/** What leads from one revision of a text to another, compared once and kept for a while. */
import { LRUCache } from "lru-cache";
import type { Edit } from "#app/domain/annotation/carry.ts";
import type { EditScript } from "#app/domain/document/edit-script.ts";
import type { Store } from "#db/store.ts";

/** Compares two plain texts off the event loop: those of a book take 0.2 s. */
export type Compare = (before: string, after: string) => Promise<EditScript>;

/** By the id of the revision they begin at; null for one that the text does not have. */
export type EditsFrom = ReadonlyMap<string, Edit | null>;

/** The revision to which they lead; its words, where it is not stored yet. */
export type Goal = { readonly document: string; readonly revision: string; readonly text?: string };

export type Edits = { readonly to: (goal: Goal, sources: Iterable<string>) => Promise<EditsFrom> };

/** Code units of all texts kept together. */
const MOST = 16 * 1024 * 1024;

export function makeEdits({ read, compare }: { readonly read: Store; readonly compare: Compare }): Edits {
  const known = new LRUCache<string, Edit>({
    maxSize: MOST,
    sizeCalculation: ({ before, after }) => before.length + after.length + 1,
  });
  const textOf = async (document: string, revision: string) =>
    (await read.documents.text(document, revision))?.text ?? null;

  return {
    async to({ document, revision, text }, sources) {
      const edits = new Map<string, Edit | null>();
      for (const from of new Set(sources)) {
        const key = `${document} ${from} ${revision}`;
        const kept = known.get(key);
        if (kept !== undefined) {
          edits.set(from, kept);
          continue;
        }
        const [before, after] = [await textOf(document, from), text ?? (await textOf(document, revision))];
        if (before === null || after === null) {
          edits.set(from, null);
          continue;
        }
        const edit = { from, to: revision, before, after, script: await compare(before, after) };
        known.set(key, edit);
        edits.set(from, edit);
      }
      return edits;
    },
  };
}
