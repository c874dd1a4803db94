import type { PageNode } from "#app/domain/page/page.ts";
import { type Admitted, PageDoc } from "./page-doc.ts";
import { pageOf } from "./page-json.ts";
import type { PageChange, PageVersion, StoredPage } from "./pages-store.ts";
import { Refusal } from "./refusal.ts";
import type { Scanned } from "./scan.ts";
import { isVersionDue, type Unversioned } from "./version-due.ts";

/** Who sends: a member, who sits there under that seat, and who announced which client id in this room. */
export type Sender = {
  readonly member: string;
  readonly seat: string;
  readonly seatOf: (client: number) => string | null;
};

/** Visits of one member to one page, each of which may write under a client id of its own. */
const MAX_CLIENTS = 4_096;

/** A page in memory with what is known about it: whose client ids are whose, and what no version holds yet. */
export class LivePage {
  readonly #doc: PageDoc;
  readonly #owners: Map<number, string>;
  #unversioned: Unversioned | null;

  constructor(stored: StoredPage) {
    this.#doc = new PageDoc(stored.updates);
    this.#owners = new Map(stored.owners);
    this.#unversioned = stored.unversioned;
  }

  get hasUnversioned(): boolean {
    return this.#unversioned !== null;
  }

  /** The member who writes under a client id, null for nobody yet. */
  ownerOf(client: number): string | null {
    return this.#owners.get(client) ?? null;
  }

  /** Lets an update in; null when it says nothing new. Throws Refusal with nothing changed. */
  admit(bytes: Uint8Array, scanned: Scanned, sender: Sender): PageChange | null {
    const admitted: Admitted = this.#doc.admit(bytes, scanned, (client) => this.#mayWrite(client, sender));
    if (admitted.update === null) return null;
    const { member } = sender;
    const clients = admitted.clients.filter((client) => !this.#owners.has(client));
    for (const client of clients) this.#owners.set(client, member);
    return { member, update: admitted.update, clients };
  }

  /** Makes the page what it was; null when it is so already. */
  restore(content: PageNode, newClient: () => number): Uint8Array | null {
    let client = newClient();
    while (this.#owners.has(client) || this.#doc.clockOf(client) > 0) client = newClient();
    return this.#doc.restore(content, client);
  }

  /** Notes that changes are stored. */
  committed(changes: readonly PageChange[], now: number): void {
    const before = this.#unversioned ?? { edits: 0, firstEdit: now, members: [] };
    const members = new Set([...before.members, ...changes.map(({ member }) => member)]);
    const edits = before.edits + changes.length;
    this.#unversioned = { edits, firstEdit: before.firstEdit, lastEdit: now, members: [...members] };
  }

  /** Notes that a version was kept. */
  versioned(): void {
    this.#unversioned = null;
  }

  /** What the next version would hold, null while there is nothing new. */
  version(): PageVersion | null {
    if (this.#unversioned === null) return null;
    return { content: this.content(), members: this.#unversioned.members, update: this.#doc.encode() };
  }

  isVersionDue(now: number): boolean {
    return this.#unversioned !== null && isVersionDue(this.#unversioned, now);
  }

  content(): PageNode {
    return pageOf(this.#doc.doc);
  }

  /** What is known here, as a state vector. */
  vector(): Uint8Array {
    return this.#doc.vector();
  }

  /** What a client lacks, by its state vector; null when that is none. */
  missingFrom(vector: Uint8Array): Uint8Array | null {
    try {
      return this.#doc.encode(vector);
    } catch {
      return null;
    }
  }

  /** An id belongs to whom it is bound, else to who announced it, else to nobody; ids in the page without an owner are ours. */
  #mayWrite(client: number, { member, seat, seatOf }: Sender): boolean {
    const owner = this.#owners.get(client);
    if (owner !== undefined) return owner === member;
    if ((seatOf(client) ?? seat) !== seat || this.#doc.clockOf(client) > 0) return false;
    let own = 0;
    for (const other of this.#owners.values()) if (other === member) own += 1;
    if (own >= MAX_CLIENTS) throw new Refusal("too-large", "visits");
    return true;
  }
}
