/** What each room holds under an id, for one of the rooms' maps. */
export class HeldByRoom<V> {
  readonly #held = new Map<string, Map<string, V>>();
  readonly #nothing: ReadonlyMap<string, V> = new Map();

  /** By room, in the order in which the rooms said it first. */
  of(id: string): ReadonlyMap<string, V> {
    return this.#held.get(id) ?? this.#nothing;
  }

  /** Null for what the room no longer holds. */
  put(id: string, room: string, value: V | null): void {
    const byRoom = this.#held.get(id) ?? new Map<string, V>();
    if (value === null) byRoom.delete(room);
    else byRoom.set(room, value);
    if (byRoom.size === 0) this.#held.delete(id);
    else this.#held.set(id, byRoom);
  }

  /** Forgets a room, and gives the ids under which it held something. */
  leave(room: string): string[] {
    const ids = [...this.#held].flatMap(([id, byRoom]) => (byRoom.has(room) ? [id] : []));
    for (const id of ids) this.put(id, room, null);
    return ids;
  }
}
