/** Whether a place is open to those who are not staff: locks, hours and slow mode. The server's clock decides. */
import { barOf, curationAt, waitOf } from "#app/domain/moderation/curation.ts";
import { can } from "#app/domain/policy/policy.ts";
import { Problem } from "#app/domain/problem.ts";
import { curationWords as words } from "#app/words/curation.ts";
import type { NoteRow } from "#db/repositories/annotations.ts";
import type { Turn } from "./turn.ts";

/**
 * For a new note under those notes, or a new thread under none. Throws Problem("locked") where it is shut, and
 * Problem("too-many") with the time to wait in slow mode.
 */
export async function demandOpen(turn: Turn, above: readonly NoteRow[]): Promise<void> {
  const { store, standing, now } = turn;
  if (can(standing.actor, "room.staff")) return;
  await demandUnlocked(turn, above);
  const root = above.find(({ parent }) => parent === null);
  const document = standing.document.id;
  const text = await store.curation.text(document);
  const textSlow = text.slowUntil !== null && text.slowUntil <= now ? null : text.slow;
  const threadSlow = root?.curation == null ? null : curationAt(root.curation, now).slow;
  if (textSlow === null && threadSlow === null) return;
  const last = (rootId: string | null) => store.curation.lastOwn(standing.actor.id, document, rootId);
  const waits = [
    textSlow === null ? 0 : waitOf([textSlow], await last(null), now),
    threadSlow === null || root === undefined ? 0 : waitOf([threadSlow], await last(root.id), now),
  ];
  const wait = Math.max(...waits);
  if (wait > 0) throw new Problem("too-many", words.slow(Math.ceil(wait / 1000)), { retryAfter: wait });
}

/** Locks and hours alone: for a note that is there and changes. Throws Problem("locked"). */
export async function demandUnlocked({ store, standing, now }: Turn, above: readonly NoteRow[]): Promise<void> {
  if (can(standing.actor, "room.staff")) return;
  const text = await store.curation.text(standing.document.id);
  const bar = barOf({ text, above: above.flatMap(({ curation }) => curation ?? []) }, now);
  if (bar !== null) throw new Problem("locked", words.bars[bar]);
}
