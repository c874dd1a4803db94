import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { closeCodes } from "#app/rooms/close-codes.ts";
import type { LeadPlace } from "#app/rooms/lead.ts";
import type { Effect } from "#db/store.ts";
import { Admission } from "./admission.ts";
import type { Connection } from "./connection.ts";
import type { Doorkeeper } from "./doorkeeper.ts";
import { defaultLimits, type Limits } from "./limits.ts";
import { systemTimer, type Timer } from "./pace.ts";
import { Registry } from "./registry.ts";
import { concerns, dismiss, judge, type RightsEffect } from "./rights.ts";
import type { Feed, Snapshots } from "./room-rows.ts";
import { type LivePages, Pages } from "./shared/pages.ts";
import type { PagesStore } from "./shared/pages-store.ts";
import type { Scanned } from "./shared/scan.ts";
import { Scanner } from "./shared/scanner.ts";
import { makeUpgrade } from "./upgrade.ts";
import { presenceFrame } from "./wire.ts";

/** Where faults and attacks are told; pino's logger is one. */
export type RealtimeLog = {
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
};

export type RealtimeParts = {
  readonly feed: Feed;
  /** Null or absent: whoever comes first after a restart waits for encoding. */
  readonly snapshots?: Snapshots | null;
  /** Where the pages are kept that clients write. */
  readonly pageStore: PagesStore;
  /** A client id of Yjs, 32 random bits. */
  readonly newClient: () => number;
  readonly doorkeeper: Doorkeeper;
  /** The public origin, or null to compare a browser's Origin with the Host header. */
  readonly origin: string | null;
  readonly clock: () => number;
  readonly log: RealtimeLog;
  /** The address that limits count; the peer's own by default. */
  readonly addressOf?: (req: IncomingMessage) => string;
  readonly limits?: Partial<Limits>;
  /** Reads updates of pages; a worker of its own by default. */
  readonly scan?: (bytes: Uint8Array) => Promise<Scanned>;
  /** Spaces out sends; the process's own time by default. */
  readonly timer?: Timer;
};

type RowsEffect = Extract<Effect, { kind: "rows" }>;

export type RealtimeStats = { readonly sockets: number; readonly rooms: number; readonly cachedBytes: number };

export type Realtime = {
  /** Takes over an upgrade below `/collab/`; false, with nothing touched, for every other path. */
  handleUpgrade(req: IncomingMessage, socket: Duplex, head: Buffer): boolean;
  /**
   * To be called with all effects of a commit, after it and in its turn: sockets whose rights may have changed are detached, then
   * rows go out, one frame for each room. Never throws.
   */
  publish(effects: readonly Effect[]): void;
  /** Detaches the sockets that the effect concerns at once and closes each within a second. */
  recheck(effect: RightsEffect): void;
  /** Ids of the members who are reading the document now. */
  readersOf(documentId: string): readonly string[];
  readonly pages: LivePages;
  /** Brings everybody in a reading room to a place, in the name of a seat; null ends it. Ends by itself when that seat leaves. */
  lead(room: string, seat: string, place: LeadPlace | null): void;
  stats(): RealtimeStats;
  /** Closes all sockets (1012, "restarting") and resolves when they are gone. */
  close(): Promise<void>;
};

/** The rooms of this process behind one upgrade handler. */
export function makeRealtime(parts: RealtimeParts): Realtime {
  const { feed, doorkeeper, origin, clock, log } = parts;
  const limits: Limits = { ...defaultLimits, ...parts.limits };
  const admission = new Admission(limits, clock);
  const failed = (room: string, error: unknown): void => log.error({ room, err: error }, "a room could not be read");
  const scanner = new Scanner();
  const pages = new Pages({
    ...{ limits, clock, failed, store: parts.pageStore, newClient: parts.newClient },
    scan: parts.scan ?? ((bytes) => scanner.scan(bytes)),
  });
  const registry = new Registry({
    ...{ feed, limits, clock, pages, failed },
    snapshots: parts.snapshots ?? null,
    timer: parts.timer ?? systemTimer,
  });
  let rightsVersion = 0;
  let closing = false;

  const left = ({ identity, address }: Connection, code: number): void => {
    if (code !== closeCodes.flood && code !== closeCodes.violation && code !== closeCodes.tooLarge) return;
    log.warn({ code, member: identity.memberId, room: address }, "a socket broke the rules");
  };
  const upgrade = makeUpgrade({
    ...{ registry, admission, doorkeeper, origin, limits, clock, left },
    addressOf: parts.addressOf ?? ((req) => req.socket.remoteAddress ?? ""),
    rightsVersion: () => rightsVersion,
    failed: (error) => log.error({ err: error }, "an upgrade failed"),
  });

  const recheck = (effect: RightsEffect): void => {
    rightsVersion += 1;
    const detached = [...registry.connections].filter((connection) => concerns(effect, connection));
    for (const connection of detached) connection.detach(closeCodes.rightsChanged);
    for (const connection of detached) void dismiss(doorkeeper, connection, limits);
  };

  const recheckDue = async (connection: Connection): Promise<void> => {
    const verdict = await judge(doorkeeper, connection);
    if (verdict !== null) connection.end(verdict);
  };

  const idle = presenceFrame([]);
  const timer = setInterval(() => {
    const now = clock();
    registry.tend(now);
    admission.sweep();
    for (const connection of [...registry.connections]) {
      connection.tend(now, idle);
      if (!connection.isIn || now - connection.checkedAt < limits.recheckEvery) continue;
      connection.checkedAt = now;
      recheckDue(connection).catch((error: unknown) => log.error({ err: error }, "rights could not be read again"));
    }
  }, limits.tick);
  timer.unref();

  return {
    handleUpgrade(req, socket, head) {
      if (!closing) return upgrade(req, socket, head);
      socket.destroy();
      return true;
    },
    publish(effects) {
      for (const effect of effects) if (effect.kind === "rights") recheck(effect);
      for (const { room, epoch, rows } of rowsByRoom(effects)) registry.publish(room, epoch, rows);
      for (const effect of effects) if (effect.kind === "opened") registry.opened(effect.documents);
    },
    recheck,
    readersOf: (documentId) => registry.readersOf(documentId),
    pages,
    lead: (room, seat, place) => registry.lead(room, seat, place),
    stats: () => ({
      sockets: registry.connections.size,
      rooms: registry.rooms.size + pages.size,
      cachedBytes: registry.cache.bytes,
    }),
    async close() {
      closing = true;
      // Upgrades that are still being decided are sent away when they come through.
      rightsVersion += 1;
      clearInterval(timer);
      await Promise.all([...registry.connections].map((connection) => connection.shut(1012)));
      await scanner.close();
    },
  };
}

/** A commit holds up to 32 commands: the rows of one room go out together, whatever command they come from. */
function rowsByRoom(effects: readonly Effect[]): Iterable<RowsEffect> {
  const merged = new Map<string, RowsEffect>();
  for (const effect of effects) {
    if (effect.kind !== "rows") continue;
    const key = `${effect.epoch} ${effect.room}`;
    const before = merged.get(key)?.rows ?? [];
    merged.set(key, { ...effect, rows: [...before, ...effect.rows] });
  }
  return merged.values();
}
