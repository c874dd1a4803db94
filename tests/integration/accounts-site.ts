/** A real edge over real services and a real SQLite, with small routes in place of the pages. */
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import express, { type Request, type Response, type Router } from "express";
import pino from "pino";
import { ulid } from "ulid";
import type { Client, Viewer } from "#app/context/viewer.ts";
import type { GlossaContext } from "#app/context.ts";
import { isProblem } from "#app/domain/problem.ts";
import { problemHeaders, problemStatus } from "#app/http/problem-response.ts";
import { safeRedirect } from "#app/http/redirect.ts";
import type { Effect } from "#db/store.ts";
import { viewerOf } from "#server/auth/viewer.ts";
import { dataDirectory, prepareDataDirectory } from "#server/data-directory.ts";
import { makeHttp } from "#server/http/http.ts";
import { loadContextOf } from "#server/http/scope.ts";
import type { Message } from "#server/mail/transport.ts";
import { makeSiteServices } from "#server/site-services.ts";
import { openStorage } from "#server/storage.ts";
import { makeDoors, whileLooking } from "#server/writing-door.ts";

export type TestSiteOptions = {
  readonly origin?: string;
  readonly publicOrigin?: string | null;
  readonly trustProxy?: number;
  readonly demo?: boolean;
  /** Set: an account is made by the link of a letter. */
  readonly smtpUrl?: string;
  readonly development?: boolean;
  /** A folder to serve under /assets. */
  readonly assetsDir?: string;
  /** A folder to serve under /. */
  readonly publicDir?: string;
};

export type TestSite = Awaited<ReturnType<typeof openSite>>;

/** A password that no list holds. */
export const PASSWORD = "seven quiet gardens";

export const home: Client = { address: "192.0.2.1", device: "Firefox on Linux", sessionId: null };

/** Opens a site on port 0. Close it, or the folder stays. */
export async function openSite(options: TestSiteOptions = {}) {
  const { origin = "http://localhost:3000", publicOrigin = null, trustProxy = 0, demo = false } = options;
  const folder = mkdtempSync(join(tmpdir(), "glossa-accounts-"));
  const data = dataDirectory(folder);
  prepareDataDirectory(data);
  const glossa = { name: "Glossa", address: `glossa@${new URL(origin).hostname}` };
  const time = { now: Date.UTC(2026, 0, 5, 9) };
  const clock = (): number => time.now;
  const effects: Effect[] = [];
  const mails: Message[] = [];
  const logged: string[] = [];
  const log = pino({ level: "info" }, { write: (line: string) => void logged.push(line) });
  const storage = openStorage(data, (committed) => {
    effects.push(...committed);
    if (committed.some(({ kind }) => kind === "letters")) services.pump.wake();
  });
  const newId = (): string => ulid();
  const doors = makeDoors(storage.writer.transact, () => storage.read.siteSettings.get("mode"));
  const nowhere = (): never => {
    throw new Error("This site knows nothing of a machine.");
  };
  const services = makeSiteServices({
    ...{ read: storage.read, doors, health: nowhere, jobs: nowhere, storage, data, clock, newId, randomBytes, log },
    environment: {
      ...{ origin, demo, smtpUrl: options.smtpUrl ?? null },
      mailFrom: glossa,
      mailReplyTo: glossa,
    },
    mail: async (message) => void mails.push(message),
    readersOf: () => [],
    pages: () => {
      throw new Error("This site has no live pages.");
    },
    bring: () => {},
  });
  const app = makeHttp({
    ...{ services, origin, publicOrigin, trustProxy, demo, log, newId, randomBytes },
    development: options.development ?? false,
    version: "0.0.0-test",
    health: async () => void storage.reader.sqlite.prepare("SELECT 1 FROM members LIMIT 1").get(),
    readSession: services.whoAsks,
    mode: async () => ({ mode: await storage.read.siteSettings.get("mode"), words: "" }),
    whileLooking,
    remix: smallRoutes(),
    vite: null,
    assetsDir: options.assetsDir ?? null,
    publicDir: options.publicDir ?? null,
  });
  const server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;

  return {
    ...{ services, storage, time, effects, mails, logged, port, folder },
    url: `http://127.0.0.1:${port}`,
    read: storage.read,

    /** A new account, signed in; gives its viewer and the `name=value` of its cookie. */
    async person(
      name: string,
      email = `${name.toLowerCase()}@example.org`,
    ): Promise<{ viewer: Viewer; cookie: string }> {
      const signed = await services.accounts.signUp(home, {
        name,
        email,
        password: PASSWORD,
        timeZone: "Europe/Berlin",
      });
      if (signed === null) throw new Error(`${email} is taken.`);
      const cookie = signed.setCookie.split(";")[0] ?? "";
      return { viewer: await this.viewer(cookie), cookie };
    },

    async viewer(cookie: string): Promise<Viewer> {
      const signedIn = await services.sessions.read(cookie);
      if (signedIn === null) throw new Error("Nobody is signed in with this cookie.");
      return viewerOf(signedIn.member, signedIn.provedAt);
    },

    /** The session id behind a cookie. */
    async sessionId(cookie: string): Promise<string> {
      return (await services.sessions.read(cookie))?.sessionId ?? "";
    },

    /** Posts JSON as a page of this site would. */
    post(path: string, body: unknown, headers: Record<string, string> = {}): Promise<globalThis.Response> {
      return fetch(`http://127.0.0.1:${port}${path}`, {
        method: "POST",
        redirect: "manual",
        headers: { "content-type": "application/json", "sec-fetch-site": "same-origin", ...headers },
        body: JSON.stringify(body),
      });
    },

    /** The link of the newest mail to an address; throws when none came. */
    linkTo(address: string): string {
      const mail = mails.findLast((message) => JSON.stringify(message.to).includes(address));
      const link = /https?:\/\/\S+\/\w+\/[\w-]{43}/.exec(mail?.text ?? "")?.[0];
      if (link === undefined) throw new Error(`No link was mailed to ${address}.`);
      return link;
    },

    mailsTo: (address: string) => mails.filter((message) => JSON.stringify(message.to).includes(address)),

    async close(): Promise<void> {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await services.pump.stop(5_000);
      await storage.close();
      rmSync(folder, { recursive: true });
    },
  };
}

