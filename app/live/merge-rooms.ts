/** Several rooms hold notes of one text; a note shows while any of them holds it. */

import type { Reactions } from "#app/domain/annotation/reaction.ts";
import type { Curation } from "#app/domain/moderation/curation.ts";
import { parseRoom } from "#app/rooms/names.ts";
import type { AnnotationRecord, RevisionRecord, SummaryRecord, ThreadRecord } from "#app/rooms/reading-room.ts";
import { HeldByRoom } from "./held-by-room.ts";
import { isTombstone, type Note } from "./note.ts";

/** What one room says of what changed in it; null for what it no longer holds. A map in which nothing changed is missing. */
export type RoomChange = {
  readonly room: string;
  readonly records?: ReadonlyMap<string, AnnotationRecord | null>;
  readonly threads?: ReadonlyMap<string, ThreadRecord | null>;
  readonly reactions?: ReadonlyMap<string, Reactions | null>;
  readonly curation?: ReadonlyMap<string, Curation | null>;
  readonly summaries?: ReadonlyMap<string, SummaryRecord | null>;
  /** What is said of the text itself. */
  readonly text?: ReadonlyMap<string, RevisionRecord | null>;
};

const noReactions: Reactions = {};

/** Keeps every room's record of every note, and tells which one counts. */
export class MergedRooms {
  readonly #records = new HeldByRoom<AnnotationRecord>();
  readonly #threads = new HeldByRoom<ThreadRecord>();
  readonly #reactions = new HeldByRoom<Reactions>();
  readonly #curation = new HeldByRoom<Curation>();
  readonly #summaries = new HeldByRoom<SummaryRecord>();

  constructor(readonly ownSeats: ReadonlySet<string>) {}

  /** Takes the change in and gives the ids that may look different now. */
  apply({ room, ...change }: RoomChange): string[] {
    const { records = new Map(), threads = new Map(), reactions = new Map() } = change;
    const { curation = new Map(), summaries = new Map() } = change;
    for (const [id, record] of records) this.#records.put(id, room, record);
    for (const [id, thread] of threads) this.#threads.put(id, room, thread);
    for (const [id, given] of reactions) this.#reactions.put(id, room, given);
    for (const [id, made] of curation) this.#curation.put(id, room, made);
    for (const [id, written] of summaries) this.#summaries.put(id, room, written);
    return [records, threads, reactions, curation, summaries].flatMap((map) => [...map.keys()]);
  }

  /** Forgets a room, and gives the ids of the notes that it held. */
  leave(room: string): string[] {
    const kept = [this.#records, this.#threads, this.#reactions, this.#curation, this.#summaries];
    return kept.flatMap((map) => map.leave(room));
  }

  /** The record that counts: the newest version, and of equal ones the one with its body. */
  get(id: string): Note | null {
    let best: [string, AnnotationRecord] | null = null;
    for (const candidate of this.#records.of(id)) {
      if (best === null || counts(candidate[1], best[1])) best = candidate;
    }
    if (best === null) return null;
    const [room, record] = best;
    const given = this.#reactions.of(id);
    return {
      ...record,
      placement: this.#placementOf(record),
      among: this.#amongOf(id),
      reactions: given.get(room) ?? [...given.values()][0] ?? noReactions,
      curation: [...this.#curation.of(id).values()][0] ?? null,
      summary: [...this.#summaries.of(id).values()][0] ?? null,
      said: record.parent === null ? latest(this.#threads.of(id).values()) : null,
      delivery: "sent",
      refusal: null,
    };
  }

  #amongOf(id: string): readonly string[] {
    return [...this.#records.of(id).keys()].flatMap((name) => {
      const room = parseRoom(name);
      return room?.kind === "reading" ? room.audience : [];
    });
  }

  /**
   * A note that no reading room holds stands on desks and before staff only. On the own desk, what somebody else wrote, and
   * what answers it, came from staff. A desk and the staff's room also keep hidden notes; those were placed for everyone.
   */
  #placementOf({ id, seat, status, parent, shared }: AnnotationRecord): Note["placement"] {
    const kinds = new Set([...this.#records.of(id).keys()].map((room) => parseRoom(room)?.kind));
    if (kinds.has("reading") || shared === true || status !== "published") return "everyone";
    if (kinds.has("staff") || !this.ownSeats.has(seat)) return "staff";
    return parent !== null && this.get(parent)?.placement === "staff" ? "staff" : "me";
  }
}

function counts(candidate: AnnotationRecord, best: AnnotationRecord): boolean {
  if (candidate.version !== best.version) return candidate.version > best.version;
  // What one's own desk says of a note that readers see are the words that one wrote last.
  if (candidate.waiting !== undefined || best.waiting !== undefined) return candidate.waiting !== undefined;
  return isTombstone(best) && !isTombstone(candidate);
}

function latest(records: Iterable<ThreadRecord>): ThreadRecord | null {
  let last: ThreadRecord | null = null;
  for (const record of records) if (last === null || record.at > last.at) last = record;
  return last;
}
