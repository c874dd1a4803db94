import * as Y from "yjs";
import { Refusal } from "./refusal.ts";

export type Struct = Y.Item | Y.GC;

/** The structs of an update that a document does not have yet, each client's in one piece from where the document ends. */
export class FreshStructs {
  #byClient = new Map<number, Struct[]>();
  #done = new Map<number, number>();

  /** Throws Refusal("missing") when a client's structs do not follow on what is there. */
  constructor(
    private readonly store: Y.Doc["store"],
    structs: readonly (Y.Item | Y.GC | Y.Skip)[],
  ) {
    for (const struct of structs) {
      const { client, clock } = struct.id;
      if (struct instanceof Y.Skip || clock !== this.endOf(client)) throw new Refusal("missing", "gap");
      const own = this.#byClient.get(client) ?? [];
      own.push(struct);
      this.#byClient.set(client, own);
    }
    for (const client of this.#byClient.keys()) this.#done.set(client, Y.getState(store, client));
  }

  get clients(): readonly number[] {
    return [...this.#byClient.keys()];
  }

  /** The clock after the last struct that a client has in the document and here. */
  endOf(client: number): number {
    const last = this.#byClient.get(client)?.at(-1);
    return last === undefined ? Y.getState(this.store, client) : last.id.clock + last.length;
  }

  /** The struct with that id, here or in the document. */
  at(id: Y.ID): Struct {
    if (id.clock < Y.getState(this.store, id.client)) return Y.getItem(this.store, id);
    const own = this.#byClient.get(id.client) ?? [];
    let [low, high] = [0, own.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((own[middle]?.id.clock ?? 0) <= id.clock) low = middle;
      else high = middle - 1;
    }
    const found = own[low];
    if (found === undefined) throw new Refusal("missing", "reference");
    return found;
  }

  /** Visits every struct after all that it names. Throws Refusal when one names what is not there, or names in a circle. */
  inCausalOrder(visit: (struct: Struct) => void): void {
    const waiting = new Map([...this.#byClient].map(([client, structs]) => [client, structs.values()]));
    const heads = new Map([...waiting].map(([client, rest]) => [client, rest.next().value]));
    for (let moved = true; moved && heads.size > 0; ) {
      moved = false;
      for (const client of [...heads.keys()]) {
        for (let head = heads.get(client); head !== undefined && this.#isReady(head); head = heads.get(client)) {
          visit(head);
          this.#done.set(client, head.id.clock + head.length);
          heads.set(client, waiting.get(client)?.next().value);
          moved = true;
        }
        if (heads.get(client) === undefined) heads.delete(client);
      }
    }
    if (heads.size > 0) throw new Refusal("malformed", "circle");
  }

  #isReady(struct: Struct): boolean {
    if (struct instanceof Y.GC) return true;
    return [struct.origin, struct.rightOrigin, parentId(struct)].every((id) => {
      if (id === null) return true;
      if (id.clock >= this.endOf(id.client)) throw new Refusal("missing", "reference");
      if (id.client === struct.id.client && id.clock >= struct.id.clock) throw new Refusal("malformed", "self");
      return id.clock < (this.#done.get(id.client) ?? Number.POSITIVE_INFINITY);
    });
  }
}

/** The id of the item that holds this one, null when it stands in a root or beside another item. */
export function parentId(item: Y.Item): Y.ID | null {
  return item.parent instanceof Y.ID ? item.parent : null;
}
