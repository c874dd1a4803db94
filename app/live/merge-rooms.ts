/** Several rooms hold notes of one text; a note shows while any of them holds it. */
import { parseRoom } from "#app/rooms/names.ts";
import type { AnnotationRecord } from "#app/rooms/reading-room.ts";
import { isTombstone, type Note } from "./note.ts";

/** What one room says of the notes that changed in it; null for a note that it no longer holds. */
export type RoomChange = { readonly room: string; readonly records: ReadonlyMap<string, AnnotationRecord | null> };

/** Keeps every room's record of every note, and tells which one counts. */
export class MergedRooms {
  readonly #held = new Map<string, Map<string, AnnotationRecord>>();

  /** Takes the change in and gives the ids that may look different now. */
  apply({ room, records }: RoomChange): string[] {
    for (const [id, record] of records) this.#put(id, room, record);
    return [...records.keys()];
  }

  /** Forgets a room, and gives the ids of the notes that it held. */
  leave(room: string): string[] {
    const ids: string[] = [];
    for (const [id, byRoom] of this.#held) {
      if (!byRoom.has(room)) continue;
      ids.push(id);
      this.#put(id, room, null);
    }
    return ids;
  }

  /** The record that counts: the newest version, and of equal ones the one with its body. */
  get(id: string): Note | null {
    let best: [string, AnnotationRecord] | null = null;
    for (const candidate of this.#held.get(id) ?? []) {
      if (best === null || counts(candidate[1], best[1])) best = candidate;
    }
    if (best === null) return null;
    const [room, record] = best;
    const placement = this.#isPrivate(id, room, record) ? "me" : "everyone";
    return { ...record, placement, delivery: "sent", refusal: null };
  }

  #put(id: string, room: string, record: AnnotationRecord | null): void {
    const byRoom = this.#held.get(id) ?? new Map<string, AnnotationRecord>();
    if (record === null) byRoom.delete(room);
    else byRoom.set(room, record);
    if (byRoom.size === 0) this.#held.delete(id);
    else this.#held.set(id, byRoom);
  }

  /** A desk also keeps one's own hidden notes for their creator; those were placed for everyone. */
  #isPrivate(id: string, room: string, record: AnnotationRecord): boolean {
    if (parseRoom(room)?.kind !== "desk" || record.status !== "published") return false;
    return this.#held.get(id)?.size === 1;
  }
}

function counts(candidate: AnnotationRecord, best: AnnotationRecord): boolean {
  if (candidate.version !== best.version) return candidate.version > best.version;
  return isTombstone(best) && !isTombstone(candidate);
}