/** The last part of a link. */
export const tokenIn = (link: string): string => link.split("/").at(-1) ?? "";

/** What a rejected promise was rejected with, as code and fields; "none" when it was not. */
export async function problemOf(promise: Promise<unknown>): Promise<{ code: string; fields: readonly string[] }> {
  try {
    await promise;
    return { code: "none", fields: [] };
  } catch (error) {
    if (!isProblem(error)) throw error;
    return { code: error.code, fields: Object.keys(error.fields) };
  }
}

type Verb = (context: GlossaContext, request: Request, response: Response) => Promise<unknown>;

function smallRoutes(): Router {
  const router = express.Router();
  const answer = (verb: Verb) => (request: Request, response: Response, next: (error: unknown) => void) => {
    verb(loadContextOf(request, response), request, response)
      .then((result) => response.json(result ?? null))
      .catch((error: unknown) => {
        if (!isProblem(error)) return next(error);
        response.set(problemHeaders(error)).status(problemStatus(error));
        response.json({ sentence: error.sentence, fields: error.fields });
      });
  };
  router.use(express.json({ type: () => true }));
  router.get(
    "/me",
    answer(async ({ viewer, client, origin }) => ({ viewer, client, origin })),
  );
  router.get(
    "/where",
    answer(async (_, request) => ({ host: request.headers.host, origin: request.headers.origin })),
  );
  router.get(
    "/broken",
    answer(async () => Promise.reject(new Error("SELECT secret FROM members"))),
  );
  router.get("/go", (request, response) => response.redirect(safeRedirect(String(request.query.redirectTo))));
  router.get(
    "/reset/:token",
    answer(({ accounts }, { params }) => accounts.resetIsGood(params.token ?? "")),
  );
  router.post(
    "/reset/:token",
    answer(({ accounts, client }, { params, body }) =>
      accounts.reset(client, { token: params.token ?? "", password: body.password }),
    ),
  );
  router.post(
    "/forgot",
    answer(({ accounts, client }, { body }) => accounts.requestReset(client, body)),
  );
  router.post(
    "/sign-up",
    answer(({ accounts, client }, { body }) => accounts.signUp(client, body)),
  );
  router.post(
    "/sign-in",
    answer(async ({ accounts, client }, { body }, response) => {
      response.set("Set-Cookie", (await accounts.signIn(client, body)).setCookie);
    }),
  );
  router.post(
    "/sign-out",
    answer(async ({ accounts, sessionId }, _, response) => {
      response.set("Set-Cookie", (await accounts.signOut(sessionId ?? "")).setCookie);
    }),
  );
  router.all(
    "/echo",
    answer(async (_, { method }) => ({ method })),
  );
  router.post(
    "/settings",
    answer(async () => "read"),
  );
  return router;
}
