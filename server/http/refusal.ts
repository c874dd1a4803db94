import type { ErrorRequestHandler, RequestHandler, Response } from "express";
import type { Logger } from "pino";
import { problemWords } from "#app/words/problems.ts";
import { scopeOf } from "./scope.ts";

/** Ends the request with a sentence and its id, as plain text: no stack, no markup, nothing of what was sent. */
export function refuse(res: Response, status: number, sentence: string): void {
  res.status(status).set("Cache-Control", "private, no-store").type("text/plain; charset=utf-8");
  res.send(`${sentence}\n\n${scopeOf(res).requestId}\n`);
}

/** What nothing else has answered. */
export const notFound: RequestHandler = (_req, res) => refuse(res, 404, problemWords.notFound);

/** What somebody threw: written down in full, answered with the request's id only. */
export function unexpected(log: Logger): ErrorRequestHandler {
  return (error: unknown, _req, res, next) => {
    const { requestId } = scopeOf(res);
    if (isMalformed(error)) return refuse(res, 400, problemWords.malformed);
    log.error({ err: error, requestId }, "request failed");
    // Once the head is out there is no honest answer left: express cuts the connection.
    if (res.headersSent) next(error);
    else refuse(res, 500, problemWords.unexpected);
  };
}

/** True for what Express throws at an address that cannot be decoded. */
function isMalformed(error: unknown): boolean {
  return error instanceof URIError && "status" in error && error.status === 400;
}
