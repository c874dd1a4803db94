/** The one place where the parts of the server meet. */
import { randomBytes } from "node:crypto";
import { createServer, type Server } from "node:http";
import { createRequestHandler } from "@remix-run/express";
import type { RequestHandler } from "express";
import type { Logger } from "pino";
import type { Store, Transact } from "#db/store.ts";
import packageJson from "../package.json" with { type: "json" };
import { clientAddress } from "./client-address.ts";
import { type DataDirectory, dataDirectory, lockDataDirectory, prepareDataDirectory } from "./data-directory.ts";
import { plantDemoSite } from "./demo-site.ts";
import { limitAddress } from "./http/address.ts";
import type { Environment } from "./http/environment.ts";
import { makeHttp } from "./http/http.ts";
import { loadContextOf } from "./http/scope.ts";
import { type Jobs, makeJobs } from "./jobs/jobs.ts";
import { drain, listenOn } from "./listener.ts";
import { outboxTransport, smtpTransport, type Transport } from "./mail/transport.ts";
import type { Pages } from "./pages.ts";
import { makeRealtime, type Realtime } from "./realtime/realtime.ts";
import { storedSnapshots } from "./realtime/stored-snapshots.ts";
import { renewRooms } from "./services/annotations/renew-rooms.ts";
import { sweep } from "./services/documents/sweep.ts";
import { makeRights } from "./services/rights.ts";
import { makePageStore } from "./services/shared-notes/page-store.ts";
import { healthOf } from "./site-health.ts";
import { makeSiteServices, type SiteServices } from "./site-services.ts";
import { speakByRequest } from "./spoken-locale.ts";
import { openStorage, type Storage } from "./storage.ts";
import { type Doors, makeDoors, whileLooking, withoutDesks } from "./writing-door.ts";

const MINUTE = 60 * 1000;
const HOUR = 60 * MINUTE;

/** Milliseconds that closing waits for letters under way; one that is cut off is sent again at the next start. */
const MAIL_PATIENCE = 5_000;

/** What tests replace: time, ids, chance, mail, and the pages. */
export type Edges = {
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  /** A new ULID. */
  readonly newId: () => string;
  readonly log: Logger;
  /** A cryptographic source; Node's by default. */
  readonly randomBytes?: (bytes: number) => Uint8Array;
  /** SMTP_URL or the outbox by default. */
  readonly mail?: Transport;
  /** Absent: a site without pages. */
  readonly pages?: (server: Server) => Promise<Pages>;
};

/** A running site. */
export type Site = SiteServices & {
  readonly read: Store;
  readonly transact: Transact;
  /** Writes also while the site is read-only. */
  readonly transactAlways: Transact;
  readonly realtime: Realtime;
  readonly jobs: Jobs;
  /** Whether people of the demo can sign in without a password. */
  readonly demo: boolean;
  /** Listens where the environment says and starts the jobs; gives the port. Throws StartError. */
  readonly listen: () => Promise<number>;
  /** Stops taking, finishes requests, closes sockets, flushes the writer, and lets go of the data folder. */
  readonly close: () => Promise<void>;
};

/** Opens the data folder and puts the site together. Throws StartError for what the operator can mend. */
export async function compose(environment: Environment, edges: Edges): Promise<Site> {
  speakByRequest();
  const data = dataDirectory(environment.dataDir);
  prepareDataDirectory(data);
  const release = lockDataDirectory(data);
  try {
    if (environment.demo) await plantDemoSite(data, edges.clock());
    return await assemble(environment, edges, data, release);
  } catch (error) {
    release();
    throw error;
  }
}

async function assemble(
  environment: Environment,
  edges: Edges,
  data: DataDirectory,
  release: () => void,
): Promise<Site> {
  const { clock, log } = edges;
  const storage = openStorage(data, (effects) => {
    realtime.publish(effects);
    if (effects.some(({ kind }) => kind === "letters")) services.pump.wake();
  });
  const read = withoutDesks(storage.read);
  const doors = makeDoors(storage.writer.transact, () => storage.read.siteSettings.get("mode"));
  const startedAt = clock();
  const services = makeSiteServices({
    ...{ read, doors, storage, data, environment, clock, log },
    health: () =>
      healthOf(data, {
        ...{ version: packageJson.version, uptime: clock() - startedAt },
        ...{ sockets: realtime.stats().sockets, rooms: realtime.stats().rooms },
        isHttps: environment.origin.startsWith("https:"),
        hasMail: environment.smtpUrl !== null,
      }),
    jobs: () => jobs,
    newId: edges.newId,
    randomBytes: edges.randomBytes ?? randomBytes,
    mail: edges.mail ?? transportOf(environment, data),
    readersOf: (documentId) => realtime.readersOf(documentId),
    pages: () => realtime.pages,
    bring: (room, seat, place) => realtime.lead(room, seat, place),
  });
  const realtime = realtimeOf(environment, edges, { storage, read, doors }, services);
  await renewRooms({ read: storage.read, transact: storage.writer.transact });
  // Whoever read them ended with the process before.
  await storage.writer.transact((store) => store.imports.failBefore(Number.POSITIVE_INFINITY));
  const demo = environment.demo && (await services.accounts.demoPeople()).length > 0;
  const server = createServer();
  const pages = (await edges.pages?.(server)) ?? null;
  server.on("request", httpOf({ environment, edges, storage, services, pages, demo }));
  server.on("upgrade", (request, socket, head) => {
    // Vite answers upgrades of its own on the same port.
    if (!realtime.handleUpgrade(request, socket, head) && pages?.vite == null) socket.destroy();
  });
  const jobs = jobsOf(edges, storage, doors, services);

  return {
    ...services,
    ...{ read: storage.read, transact: doors.transact, transactAlways: storage.writer.transact, realtime, jobs, demo },
    async listen() {
      const port = await listenOn(server, environment.port, environment.host);
      jobs.start();
      services.pump.wake();
      return port;
    },
    async close() {
      const { pump } = services;
      const { stopReadings } = services;
      await Promise.all([drain(server, log), realtime.close(), jobs.stop(), pump.stop(MAIL_PATIENCE), stopReadings()]);
      // A request that was still answered may have begun one.
      await stopReadings();
      await services.closeGate();
      await pages?.close();
      await storage.close();
      release();
    },
  };
}

