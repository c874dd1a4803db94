import express, { type Express, type RequestHandler } from "express";
import type { Logger } from "pino";
import type { SiteMode } from "#app/domain/site/site-settings.ts";
import { bodyLimit } from "./body-limit.ts";
import { closedForWork, onlyLooks } from "./closed.ts";
import { compressedAssets } from "./compressed-assets.ts";
import { compressedPages } from "./compressed-pages.ts";
import { health } from "./health.ts";
import { speakTheirLanguage } from "./language.ts";
import { type LoadContextOptions, loadContext } from "./load-context.ts";
import { pictures } from "./pictures.ts";
import { notFound, unexpected } from "./refusal.ts";
import { requestLog } from "./request-log.ts";
import { sameOriginOnly, settleHost } from "./same-origin.ts";
import { noStore, securityHeaders } from "./security-headers.ts";

/** Seconds. A file with a hash in its name never changes. */
const YEAR = 365 * 24 * 60 * 60;
/** Seconds. Files of `public/` keep their names when they change. */
const HOUR = 60 * 60;

export type HttpOptions = LoadContextOptions & {
  readonly log: Logger;
  readonly newId: () => string;
  readonly randomBytes: (bytes: number) => Uint8Array;
  /** From PUBLIC_URL; null compares a request with its own Host. */
  readonly publicOrigin: string | null;
  /** Proxies in front whose X-Forwarded-For is believed. */
  readonly trustProxy: number;
  readonly development: boolean;
  readonly version: string;
  /** Whether the site is open, and what people are told where it is not. */
  readonly mode: () => Promise<{ readonly mode: SiteMode; readonly words: string }>;
  /** Runs `work` without leave to write. */
  readonly whileLooking: (work: () => void) => void;
  /** Rejects when the database cannot be read. */
  readonly health: () => Promise<void>;
  /** Answers pages; made with `getLoadContext: loadContextOf`. Null leaves them unanswered. */
  readonly remix: RequestHandler | null;
  /** Vite's middleware, in development. */
  readonly vite: RequestHandler | null;
  /** Files with a hash in their name, served under /assets; null when Vite serves them. */
  readonly assetsDir: string | null;
  /** Files served under /. */
  readonly publicDir: string | null;
};

/** Asked for at every visit: a worker that is an hour old would keep what an older build made. */
const neverStale: RequestHandler = (_req, res, next) => {
  // `express.static` leaves a header that is there alone.
  res.set("Cache-Control", "no-cache");
  next();
};

/** The HTTP edge: what comes before and around the pages, in the order in which a request meets it. */
export function makeHttp(options: HttpOptions): Express {
  const { log, publicOrigin, development } = options;
  const secure = options.origin.startsWith("https:");
  const app = express();
  app.disable("x-powered-by");
  // Zero hops: a forged X-Forwarded-For or -Proto changes nothing (S6).
  app.set("trust proxy", options.trustProxy === 0 ? false : options.trustProxy);

  app.use(requestLog(options));
  app.use(securityHeaders({ secure, development }));
  app.use(speakTheirLanguage);
  app.use(sameOriginOnly(publicOrigin));
  app.use(settleHost(publicOrigin));
  app.get("/healthz", health(options.health, options.version));

  if (options.vite !== null) app.use(options.vite);
  if (options.assetsDir !== null) {
    const plain = { immutable: true, maxAge: YEAR * 1000, index: false, redirect: false };
    const assets = [compressedAssets(options.assetsDir, YEAR), express.static(options.assetsDir, plain)];
    app.use("/assets", assets, noStore, notFound);
  }
  if (options.publicDir !== null) {
    app.get("/service-worker.js", neverStale);
    app.use(express.static(options.publicDir, { maxAge: HOUR * 1000, index: false, redirect: false }));
  }

  app.use(noStore, bodyLimit, loadContext(options));
  app.use(closedForWork(options.mode), onlyLooks(options.whileLooking));
  app.get("/pictures/:name", pictures(options.services.accounts));
  if (options.remix !== null) app.use(compressedPages, options.remix);
  app.use(notFound, unexpected(log));
  return app;
}
