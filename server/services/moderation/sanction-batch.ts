/** Hides what a banned member wrote, or brings it back: note by note along the one path of decisions, a few in each work. */
import { isProblem } from "#app/domain/problem.ts";
import type { SanctionRow } from "#db/repositories/moderation/sanctions.ts";
import type { Store, Transact } from "#db/store.ts";
import type { Heed } from "../annotations/events.ts";
import { type Bench, decideNote } from "./decide.ts";
import { undoDecision } from "./undo.ts";

/** Notes in one work of the writer, so that others write in between and readers see it happen. */
const AT_ONCE = 25;

export type Hands = {
  readonly transact: Transact;
  readonly clock: () => number;
  readonly newId: () => string;
  readonly heed: Heed;
};

/** Carries the batch of a sanction to its end; gives how many notes changed, and how many were decided otherwise meanwhile. */
export async function runBatch(
  hands: Hands,
  sanctionId: string,
): Promise<{ readonly changed: number; readonly skipped: number }> {
  let [changed, skipped, after] = [0, 0, ""];
  for (;;) {
    const step = await hands.transact(async (store) => {
      const sanction = await store.sanctions.find(sanctionId);
      if (sanction?.batchState === "hiding") return hideSome(await benchFor(hands, store, sanction), sanction, after);
      if (sanction?.batchState === "restoring")
        return restoreSome(await benchFor(hands, store, sanction), sanction, after);
      return null;
    });
    if (step === null) return { changed, skipped };
    changed += step.changed;
    skipped += step.skipped;
    after = step.after;
  }
}

/** Takes up every batch that a stop cut off. */
export async function finishBatches(hands: Hands & { readonly read: Store }): Promise<void> {
  for (const { id } of await hands.read.sanctions.unfinished()) await runBatch(hands, id);
}

type Step = { readonly changed: number; readonly skipped: number; readonly after: string };

async function hideSome(bench: Bench, sanction: SanctionRow, after: string): Promise<Step> {
  const { store } = bench;
  const { id, memberId, scope, hidesFrom, reason, batchId } = sanction;
  const notes = await store.sanctions.notesOf({ memberId, scope, since: hidesFrom ?? 0, after }, AT_ONCE);
  if (notes.length < AT_ONCE) await store.sanctions.update(id, { batchState: "hidden" });
  for (const noteId of notes) {
    const note = await store.annotations.find(noteId);
    if (note !== null)
      await decideNote(bench, note, { verb: "hide", reason, ...(batchId === null ? {} : { batch: batchId }) });
  }
  return { changed: notes.length, skipped: 0, after: notes.at(-1) ?? after };
}

/** `after` counts rows of the record. What was decided about since stays as it was decided. */
async function restoreSome(bench: Bench, { id, batchId }: SanctionRow, after: string): Promise<Step> {
  const { store } = bench;
  const all = batchId === null ? [] : await store.record.ofBatch(batchId);
  const rows = all.filter(({ subject, seq }) => subject.kind === "note" && seq > Number(after)).slice(0, AT_ONCE);
  if (rows.length < AT_ONCE) await store.sanctions.update(id, { batchState: "restored" });
  let changed = 0;
  for (const { seq } of rows) {
    try {
      await undoDecision(bench, seq);
      changed += 1;
    } catch (thrown) {
      if (!isProblem(thrown)) throw thrown;
    }
  }
  return { changed, skipped: rows.length - changed, after: String(rows.at(-1)?.seq ?? after) };
}

/** In the name of whoever gave the sanction, also after a restart. */
async function benchFor({ clock, newId, heed }: Hands, store: Store, sanction: SanctionRow): Promise<Bench> {
  const now = clock();
  const by = sanction.imposedBy;
  const role = (await store.record.find(sanction.decision))?.actorRole ?? "";
  const judge = by === null ? null : { id: by, role };
  return { store, now, newId, judge, heed: (event) => heed(store, event, { member: by ?? "", seat: "", now }) };
}
