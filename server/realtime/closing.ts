import type { WebSocket } from "ws";
import { closeCodes } from "#app/rooms/close-codes.ts";

/**
 * Sends a close frame; a client that did not hang up after `within` milliseconds is cut off. A flood is not even read any
 * more, at the price of its answer to the close frame.
 */
export function closeSocket(ws: WebSocket, code: number, reason: string, within: number): void {
  ws.close(code, reason);
  if (code === closeCodes.flood) ws.pause();
  const timer = setTimeout(() => ws.terminate(), within);
  timer.unref();
  ws.once("close", () => clearTimeout(timer));
}