function transportOf({ smtpUrl }: Environment, data: DataDirectory): Transport {
  return smtpUrl === null ? outboxTransport(data.outbox) : smtpTransport(smtpUrl);
}

function realtimeOf(
  { publicOrigin, trustProxy }: Environment,
  edges: Edges,
  { storage, read, doors }: { readonly storage: Storage; readonly read: Store; readonly doors: Doors },
  { whoAsks }: SiteServices,
): Realtime {
  const { clock, log } = edges;
  const unkept = (error: unknown) => log.warn({ err: error }, "a snapshot was not kept");
  const rights = makeRights({ read, clock });
  const random = edges.randomBytes ?? randomBytes;
  return makeRealtime({
    ...{ clock, log, origin: publicOrigin, feed: read.feed },
    snapshots: storedSnapshots(read, storage.writer.transact, unkept),
    pageStore: makePageStore({ read, transact: doors.transactPages, clock, newId: edges.newId }),
    newClient: () => Buffer.from(random(4)).readUInt32BE(),
    addressOf: (request) => limitAddress(clientAddress(request, trustProxy)),
    doorkeeper: {
      async enter(memberId, room, onlyLooks = false) {
        if (!onlyLooks) return rights.enter(memberId, room);
        // The inbox is the member's alone, as the desk is, which `withoutDesks` hides.
        const grant = room.kind === "inbox" ? "unknown" : await whileLooking(() => rights.enter(memberId, room));
        return grant === "unknown" ? grant : { ...grant, presence: false, preview: false, writes: false };
      },
      async session(cookieHeader) {
        const known = await whoAsks(cookieHeader);
        if (known === null || known.wants !== null) return null;
        const onlyLooks = known.viewer.viewedBy !== undefined;
        return { sessionId: known.sessionId, memberId: known.viewer.id, onlyLooks };
      },
    },
  });
}

/** Sweeping once an hour, so that what is due at midnight is gone in the small hours; what is told of news at every turn. */
function jobsOf({ clock, log }: Edges, { read }: Storage, { transact }: Doors, services: SiteServices): Jobs {
  return makeJobs(
    [
      // At once in the ordinary case; this is for what a stop cut off.
      { name: "news", every: 0, run: services.tellRest },
      { name: "letters", every: 0, run: services.writeNewsLetters },
      { name: "curation", every: 0, run: services.endLapsed },
      { name: "due work", every: MINUTE, run: services.collectWork },
      { name: "sanctions", every: MINUTE, run: services.tendSanctions },
      { name: "viewings", every: 0, run: services.endViewings },
      { name: "sweep", every: HOUR, run: (now) => sweep({ read, transact }, now) },
      { name: "revisions", every: MINUTE, run: services.finishRevisions },
      { name: "retention", every: HOUR, run: services.keepRetention },
      { name: "accounts that end", every: HOUR, run: services.endAccounts },
    ],
    { clock, log, isPaused: async () => (await read.siteSettings.get("mode")) === "read-only" },
  );
}

type HttpParts = {
  readonly environment: Environment;
  readonly edges: Edges;
  readonly storage: Storage;
  readonly services: SiteServices;
  readonly pages: Pages | null;
  readonly demo: boolean;
};

function httpOf({ environment, edges, storage, services, pages, demo }: HttpParts): RequestHandler {
  const development = environment.mode === "development";
  return makeHttp({
    ...{ services, demo, development },
    log: edges.log,
    newId: edges.newId,
    randomBytes: edges.randomBytes ?? randomBytes,
    origin: environment.origin,
    publicOrigin: environment.publicOrigin,
    trustProxy: environment.trustProxy,
    version: packageJson.version,
    health: async () => void storage.reader.sqlite.prepare("SELECT 1 FROM members LIMIT 1").get(),
    mode: async () => ({
      mode: await storage.read.siteSettings.get("mode"),
      words: await storage.read.siteSettings.get("modeWords"),
    }),
    whileLooking,
    readSession: services.whoAsks,
    remix: pages === null ? null : remixOf(pages),
    vite: pages?.vite ?? null,
    assetsDir: pages?.assetsDir ?? null,
    publicDir: pages?.publicDir ?? null,
  });
}

function remixOf({ build }: Pages): RequestHandler {
  // A copy, because Remix's type wants an index signature that an interface does not have.
  return createRequestHandler({
    build,
    getLoadContext: (request, response) => ({ ...loadContextOf(request, response) }),
  });
}
