import type { RequestHandler } from "express";
import type { SiteMode } from "#app/domain/site/site-settings.ts";
import { siteCareWords } from "#app/words/site-care.ts";
import { refuse } from "./refusal.ts";
import { scopeOf } from "./scope.ts";

/** Seconds after which a browser may ask again. */
const ASK_AGAIN = 300;

/** Where administrators come in while everybody else is kept out. */
const entrances = /^\/(?:sign-in|sign-out|verify|passkey|reauth|language|__manifest)(?:\.data)?$/;

/** Pages that can be looked at with a member's eyes: where groups read. What is the member's own alone is none of them. */
const looksAt = /^\/(?:|_root\.data|groups(?:\.data)?|__manifest|pictures\/[^/]+|[gtn]\/.+)$/;
const ownAlone = /\/(?:portfolio|export|invitations|together)(?:[/.]|$)/;

/** During maintenance: 503 and the sentence of those who run the site for everybody but them (RFC 9110 §15.6.4). */
export function closedForWork(
  mode: () => Promise<{ readonly mode: SiteMode; readonly words: string }>,
): RequestHandler {
  return (req, res, next) => {
    const viewer = scopeOf(res).context?.viewer ?? null;
    if (viewer?.isAdmin === true || viewer?.viewedBy !== undefined || entrances.test(req.path)) return next();
    mode()
      .then(({ mode: now, words }) => {
        if (now !== "maintenance") return next();
        res.set("Retry-After", String(ASK_AGAIN));
        if (req.method === "GET" && !req.path.endsWith(".data")) return res.status(503).type("html").send(page(words));
        refuse(res, 503, words || siteCareWords.maintenance);
      })
      .catch(next);
  };
}

/** An administrator with a member's eyes only looks, and not at everything; `within` runs the rest of the request without leave to write. */
export function onlyLooks(within: (work: () => void) => void): RequestHandler {
  return (req, res, next) => {
    if (scopeOf(res).context?.viewer?.viewedBy === undefined) return next();
    if (req.path === "/view-as" && req.method === "POST") return next();
    const isGet = req.method === "GET" || req.method === "HEAD";
    if (!isGet) return refuse(res, 403, siteCareWords.onlyLooking);
    if (!looksAt.test(req.path) || ownAlone.test(req.path)) return refuse(res, 403, siteCareWords.notLookedAt);
    within(next);
  };
}

/** Without scripts and styles of the build: it stands also where that is being changed. */
function page(words: string): string {
  const sentence = escaped(words || siteCareWords.maintenance);
  const title = escaped(siteCareWords.maintenanceTitle);
  return `<!doctype html><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>${title}</title><h1>${title}</h1><p>${sentence}</p><p><a href="/sign-in">${escaped(siteCareWords.forAdministrators)}</a></p>`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`).replaceAll("\n", "<br>");
}
