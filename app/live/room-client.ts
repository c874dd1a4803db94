/** One room in the browser: its copy in IndexedDB, its socket, and what each close code asks of us. */
import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";
import type { Reactions } from "#app/domain/annotation/reaction.ts";
import type { Curation } from "#app/domain/moderation/curation.ts";
import { closeCodes } from "#app/rooms/close-codes.ts";
import {
  ANNOTATIONS,
  type AnnotationRecord,
  CURATION,
  REACTIONS,
  type RevisionRecord,
  type RoomMap,
  SUMMARIES,
  type SummaryRecord,
  TEXT,
  THREADS,
  type ThreadRecord,
} from "#app/rooms/reading-room.ts";
import { KeptCopy } from "./kept-copy.ts";
import type { RoomChange } from "./merge-rooms.ts";

/** `stopped`: the server will not have this socket again before a reload. */
export type RoomStatus = "loading" | "connecting" | "live" | "signed-out" | "left" | "too-old" | "stopped";

export type RoomOptions = {
  /** Id of the viewer; the copy is named by person, room and epoch. "" keeps none. */
  readonly person: string;
  readonly room: string;
  readonly epoch: number;
  /** Such as `wss://glossa.example`. */
  readonly wsOrigin: string;
  readonly onChange: (change: RoomChange) => void;
  /** Hears of each new document of the room, before anything is in it; for rooms with maps of their own. */
  readonly onDoc?: (doc: Y.Doc) => void;
  readonly onStatus: (status: RoomStatus) => void;
  /** The room's copy was dropped: nothing of it may be shown any more. */
  readonly onDrop: () => void;
};

/** Increased when this client could misread what the server sends. */
const CLIENT_VERSION = "1";
const MAX_BACKOFF = 5_000;

/** Who is in the room, as y-protocols keeps it. */
export type RoomAwareness = WebsocketProvider["awareness"];

/** A room that opens itself, stays open, and is read only. */
export class RoomClient {
  #doc: Y.Doc | null = null;
  #provider: WebsocketProvider | null = null;
  readonly #copy: KeptCopy;
  #closed = false;
  #reopening: ReturnType<typeof setTimeout> | undefined;
  #claim: Record<string, unknown> | null = null;
  #onPeers: ((awareness: RoomAwareness) => void) | null = null;

  constructor(readonly options: RoomOptions) {
    this.#copy = new KeptCopy(options, options.epoch);
    void this.#open();
  }

  /** Says of this reader what others may see; null says nothing. */
  claim(state: Record<string, unknown> | null): void {
    this.#claim = state;
    this.#provider?.awareness.setLocalState(state);
  }

  /** Hears of everybody's presence, now and after each change. */
  watchPeers(listener: (awareness: RoomAwareness) => void): void {
    this.#onPeers = listener;
    if (this.#provider !== null) listener(this.#provider.awareness);
  }

  /** Tries at once, for instance when the page is seen again or somebody signed in. */
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
    const { room, wsOrigin, onStatus } = this.options;
    onStatus("loading");
    const doc = new Y.Doc();
    this.#doc = doc;
    this.#observe(doc);
    this.options.onDoc?.(doc);
    await this.#copy.load(doc);
    if (this.#closed || this.#doc !== doc) return;
    const provider = new WebsocketProvider(`${wsOrigin}/collab`, room, doc, {
      connect: false,
      disableBc: true,
      params: { epoch: String(this.#copy.epoch), member: this.options.person, v: CLIENT_VERSION },
      maxBackoffTime: MAX_BACKOFF,
    });
    // A provider sends up whatever reaches the doc from elsewhere, such as from the store of another tab; this room is read only.
    doc.off("update", provider._updateHandler);
    this.#provider = provider;
    provider.awareness.setLocalState(this.#claim);
    provider.awareness.on("change", () => this.#onPeers?.(provider.awareness));
    provider.on("sync", (synced) => synced && onStatus("live"));
    provider.on("status", ({ status }) => status !== "connected" && !this.#closed && onStatus("connecting"));
    provider.on("closed", ({ code, reason }) => void this.#afterClose(code, reason));
    provider.connect();
  }

  #observe(doc: Y.Doc): void {
    const { room, onChange } = this.options;
    observe<AnnotationRecord>(doc, ANNOTATIONS, (records) => onChange({ room, records }));
    observe<ThreadRecord>(doc, THREADS, (threads) => onChange({ room, threads }));
    observe<Reactions>(doc, REACTIONS, (reactions) => onChange({ room, reactions }));
    observe<Curation>(doc, CURATION, (curation) => onChange({ room, curation }));
    observe<SummaryRecord>(doc, SUMMARIES, (summaries) => onChange({ room, summaries }));
    observe<RevisionRecord>(doc, TEXT, (text) => onChange({ room, text }));
  }

  async #afterClose(code: number, reason: string): Promise<void> {
    const { onStatus } = this.options;
    switch (code) {
      case closeCodes.noSession:
        return onStatus("signed-out");
      case closeCodes.forbidden:
      case closeCodes.unknown:
        await this.#drop();
        return onStatus("left");
      case closeCodes.staleEpoch:
        await this.#drop(Number(reason) || this.#copy.epoch + 1);
        // A whole class meets the new epoch in the same second.
        this.#reopening = setTimeout(() => void this.#open(), Math.random() * 2_000);
        return;
      case closeCodes.clientTooOld:
        return onStatus("too-old");
      default:
        return onStatus("stopped");
    }
  }

  async #drop(epoch?: number): Promise<void> {
    this.#provider?.destroy();
    this.#provider = null;
    this.#doc?.destroy();
    this.#doc = null;
    this.options.onDrop();
    await this.#copy.drop(epoch);
  }
}

/** Tells what changed in one map of a room. */
function observe<V>(doc: Y.Doc, name: RoomMap, tell: (changed: ReadonlyMap<string, V | null>) => void): void {
  const map = doc.getMap<V | null>(name);
  map.observe(({ keysChanged }) => tell(new Map([...keysChanged].map((key) => [key, map.get(key) ?? null]))));
}
