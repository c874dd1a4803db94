import type { RequestHandler } from "express";
import type { Logger } from "pino";
import { openScope } from "./scope.ts";
import { loggedPath } from "./token-path.ts";

/** 128 bits, as CSP level 3 §7.1 asks for. */
const NONCE_BYTES = 16;

export type RequestLogOptions = {
  readonly log: Logger;
  readonly newId: () => string;
  readonly randomBytes: (bytes: number) => Uint8Array;
};

/**
 * Gives every request an id and a nonce, and writes one line when it has been answered: no query, no token, no cookie,
 * no address. A request id of the client's own is not believed.
 */
export function requestLog({ log, newId, randomBytes }: RequestLogOptions): RequestHandler {
  return (req, res, next) => {
    const requestId = newId();
    const nonce = Buffer.from(randomBytes(NONCE_BYTES)).toString("base64");
    openScope(res, { requestId, nonce, context: null });
    res.setHeader("X-Request-Id", requestId);

    // Read now: a router that answers under its own prefix leaves a shorter one behind.
    const path = loggedPath(req.path);
    const started = performance.now();
    // `close` also comes when the client went away in the middle, `finish` does not.
    res.once("close", () => {
      const line = {
        requestId,
        method: req.method,
        path,
        status: res.statusCode,
        ms: Math.round(performance.now() - started),
        ...(res.writableFinished ? {} : { aborted: true }),
      };
      if (res.statusCode >= 500) log.error(line, "request");
      else log.info(line, "request");
    });
    next();
  };
}
