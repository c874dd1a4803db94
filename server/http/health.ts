import type { RequestHandler } from "express";

/** Answers 200 while `check` resolves, else 503; says the version and nothing about the machine. */
export function health(check: () => Promise<void>, version: string): RequestHandler {
  return (_req, res) => {
    const answer = (status: number, database: string): void => {
      res.status(status).set("Cache-Control", "no-store").json({ status: database, version });
    };
    check().then(
      () => answer(200, "ok"),
      () => answer(503, "unavailable"),
    );
  };
}
