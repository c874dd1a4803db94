import type { ServerResponse } from "node:http";
import type { RequestHandler } from "express";
import helmet from "helmet";
import { scopeOf } from "./scope.ts";
import { carriesToken } from "./token-path.ts";

/** Seconds for which a browser keeps to https once it has seen it: one year. */
const HSTS_AGE = 365 * 24 * 60 * 60;

const nonce = (_req: unknown, res: ServerResponse): string => `'nonce-${scopeOf(res).nonce}'`;

/**
 * The headers of every answer. There is no 'strict-dynamic': with it browsers ignore 'self', and Remix's module preloads
 * and lazily loaded routes come from our own origin without a nonce. In development Vite writes styles into the page.
 */
export function securityHeaders(options: {
  readonly secure: boolean;
  readonly development: boolean;
}): RequestHandler[] {
  const { secure, development } = options;
  const protective = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'", nonce],
        styleSrc: development ? ["'self'", "'unsafe-inline'"] : ["'self'", nonce],
        imgSrc: ["'self'", "data:", "blob:"],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        manifestSrc: ["'self'"],
        workerSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    strictTransportSecurity: secure ? { maxAge: HSTS_AGE, includeSubDomains: false } : false,
    crossOriginOpenerPolicy: { policy: "same-origin" },
    crossOriginResourcePolicy: { policy: "same-origin" },
    referrerPolicy: false,
    xFrameOptions: { action: "deny" },
    // An audit filter of Internet Explorer that did more harm than good.
    xXssProtection: false,
  });

  return [
    protective,
    (req, res, next) => {
      res.setHeader("Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=(), usb=()");
      // Under no-referrer a form sends "Origin: null". Over https the browser also says Sec-Fetch-Site, over plain http
      // it does not, and the form would be taken for a foreign one; same-origin keeps the token from others as well.
      res.setHeader("Referrer-Policy", secure && carriesToken(req.path) ? "no-referrer" : "same-origin");
      next();
    },
  ];
}

/** Nothing that a person sees may be kept by a shared cache, nor come back with the back button after signing out. */
export const noStore: RequestHandler = (_req, res, next) => {
  res.setHeader("Cache-Control", "private, no-store");
  next();
};
