import type { IncomingMessage } from "node:http";

/**
 * The address of whoever sent a request that Express does not see, such as an upgrade: the peer's own, or behind so many
 * trusted proxies what the outermost of them wrote into X-Forwarded-For. Counts hops as Express does.
 */
export function clientAddress(request: Pick<IncomingMessage, "headers" | "socket">, trustedProxies: number): string {
  const header = request.headers["x-forwarded-for"];
  const forwarded = (Array.isArray(header) ? header.join(",") : (header ?? "")).split(",");
  const named = forwarded.map((part) => part.trim()).filter((part) => part !== "");
  const chain = [request.socket.remoteAddress ?? "", ...named.reverse()];
  return chain[Math.min(trustedProxies, chain.length - 1)] ?? "";
}
