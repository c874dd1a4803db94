/** Notes follow the words of their text into its newest revision, some at a time. */
import type { Target, TargetState } from "#app/domain/annotation/annotation.ts";
import { carryTarget } from "#app/domain/annotation/carry.ts";
import type { Astray, CarriedCounts } from "#db/repositories/revisions.ts";
import type { Store, Transact } from "#db/store.ts";
import { say } from "../annotations/reproject.ts";
import type { Edits, EditsFrom } from "./edits.ts";

export type CarryParts = { readonly read: Store; readonly transact: Transact; readonly edits: Edits };

/** Notes in one transaction: some 100 ms, so that others come in between. */
export const CARRIED_AT_ONCE = 200;

/** Every revision that one of the passages of these notes names. */
export function sourcesOf(notes: readonly Pick<Astray, "target" | "more">[]): readonly string[] {
  const targets = notes.flatMap(({ target, more }) => [target, ...more]);
  return [...new Set(targets.flatMap(({ source, was }) => (was === undefined ? [source] : [source, was.source])))];
}

/** Brings the notes that are still in an older revision into the newest one. Stopped anywhere, it can be called again. */
export async function carryLeft({ read, transact, edits }: CarryParts, documentId: string): Promise<void> {
  for (;;) {
    const document = await read.documents.find(documentId);
    if (document === null) return;
    const { revisionId } = document;
    const next = await read.revisions.astray(documentId, revisionId, CARRIED_AT_ONCE);
    if (next.length === 0) {
      await transact(async (store) => {
        const isNewest = (await store.documents.find(documentId))?.revisionId === revisionId;
        if (isNewest) await store.revisions.setCarried(revisionId, await store.revisions.states(documentId));
      });
      return;
    }
    const from = await edits.to({ document: documentId, revision: revisionId }, sourcesOf(next));
    await transact((store) => carrySome(store, { documentId, revisionId }, from));
  }
}

/** The next of them, inside the caller's transaction; those of a revision that `from` does not know stay for later. */
export async function carrySome(
  store: Store,
  { documentId, revisionId }: { readonly documentId: string; readonly revisionId: string },
  from: EditsFrom,
): Promise<void> {
  if ((await store.documents.find(documentId))?.revisionId !== revisionId) return;
  const carried: string[] = [];
  for (const note of await store.revisions.astray(documentId, revisionId, CARRIED_AT_ONCE)) {
    if (!sourcesOf([note]).every((source) => from.has(source))) continue;
    const there = (target: Target) => carryTarget(target, (source) => from.get(source) ?? null);
    await store.revisions.anchor(note.id, revisionId, { target: there(note.target), more: note.more.map(there) });
    carried.push(note.id);
  }
  await say(store, await store.annotations.many(carried));
  for (const id of carried) await store.search.index({ id });
}

/** No passage in any state. */
export const noneCarried: CarriedCounts = { exact: 0, moved: 0, changed: 0, uncertain: 0, lost: 0 } satisfies Record<
  TargetState,
  number
>;
