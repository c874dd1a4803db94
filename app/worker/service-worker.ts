/**
 * The service worker: it keeps the application, the texts that were opened and the page of what waits to be sent, so that all
 * of it is there without a network. It never reloads a page and takes over only when no page of an older build is open.
 */

import { makeKeeper } from "./keeper.ts";
import type { Wish } from "./kept.ts";
import { planFor } from "./plan.ts";

/** Filled in by the build: a digest of everything below, and the addresses of its files. */
declare const BUILD: string;
declare const ASSETS: readonly string[];

type Lasting = Event & { readonly waitUntil: (work: Promise<unknown>) => void };
type Fetching = Lasting & { readonly request: Request; readonly respondWith: (answer: Promise<Response>) => void };
type Told = Lasting & { readonly data: Wish };

/** The part of a worker's global scope that is used here; TypeScript's own library for it excludes that of pages. */
type Scope = {
  readonly location: Location;
  readonly caches: CacheStorage;
  readonly clients: { readonly claim: () => Promise<void> };
  addEventListener(kind: "install" | "activate", listener: (event: Lasting) => void): void;
  addEventListener(kind: "fetch", listener: (event: Fetching) => void): void;
  addEventListener(kind: "message", listener: (event: Told) => void): void;
};

const scope = globalThis as unknown as Scope;
const { origin } = scope.location;

const keeperFor = ({ waitUntil }: { readonly waitUntil: (work: Promise<unknown>) => void }) =>
  makeKeeper({
    ...{ origin, build: BUILD, assets: ASSETS, caches: scope.caches },
    fetch: (request) => fetch(request),
    wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
    finish: waitUntil,
  });

// Installing does fail where a file is missing, and is tried again with the next page.
scope.addEventListener("install", (event) => event.waitUntil(keeperFor(lasting(event)).install()));

scope.addEventListener("activate", (event) => {
  // The very first page of a browser is opened without a worker; from here on it has one.
  event.waitUntil(scope.clients.claim().then(() => keeperFor(lasting(event)).takeOver()));
});

scope.addEventListener("fetch", (event) => {
  const plan = planFor(event.request, origin);
  if (plan.kind !== "pass") event.respondWith(keeperFor(lasting(event)).answer(event.request, plan));
});

scope.addEventListener("message", (event) => {
  const keeper = keeperFor(lasting(event));
  const { data } = event;
  event.waitUntil(data.kind === "keep" ? keeper.keepPage(data.path) : keeper.forget(data.person));
});

/** A work that fails is no failure of the event: what could not be kept this time is kept the next. */
function lasting(event: Lasting) {
  return { waitUntil: (work: Promise<unknown>) => event.waitUntil(work.catch(() => undefined)) };
}
