/** Everything live about one open text: its rooms, its notes, the outbox and who is here. */
import type { AnnotationCommand } from "#app/domain/annotation/command.ts";
import { type Lead, readLead } from "#app/rooms/lead.ts";
import { readOpened } from "#app/rooms/opened.ts";
import type { PresenceClaim } from "#app/rooms/presence.ts";
import { REVISION, type RevisionRecord } from "#app/rooms/reading-room.ts";
import { openBrowserOutbox } from "./browser-outbox.ts";
import { Cell } from "./cell.ts";
import { type Connection, connectionOf } from "./connection.ts";
import { NotesStore } from "./notes-store.ts";
import type { OutboxEntry } from "./outbox-entry.ts";
import { type Peer, peersOf } from "./peers.ts";
import { RoomClient, type RoomStatus } from "./room-client.ts";
import { watchGates } from "./watch-gates.ts";

export type SessionOptions = {
  readonly person: string;
  readonly document: string;
  /** The first one carries presence. */
  readonly rooms: readonly { readonly room: string; readonly epoch: number }[];
  readonly ownSeats: readonly string[];
  /** Rooms behind gates: they come and go while the reader stays. */
  readonly gated: readonly string[];
  /** When the gates of rooms open that the reader may not open yet; null for no known time. Empty: there are none. */
  readonly waitsFor: readonly (number | null)[];
  readonly wsOrigin: string;
};

export type ReadingSession = {
  readonly notes: NotesStore;
  readonly connection: Cell<Connection>;
  readonly peers: Cell<readonly Peer[]>;
  /** Where a teacher brings everybody now, or null. */
  readonly lead: Cell<Lead | null>;
  /** How often gates opened or names changed: who sits where is to be asked again. */
  readonly opened: Cell<number>;
  /** The revision that is read now, where the text has changed since it was added. */
  readonly revision: Cell<RevisionRecord | null>;
  /** Shows and sends; resolves once the command is kept in this browser. */
  readonly give: (command: AnnotationCommand) => Promise<string>;
  readonly discard: (entryId: string) => Promise<void>;
  readonly retry: (entry: OutboxEntry) => Promise<void>;
  readonly claim: (claim: PresenceClaim) => void;
  readonly close: () => void;
};

/** Milliseconds after which an answered command stops being laid over rooms that are live and do not show it. */
const TRUST_THE_ROOMS = 10_000;

/** Milliseconds after which a text that is not live yet says that it has no connection. */
const OVERDUE = 4_000;

/** Opens all of it; `close` leaves the copies for the next visit. */
export function openReadingSession(options: SessionOptions): ReadingSession {
  const { person, document: text, ownSeats } = options;
  const notes = new NotesStore(ownSeats);
  const connection = new Cell<Connection>("opening");
  const peers = new Cell<readonly Peer[]>([]);
  const lead = new Cell<Lead | null>(null);
  const opened = new Cell(0);
  const revision = new Cell<RevisionRecord | null>(null);
  const mine = new Set(ownSeats);
  const statuses: RoomStatus[] = [];
  let hasBeenLive = false;
  let isOverdue = false;
  let isRead = false;
  let entries: readonly OutboxEntry[] = [];
  let signedOut = false;

  const say = () => {
    connection.set(connectionOf(statuses, hasBeenLive || isOverdue, signedOut));
    hasBeenLive ||= connection.get() === "live";
    if (isRead || statuses.includes("loading")) return;
    isRead = true;
    notes.setOutbox(entries);
  };
  const clients: RoomClient[] = [];
  const open = ({ room, epoch }: SessionOptions["rooms"][number]) => {
    const i = statuses.push("loading") - 1;
    const isGated = options.gated.includes(room);
    const client = new RoomClient({
      person,
      room,
      epoch,
      wsOrigin: options.wsOrigin,
      onChange: (change) => {
        // Before its notes are drawn: they stand in the new words.
        const said = change.text?.get(REVISION) ?? null;
        if (said !== null && said.n > (revision.get()?.n ?? 0)) revision.set(said);
        notes.applyRoom(change);
      },
      onDrop: () => {
        notes.leaveRoom(room);
        if (isGated) gates.shut(room);
      },
      onStatus: (status) => {
        statuses[i] = isGated && status === "left" ? "live" : status;
        say();
      },
    });
    clients.push(client);
  };
  const gates = watchGates(text, options, open);
  for (const room of options.rooms) open(room);
  clients[0]?.watchPeers((awareness) => {
    const states = awareness.getStates();
    gates.heard(readOpened(states));
    opened.set(readOpened(states));
    peers.set(peersOf(states, mine));
    const said = readLead(states);
    // Said again every few seconds: only another call is news.
    if (said?.n !== lead.get()?.n || said?.seat !== lead.get()?.seat) lead.set(said);
  });

  const { outbox, close: closeOutbox } = openBrowserOutbox(person, {
    // Laid over the rooms once their copies have been read, or those notes would seem to come in after these.
    onChange: (all) => {
      entries = all.filter((entry) => entry.document === text);
      gates.wrote(entries);
      if (isRead) notes.setOutbox(entries);
    },
    onSignedOut: (value) => {
      signedOut = value;
      if (!value) for (const client of clients) client.reconnect();
      say();
    },
  });
  const stopSweeping = sweepAnswered(notes, outbox.discard.bind(outbox), () => connection.get() === "live");
  const overdue = setTimeout(() => {
    isOverdue = true;
    say();
  }, OVERDUE);
  const whenSeen = () => {
    if (document.visibilityState === "visible") for (const client of clients) client.reconnect();
  };
  document.addEventListener("visibilitychange", whenSeen);

  return {
    notes,
    connection,
    peers,
    lead,
    opened,
    revision,
    give: (command) => outbox.give(command),
    discard: (id) => outbox.discard(id),
    retry: (entry) => outbox.retry(entry),
    claim: (claim) => clients[0]?.claim(claim),
    close: () => {
      document.removeEventListener("visibilitychange", whenSeen);
      clearTimeout(overdue);
      stopSweeping();
      gates.close();
      closeOutbox();
      for (const client of clients) client.close();
    },
  };
}

/** Drops answered commands whose effect has arrived, or that the live rooms have long contradicted. */
function sweepAnswered(notes: NotesStore, discard: (id: string) => Promise<void>, isLive: () => boolean): () => void {
  const drop = (entries: readonly OutboxEntry[]) => {
    for (const { id } of entries) void discard(id);
  };
  const unsubscribe = notes.subscribe(() => drop(notes.shownEntries()));
  const timer = setInterval(() => {
    if (!isLive()) return;
    const old = Date.now() - TRUST_THE_ROOMS;
    drop(notes.snapshot().outbox.filter(({ state }) => state.kind === "answered" && state.at < old));
  }, TRUST_THE_ROOMS);
  return () => {
    unsubscribe();
    clearInterval(timer);
  };
}
