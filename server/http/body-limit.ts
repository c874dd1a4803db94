import type { RequestHandler } from "express";
import { problemWords } from "#app/words/problems.ts";
import { refuse } from "./refusal.ts";

const MB = 1024 * 1024;

/** Most bytes of a body by path: texts of 20 MB with their form around them, pictures of 5 MB, everything else. */
const limits: readonly (readonly [RegExp, number])[] = [
  [/^\/g\/[^/]+\/add(\.data)?$/, 24 * MB],
  [/^\/settings(\.data)?$/, 6 * MB],
];
const OTHERWISE = 1 * MB;

/**
 * Refuses a large body before any of it is read. The length has to be announced (browsers always do, and Node then reads
 * no more than that); a stream of unknown length gets 411.
 */
export const bodyLimit: RequestHandler = (req, res, next) => {
  const length = req.headers["content-length"];
  const limit = limits.find(([path]) => path.test(req.path))?.[1] ?? OTHERWISE;
  if (req.headers["transfer-encoding"] !== undefined && length === undefined) {
    res.set("Connection", "close");
    refuse(res, 411, problemWords.lengthMissing);
  } else if (Number(length ?? 0) > limit) {
    res.set("Connection", "close");
    refuse(res, 413, problemWords.tooLarge(limit / MB));
  } else next();
};
