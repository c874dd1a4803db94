/**
 * Batches: many decisions, each compared and recorded as if it were alone, in works so short that others write in between.
 * How far a batch is, is known to this process only; what it has decided is in the record under its id.
 */
import type { Batch, BatchPreview, BatchResult, BatchRow } from "#app/context/queue.ts";
import type { Viewer } from "#app/context/viewer.ts";
import type { AnnotationStatus } from "#app/domain/annotation/annotation.ts";
import { needingReason, statusAfter } from "#app/domain/moderation/transition.ts";
import { MOST_IN_BATCH } from "#app/domain/moderation/view.ts";
import { isProblem, Problem } from "#app/domain/problem.ts";
import { moderationWords } from "#app/words/moderation.ts";
import { triageWords as words } from "#app/words/triage.ts";
import type { QueueItem } from "#db/repositories/moderation/queue.ts";
import type { Store, Transact } from "#db/store.ts";
import type { Hands } from "../moderation.ts";
import { decideItem, isItemVerb, undoItem } from "./decide-item.ts";
import { type Desk, deskIn, mayDecide } from "./desk.ts";

/** Decisions in one work of the writer, and milliseconds after which it takes no further one, so that nobody waits long. */
const ROWS_AT_ONCE = 25;
const WORK_TIME = 10;

type Running = { readonly by: string; readonly of: number; done: number };

export type Batches = ReturnType<typeof makeBatches>;

/** The batches of one process. */
export function makeBatches({
  transact,
  hands,
  monotonic = () => performance.now(),
}: {
  readonly transact: Transact;
  readonly hands: Hands;
  /** Milliseconds; only for the length of a work. */
  readonly monotonic?: () => number;
}) {
  const running = new Map<string, Running>();

  return {
    async run(viewer: Viewer, group: string, batch: Batch & { readonly id: string }): Promise<BatchResult> {
      check(batch);
      await transact((store) => deskIn(store, { viewer, group, now: hands.clock() }));
      const { verb, reason, toAuthor, toStaff, id } = batch;
      return inWorks({ viewer, batch: id, all: batch.items }, async (store, { item, version }) => {
        const asked = { item, itemVersion: version, verb, reason, toAuthor, toStaff, batch: id };
        await requireInGroup(store, item, group);
        return { item, decision: (await decideItem(store, hands, viewer, asked)).decision };
      });
    },

    /** Newest first, so that what followed is taken back before what it followed from. */
    async undo(viewer: Viewer, group: string, batch: string): Promise<BatchResult> {
      const rows = await transact(async (store) => {
        await deskIn(store, { viewer, group, now: hands.clock() });
        return (await store.record.ofBatch(batch)).filter((row) => row.group === group && row.undoes === null);
      });
      if (rows.length === 0) throw new Problem("not-found", words.unknownBatch);
      const all = [...rows].reverse().map(({ seq, item, subject }) => ({ item: item ?? subject.id, seq }));
      const id = hands.newId();
      return inWorks({ viewer, batch: id, all }, async (store, { item, seq }) => {
        const { decision } = await undoItem(store, hands, { viewer, decision: seq, batch: id });
        return { item, decision };
      });
    },

    progress({ id }: Viewer, batch: string): { readonly done: number; readonly of: number } | null {
      const found = running.get(batch);
      return found?.by === id ? { done: found.done, of: found.of } : null;
    },
  };

  /** Row by row; a refused row is skipped with its sentence, and refusals come before anything of the row was written. */
  async function inWorks<Row extends { readonly item: string }>(
    { viewer, batch, all }: { readonly viewer: Viewer; readonly batch: string; readonly all: readonly Row[] },
    decide: (store: Store, row: Row) => Promise<{ readonly item: string; readonly decision: number | null }>,
  ): Promise<BatchResult> {
    if (running.has(batch)) throw new Problem("conflict", words.batchRuns);
    const state: Running = { by: viewer.id, of: all.length, done: 0 };
    running.set(batch, state);
    const results: BatchRow[] = [];
    try {
      while (results.length < all.length) {
        const some = all.slice(results.length, results.length + ROWS_AT_ONCE);
        results.push(...(await transact((store) => decideSome(store, { some, monotonic }, decide))));
        state.done = results.length;
      }
    } finally {
      running.delete(batch);
    }
    return { batch, rows: results };
  }
}

