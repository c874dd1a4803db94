/** A page behind its gate and honest people who write on it, for tests. */
import * as Y from "yjs";
import { PAGE } from "#app/rooms/shared-page.ts";
import { LivePage } from "./live-page.ts";
import { isRefusal } from "./refusal.ts";
import { scan } from "./scan.ts";

/** What the gate says to an update: "in" with the bytes that go on, "nothing new", or why not. */
export type Verdict = { readonly said: string; readonly update: Uint8Array | null };

/** A page that everybody may write. */
export class GateBench {
  page = new LivePage({ updates: [], owners: new Map(), unversioned: null });
  readonly stored: Uint8Array[] = [];
  readonly owners = new Map<number, string>();
  readonly announced = new Map<number, string>();

  /** Sends an update as that member. */
  send(member: string, bytes: Uint8Array): Verdict {
    try {
      const sender = { member, seat: member, seatOf: (client: number) => this.announced.get(client) ?? null };
      const change = this.page.admit(bytes, scan(bytes), sender);
      if (change === null) return { said: "nothing new", update: null };
      for (const client of change.clients) this.owners.set(client, member);
      this.stored.push(change.update);
      return { said: "in", update: change.update };
    } catch (error) {
      if (!isRefusal(error)) throw error;
      return { said: error.reason, update: null };
    }
  }

  /** Begins anew from what is stored. */
  restart(): void {
    this.page = new LivePage({ updates: this.stored, owners: this.owners, unversioned: null });
  }

  /** What the page holds, read from its own bytes and not from memory. */
  json(): string {
    const doc = new Y.Doc();
    Y.applyUpdate(doc, this.state());
    return doc.getXmlFragment(PAGE).toString();
  }

  state(): Uint8Array {
    const state = this.page.missingFrom(Uint8Array.of(0));
    if (state === null) throw new Error("The page has no state.");
    return state;
  }
}

/** Somebody who writes with a document of their own. */
export class Writer {
  readonly page: Y.XmlFragment;

  constructor(
    readonly member: string,
    readonly bench: GateBench,
    readonly doc = new Y.Doc(),
  ) {
    this.page = doc.getXmlFragment(PAGE);
  }

  /** Gets what the page has. */
  pull(): void {
    Y.applyUpdate(this.doc, this.bench.state());
  }

  /** Sends all that the page does not have, as a stock provider answers a first sync: with every deletion. */
  push(): Verdict {
    return this.bench.send(this.member, Y.encodeStateAsUpdate(this.doc, this.bench.page.vector()));
  }

  /** Makes one change and gives its update without sending it. */
  change(work: () => void): Uint8Array {
    const updates: Uint8Array[] = [];
    const keep = (update: Uint8Array) => updates.push(update);
    this.doc.on("update", keep);
    this.doc.transact(work);
    this.doc.off("update", keep);
    return Y.mergeUpdates(updates);
  }

  /** Makes one change and sends it. */
  write(work: () => void): Verdict {
    return this.bench.send(this.member, this.change(work));
  }

  /** Adds a paragraph with these words; gives its text. */
  paragraph(words: string, name = "paragraph"): Y.XmlText {
    const text = new Y.XmlText();
    const block = new Y.XmlElement(name);
    this.write(() => {
      this.page.push([block]);
      block.push([text]);
      if (words !== "") text.insert(0, words);
    });
    return text;
  }

  /** The first text of the block at that place. */
  textAt(index: number): Y.XmlText {
    const block = this.page.get(index);
    const text = block instanceof Y.XmlElement ? block.get(0) : null;
    if (!(text instanceof Y.XmlText)) throw new Error(`There is no text at ${index}.`);
    return text;
  }
}
