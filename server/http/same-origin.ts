import type { IncomingHttpHeaders } from "node:http";
import type { RequestHandler } from "express";
import { problemWords } from "#app/words/problems.ts";
import { refuse } from "./refusal.ts";
import { isOnePress } from "./token-path.ts";

/** A host and perhaps a port; what `new URL` would read differently is not one. */
const plainHost = /^(?:[\w.-]+|\[[\da-f:.]+\])(?::\d{1,5})?$/i;

/**
 * Refuses to change anything for another site (S4): a browser says where a request comes from in Sec-Fetch-Site, and where
 * that is missing (plain http) in Origin. A request that says neither is refused as well, but for the one press that stops
 * letters.
 */
export function sameOriginOnly(publicOrigin: string | null): RequestHandler {
  return (req, res, next) => {
    const reads = req.method === "GET" || req.method === "HEAD";
    if (reads || comesFromUs(req.headers, publicOrigin)) return next();
    if (!isOnePress(req.path)) return refuse(res, 403, problemWords.foreignRequest);
    // Comes from a mail provider, and carries nobody's session even if it comes from elsewhere.
    delete req.headers.cookie;
    next();
  };
}

/** `publicOrigin` null compares with the Host of the request, which a page of another site cannot choose. */
export function comesFromUs(headers: IncomingHttpHeaders, publicOrigin: string | null): boolean {
  const site = headers["sec-fetch-site"];
  if (site !== undefined) return site === "same-origin";
  const { origin, host } = headers;
  if (origin === undefined || host === undefined) return false;
  if (publicOrigin !== null) return origin === publicOrigin;
  return origin === `http://${host}` || origin === `https://${host}`;
}

/**
 * Rewrites what later steps could be misled by: Remix builds its URL from Host and X-Forwarded-Host and compares them with
 * Origin, which a proxy may have changed and no-referrer turns into "null". The check above has been made by then.
 */
export function settleHost(publicOrigin: string | null): RequestHandler {
  const publicHost = publicOrigin === null ? null : new URL(publicOrigin).host;
  return (req, res, next) => {
    if (publicHost !== null) req.headers.host = publicHost;
    delete req.headers["x-forwarded-host"];
    delete req.headers.origin;
    if (plainHost.test(req.headers.host ?? "")) next();
    else refuse(res, 400, problemWords.badHost);
  };
}
