import type { RequestHandler } from "express";
import type { Logger } from "pino";
import type { Half, Viewer } from "#app/context/viewer.ts";
import type { GlossaContext } from "#app/context.ts";
import { languageOf } from "#app/domain/member/settings.ts";
import { inLocale, spokenLocale } from "#app/words/localised.ts";
import { NOBODY, WHOSE } from "#app/worker/kept.ts";
import { limitAddress } from "./address.ts";
import { deviceOf } from "./device.ts";
import { flowOf } from "./flow.ts";
import { scopeOf } from "./scope.ts";

/** The services of the load context, by their names there. */
export type Services = Pick<
  GlossaContext,
  | "accounts"
  | "admin"
  | "groups"
  | "letters"
  | "documents"
  | "reading"
  | "revisions"
  | "search"
  | "annotations"
  | "together"
  | "rules"
  | "vocabulary"
  | "collections"
  | "assignments"
  | "ownWork"
  | "board"
  | "summaries"
  | "sections"
  | "moderation"
  | "curation"
  | "record"
  | "appeals"
  | "people"
  | "ignores"
  | "guidelines"
  | "cannedAnswers"
  | "queue"
  | "reports"
  | "news"
  | "exports"
  | "work"
  | "lead"
  | "factors"
  | "ending"
  | "siteSettings"
  | "site"
  | "viewing"
>;

/** Reads a Cookie header; null for nobody, and what is still wanted of somebody who is not through yet. */
export type ReadSession = (
  cookieHeader: string | undefined,
) => Promise<{ readonly sessionId: string; readonly viewer: Viewer; readonly wants: Half["wants"] | null } | null>;

export type LoadContextOptions = {
  readonly services: Services;
  readonly readSession: ReadSession;
  readonly origin: string;
  readonly demo: boolean;
  readonly log: Logger;
};

/** Reads the session, once for each request, and builds what loaders and actions get; from here on a member's language is spoken. */
export function loadContext({ services, readSession, origin, demo, log }: LoadContextOptions): RequestHandler {
  return (req, res, next) => {
    const scope = scopeOf(res);
    readSession(req.headers.cookie)
      .then((known) => {
        const half = known === null || known.wants === null ? null : { ...known, wants: known.wants };
        // Deny by default: to every page that does not ask for it, half signed in is not signed in.
        const signedIn = half === null ? known : null;
        const sessionId = signedIn?.sessionId ?? null;
        // Whose page this is: the service worker keeps it for nobody else.
        const isOwn = signedIn !== null && signedIn.viewer.viewedBy === undefined;
        res.setHeader(WHOSE, isOwn ? signedIn.viewer.id : NOBODY);
        scope.context = {
          ...services,
          nonce: scope.nonce,
          requestId: scope.requestId,
          origin,
          demo,
          client: {
            address: limitAddress(req.ip),
            device: deviceOf(req.headers["user-agent"]),
            sessionId: known?.sessionId ?? null,
          },
          viewer: signedIn?.viewer ?? null,
          sessionId,
          half,
          islands: { article: null, notes: [] },
          flowed: () => flowOf(res),
          report: (error) => log.error({ requestId: scope.requestId, err: error }, "page failed"),
        };
        inLocale(languageOf(known?.viewer.settings ?? {}, spokenLocale()), next);
      })
      .catch(next);
  };
}
