import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { type WebSocket, WebSocketServer } from "ws";
import { urlOf } from "#app/domain/url.ts";
import { CLIENT_VERSION, COLLAB_PATH } from "#app/rooms/address.ts";
import { closeCodes } from "#app/rooms/close-codes.ts";
import { parseRoom, type Room, roomName } from "#app/rooms/names.ts";
import type { Admission } from "./admission.ts";
import type { SessionBudget } from "./budget.ts";
import { closeSocket } from "./closing.ts";
import { Connection } from "./connection.ts";
import type { Doorkeeper, Grant, Identity } from "./doorkeeper.ts";
import type { Limits } from "./limits.ts";
import type { Registry } from "./registry.ts";

export type UpgradeParts = {
  readonly registry: Registry;
  readonly admission: Admission;
  readonly doorkeeper: Doorkeeper;
  /** The public origin, or null to compare with the Host header. */
  readonly origin: string | null;
  readonly addressOf: (req: IncomingMessage) => string;
  readonly limits: Limits;
  readonly clock: () => number;
  /** Counts decisions about rights, so that one that was overtaken is taken again. */
  readonly rightsVersion: () => number;
  readonly failed: (error: unknown) => void;
  readonly left: (connection: Connection, code: number) => void;
};

type Request = { readonly req: IncomingMessage; readonly socket: Duplex; readonly head: Buffer };
type Refusal = { readonly code: number; readonly reason: string };
type Admitted = { readonly room: Room; readonly grant: Grant; readonly identity: Identity };

/** Answers the upgrade of a room's socket; false, with nothing touched, when the path is not below `/collab/`. */
export function makeUpgrade(parts: UpgradeParts): (req: IncomingMessage, socket: Duplex, head: Buffer) => boolean {
  const common = { noServer: true, clientTracking: false, perMessageDeflate: false } as const;
  const server = new WebSocketServer({ ...common, maxPayload: parts.limits.maxPayload });
  const pageServer = new WebSocketServer({ ...common, maxPayload: parts.limits.maxPagePayload });
  return (req, socket, head) => {
    if (!req.url?.startsWith(`${COLLAB_PATH}/`)) return false;
    socket.on("error", () => socket.destroy());
    if (!isOwnOrigin(req, parts.origin)) {
      socket.end("HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
      return true;
    }
    const isPage = req.url.startsWith(`${COLLAB_PATH}/notes/`);
    admit(parts, isPage ? pageServer : server, { req, socket, head }).catch((error: unknown) => {
      parts.failed(error);
      socket.destroy();
    });
    return true;
  };
}

async function admit(parts: UpgradeParts, server: WebSocketServer, request: Request): Promise<void> {
  const cookie = request.req.headers.cookie;
  const version = parts.rightsVersion();
  const identity = cookie === undefined ? null : await parts.doorkeeper.session(cookie);
  if (cookie === undefined || identity === null) {
    const code = parts.admission.tryAddress(parts.addressOf(request.req)) ? closeCodes.noSession : closeCodes.flood;
    return refuse(parts, server, request, { code, reason: "" });
  }
  const budget = parts.admission.reserve(identity.sessionId);
  if (budget === null) return refuse(parts, server, request, { code: closeCodes.flood, reason: "" });
  let entered = false;
  try {
    const decision = await decide(parts, request.req.url ?? "", identity);
    const outdated = parts.rightsVersion() !== version;
    if ("code" in decision) refuse(parts, server, request, decision);
    // Rights changed while they were read: what we know may be too old, so the client asks again.
    else if (outdated) refuse(parts, server, request, { code: closeCodes.rightsChanged, reason: "" });
    else entered = letIn(parts, server, request, { ...decision, cookie, budget });
  } finally {
    if (!entered) parts.admission.release(identity.sessionId);
  }
}

async function decide(parts: UpgradeParts, url: string, identity: Identity): Promise<Refusal | Admitted> {
  const at = url.indexOf("?");
  const params = new URLSearchParams(at < 0 ? "" : url.slice(at + 1));
  // A page of somebody else who was signed in here before is as good as signed out.
  if ((params.get("member") ?? identity.memberId) !== identity.memberId)
    return { code: closeCodes.noSession, reason: "" };
  if (params.get("v") !== String(CLIENT_VERSION)) return { code: closeCodes.clientTooOld, reason: "" };
  const room = parseRoom(url.slice(COLLAB_PATH.length + 1, at < 0 ? undefined : at));
  const grant = room === null ? "unknown" : await parts.doorkeeper.enter(identity.memberId, room, identity.onlyLooks);
  if (room === null || grant === "unknown") return { code: closeCodes.unknown, reason: "" };
  const current = String(grant.epoch);
  if (params.get("epoch") !== current) return { code: closeCodes.staleEpoch, reason: current };
  return { room, grant, identity };
}

function letIn(
  parts: UpgradeParts,
  server: WebSocketServer,
  request: Request,
  admitted: Admitted & { readonly cookie: string; readonly budget: SessionBudget },
): boolean {
  const { limits, clock, registry } = parts;
  const { room, grant, identity, cookie, budget } = admitted;
  let entered = false;
  accept(server, request, (ws) => {
    const { socket } = request;
    const left = (connection: Connection, code: number): void => {
      parts.admission.release(identity.sessionId);
      registry.left(connection);
      parts.left(connection, code);
    };
    const connection = new Connection({
      ws,
      socket,
      cookie,
      identity,
      address: room,
      grant,
      budget,
      limits,
      clock,
      left,
    });
    entered = registry.enter(connection, roomName(room));
    if (!entered) closeSocket(ws, closeCodes.flood, "", limits.closeWithin);
  });
  return entered;
}

/** Accepts and closes: an HTTP status would leave the provider with 1006 and make it try for ever. */
function refuse(parts: UpgradeParts, server: WebSocketServer, request: Request, { code, reason }: Refusal): void {
  accept(server, request, (ws) => closeSocket(ws, code, reason, parts.limits.closeWithin));
}

/** Calls back in this turn, or never when the client is gone or its request is none of RFC 6455. */
function accept(server: WebSocketServer, { req, socket, head }: Request, then: (ws: WebSocket) => void): void {
  server.handleUpgrade(req, socket, head, (ws) => {
    // `ws` closes the socket itself after such an error, say a frame above the limit.
    ws.on("error", () => {});
    then(ws);
  });
}

function isOwnOrigin(req: IncomingMessage, origin: string | null): boolean {
  const given = urlOf(req.headers.origin ?? "");
  if (given === null) return false;
  return origin === null ? given.host === req.headers.host : given.origin === new URL(origin).origin;
}
