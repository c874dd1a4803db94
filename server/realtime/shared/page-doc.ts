import { updateYFragment } from "y-prosemirror";
import * as Y from "yjs";
import type { PageNode } from "#app/domain/page/page.ts";
import { pageSchema } from "#app/rooms/page-schema.ts";
import { PAGE } from "#app/rooms/shared-page.ts";
import { inspect, onlyNew } from "./inspect.ts";
import { Refusal } from "./refusal.ts";
import type { Scanned } from "./scan.ts";

/** What a page may hold, in bytes of its encoded state: some 300 pages of print with their history. */
export const MAX_PAGE_BYTES = 2 * 1024 * 1024;

/** What an update changed: the bytes to store and to send on, null when it said nothing new. */
export type Admitted = { readonly update: Uint8Array | null; readonly clients: readonly number[] };

/** The page of a room as a Yjs document, and the only way into it. */
export class PageDoc {
  readonly doc = new Y.Doc();
  #emitted: Uint8Array[] = [];
  /** At least as much as the page holds: what was deleted is counted until the page seems full. */
  #bytes: number;

  /** Throws when the stored updates do not make a whole. */
  constructor(updates: readonly Uint8Array[]) {
    this.doc.getXmlFragment(PAGE);
    if (updates.length > 0) Y.applyUpdate(this.doc, Y.mergeUpdates([...updates]));
    this.#refusePending();
    this.#bytes = updates.reduce((sum, update) => sum + update.length, 0);
    this.doc.on("update", (update: Uint8Array) => this.#emitted.push(update));
  }

  /** The last clock of a client id, 0 for one that never wrote. */
  clockOf(client: number): number {
    return Y.getState(this.doc.store, client);
  }

  /**
   * Lets an update in. What comes out is what Yjs made of it, redundant formatting cleaned away. Throws Refusal with
   * nothing changed; any other error leaves a document that must not be used any more.
   */
  admit(bytes: Uint8Array, { clients }: Scanned, mayWrite: (client: number) => boolean): Admitted {
    const update = onlyNew(this.doc, bytes, clients);
    const inspected = inspect(this.doc, update, mayWrite);
    // A full page can still be made shorter.
    if (inspected.adds && !this.#hasRoomFor(update.length)) throw new Refusal("full", "page");
    Y.applyUpdate(this.doc, update);
    this.#refusePending();
    return { update: this.#take(), clients: inspected.clients };
  }

  /** Makes the page what it was, as one change under the server's own client id; null when it is so already. */
  restore(page: PageNode, client: number): Uint8Array | null {
    const node = pageSchema.nodeFromJSON(page);
    this.doc.clientID = client;
    this.doc.transact(() => {
      const meta = { mapping: new Map(), isOMark: new Map() };
      updateYFragment(this.doc, this.doc.getXmlFragment(PAGE), node, meta);
    });
    return this.#take();
  }

  /** What is known here. */
  vector(): Uint8Array {
    return Y.encodeStateVector(this.doc);
  }

  /** The page as one update, without what `vector` has. */
  encode(vector?: Uint8Array): Uint8Array {
    return Y.encodeStateAsUpdate(this.doc, vector);
  }

  #hasRoomFor(bytes: number): boolean {
    if (this.#bytes + bytes > MAX_PAGE_BYTES) this.#bytes = this.encode().length;
    return this.#bytes + bytes <= MAX_PAGE_BYTES;
  }

  #take(): Uint8Array | null {
    const emitted = this.#emitted.splice(0);
    if (emitted.length === 0) return null;
    const update = emitted.length === 1 ? emitted[0] : Y.mergeUpdates(emitted);
    this.#bytes += update?.length ?? 0;
    return update ?? null;
  }

  #refusePending(): void {
    const { pendingStructs, pendingDs } = this.doc.store;
    if (pendingStructs !== null || pendingDs !== null) throw new Error("A page has parts that hang on nothing.");
  }
}