async function decideSome<Row extends { readonly item: string }>(
  store: Store,
  { some, monotonic }: { readonly some: readonly Row[]; readonly monotonic: () => number },
  decide: (store: Store, row: Row) => Promise<{ readonly item: string; readonly decision: number | null }>,
): Promise<readonly BatchRow[]> {
  const results: BatchRow[] = [];
  const end = monotonic() + WORK_TIME;
  for (const row of some) {
    if (results.length > 0 && monotonic() > end) break;
    try {
      const { item, decision } = await decide(store, row);
      results.push({ item, decision, result: decision === null ? "same" : "done", why: "" });
    } catch (error) {
      if (!isProblem(error)) throw error;
      results.push({ item: row.item, decision: null, result: "skipped", why: error.sentence });
    }
  }
  return results;
}

/** What a batch would do to the items as they are now. */
export async function previewBatch(
  store: Store,
  { viewer, group, batch, now }: { viewer: Viewer; group: string; batch: Batch; now: number },
): Promise<BatchPreview> {
  check(batch);
  const desk = await deskIn(store, { viewer, group, now });
  const found = await store.queueList.byIds(
    group,
    batch.items.map(({ item }) => item),
    desk.who,
  );
  const items = new Map(found.map((item) => [item.id, item]));
  const notes = new Map((await store.annotations.many(found.map(({ targetId }) => targetId))).map((n) => [n.id, n]));
  const from: Record<string, number> = {};
  const authors = new Set<string>();
  const skipped: { item: string; why: string }[] = [];
  for (const { item: id, version } of batch.items) {
    const item = items.get(id);
    const status = notes.get(item?.targetId ?? "")?.status ?? null;
    const why = item === undefined ? words.unknownItem : whyNot(desk, { item, version, status, verb: batch.verb });
    if (why !== null) {
      skipped.push({ item: id, why });
      continue;
    }
    from[status ?? "none"] = (from[status ?? "none"] ?? 0) + 1;
    if (item?.memberId != null) authors.add(item.memberId);
  }
  return { would: batch.items.length - skipped.length, from, authors: authors.size, skipped };
}

type Wish = {
  readonly item: QueueItem;
  readonly version: number;
  readonly status: AnnotationStatus | null;
  readonly verb: Batch["verb"];
};

/** The sentence with which a row would be skipped, or null. */
function whyNot(desk: Desk, { item, version, status, verb }: Wish): string | null {
  if (!mayDecide(desk, item)) return words.notToThem;
  if (item.state === "done") return words.lookedAtAlready;
  if (item.version !== version) return words.changedMeanwhile;
  const leadsOn = isItemVerb(verb) || (status !== null && statusAfter(status, verb) !== null);
  return leadsOn ? null : moderationWords.notFrom;
}

/** Throws Problem("invalid") for no items, too many, or no reason where one is needed. */
function check({ items, verb, reason }: Batch): void {
  if (items.length === 0) throw new Problem("invalid", words.batchEmpty);
  if (items.length > MOST_IN_BATCH) throw new Problem("too-large", words.batchTooLarge(MOST_IN_BATCH));
  if (!isItemVerb(verb) && needingReason.has(verb) && reason === null) {
    throw new Problem("invalid", moderationWords.needsReason, { fields: { reason: moderationWords.needsReason } });
  }
}

async function requireInGroup(store: Store, id: string, group: string): Promise<void> {
  const item = await store.queue.find(id);
  if (item?.groupId !== group) throw new Problem("not-found", words.unknownItem);
}
