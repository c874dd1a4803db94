/** A page that a group writes, in the browser: its copy in IndexedDB, its socket, and what the server has stored of it. */
import * as decoding from "lib0/decoding";
import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";
import { CLIENT_VERSION } from "#app/rooms/address.ts";
import { closeCodes } from "#app/rooms/close-codes.ts";
import { PAGE } from "#app/rooms/shared-page.ts";
import { Cell } from "./cell.ts";
import { type Connection, connectionOf } from "./connection.ts";
import { KeptCopy } from "./kept-copy.ts";
import { type Peer, peersOf } from "./peers.ts";
import type { RoomStatus } from "./room-client.ts";
import { hasUnstored, type Known, learn, unstoredWords } from "./unstored.ts";

export type PageClientOptions = {
  /** Id of the viewer; the copy is named by person, room and epoch. */
  readonly person: string;
  readonly room: string;
  readonly epoch: number;
  readonly ownSeat: string;
  /** Such as `wss://glossa.example`. */
  readonly wsOrigin: string;
  /** The words of this reader that the server did not take before it closed the page. */
  readonly onLost: (words: string) => void;
};

/** A document that can be shown and written on. */
export type OpenPage = { readonly doc: Y.Doc; readonly awareness: WebsocketProvider["awareness"] };

const MAX_BACKOFF = 5_000;
/** Types of messages and of sync messages (y-protocols 1.0). */
const SYNC = 0;
const STEP_1 = 0;

/** Opens itself, stays open, and begins anew when the server wants it so. */
export class PageClient {
  readonly page = new Cell<OpenPage | null>(null);
  readonly connection = new Cell<Connection>("opening");
  readonly peers = new Cell<readonly Peer[]>([]);
  /** True while words stand here that the server has not stored. */
  readonly unstored = new Cell(false);
  #known: Known = new Map();
  #provider: WebsocketProvider | null = null;
  readonly #copy: KeptCopy;
  #doc: Y.Doc | null = null;
  #hasHeard = false;
  #hasBeenLive = false;
  #closed = false;
  #reopening: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly options: PageClientOptions) {
    this.#copy = new KeptCopy(options, options.epoch);
    void this.#open();
  }

  /** Tries at once, for instance when the page is seen again. */
  reconnect(): void {
    if (!this.#closed && this.#provider !== null && !this.#provider.wsconnected) this.#provider.connect();
  }

  /** Leaves without dropping the copy. */
  close(): void {
    this.#closed = true;
    clearTimeout(this.#reopening);
    this.#provider?.destroy();
    this.#copy.close();
    this.#doc?.destroy();
  }

  async #open(): Promise<void> {
    const { room, wsOrigin, ownSeat } = this.options;
    const doc = new Y.Doc();
    doc.getXmlFragment(PAGE);
    this.#doc = doc;
    this.#known = new Map();
    this.#hasHeard = false;
    await this.#copy.load(doc);
    if (this.#closed || this.#doc !== doc) return;
    const provider = new WebsocketProvider(`${wsOrigin}/collab`, room, doc, {
      connect: false,
      disableBc: true,
      params: { epoch: String(this.#copy.epoch), member: this.options.person, v: String(CLIENT_VERSION) },
      maxBackoffTime: MAX_BACKOFF,
    });
    this.#provider = provider;
    this.#listen(provider);
    doc.on("update", () => {
      if (!this.#hasHeard) this.#copy.mark(true);
      this.#compare();
    });
    provider.awareness.on("change", () => this.peers.set(peersOf(provider.awareness.getStates(), new Set([ownSeat]))));
    provider.on("sync", (synced) => synced && this.#say("live"));
    provider.on("status", ({ status }) => status !== "connected" && !this.#closed && this.#say("connecting"));
    provider.on("closed", ({ code, reason }) => void this.#afterClose(code, reason));
    this.#compare();
    this.page.set({ doc, awareness: provider.awareness });
    provider.connect();
  }

  /** Reads along what the server says: all that it sends is stored, the words of this reader among it. */
  #listen(provider: WebsocketProvider): void {
    const handle = provider.messageHandlers[SYNC];
    if (handle === undefined) return;
    provider.messageHandlers[SYNC] = (encoder, decoder, ...rest) => {
      const ahead = decoding.clone(decoder);
      const type = decoding.readVarUint(ahead);
      const bytes = decoding.readVarUint8Array(ahead);
      learn(this.#known, type === STEP_1 ? Y.decodeStateVector(bytes) : Y.parseUpdateMeta(bytes).to);
      this.#hasHeard = true;
      handle(encoder, decoder, ...rest);
      this.#compare();
    };
  }

  #compare(): void {
    const unstored = this.#doc !== null && hasUnstored(this.#doc, this.#known);
    this.unstored.set(unstored);
    // Before the server has said what it knows, everything that was loaded would count; the mark is that of the last visit.
    if (this.#hasHeard) this.#copy.mark(unstored);
  }

  #say(status: RoomStatus): void {
    this.connection.set(connectionOf([status], this.#hasBeenLive, false));
    this.#hasBeenLive ||= status === "live";
  }

  async #afterClose(code: number, reason: string): Promise<void> {
    switch (code) {
      case closeCodes.noSession:
        return this.#say("signed-out");
      case closeCodes.forbidden:
      case closeCodes.unknown:
        await this.#drop();
        return this.#say("left");
      case closeCodes.staleEpoch:
        await this.#drop(Number(reason) || this.#copy.epoch);
        this.#reopening = setTimeout(() => void this.#open(), Math.random() * 2_000);
        return;
      case closeCodes.clientTooOld:
        return this.#say("too-old");
      case closeCodes.tooLarge:
      case closeCodes.violation:
        // Left in the copy, the same words would be refused again with every visit.
        await this.#drop();
        return this.#say("stopped");
      default:
        return this.#say("stopped");
    }
  }

  async #drop(epoch?: number): Promise<void> {
    const words = this.#doc === null ? "" : unstoredWords(this.#doc, this.#known);
    if (words !== "") this.options.onLost(words);
    this.#provider?.destroy();
    this.#provider = null;
    this.#doc = null;
    this.page.set(null);
    this.unstored.set(false);
    await this.#copy.drop(epoch);
  }
}
