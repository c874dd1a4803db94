/** What a reader should know of the connection, made from what the rooms and the outbox say. */
import type { RoomStatus } from "./room-client.ts";

/** `lost`: the first room sent this reader away; `broken`: only a reload can help. */
export type Connection = "opening" | "live" | "reconnecting" | "signed-out" | "lost" | "too-old" | "broken";

/**
 * One word for all rooms: the first is the group's own, without it there is nothing to read here. `isExpected`: it
 * was live before, or should be by now.
 */
export function connectionOf(statuses: readonly RoomStatus[], isExpected: boolean, signedOut: boolean): Connection {
  if (signedOut || statuses.includes("signed-out")) return "signed-out";
  if (statuses[0] === "left") return "lost";
  if (statuses.includes("too-old")) return "too-old";
  if (statuses.includes("stopped")) return "broken";
  if (statuses.every((status) => status === "live" || status === "left")) return "live";
  return isExpected ? "reconnecting" : "opening";
}
