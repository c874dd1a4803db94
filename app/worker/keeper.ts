/** The worker's memory: which person's pages it holds, and what it answers from them. */
import { AWAY, assetsOf, isAssets, isPages, NOBODY, pagesOf, shellPages, WHOSE } from "./kept.ts";
import { isText, type Plan } from "./plan.ts";

/** What the keeper stands on; tests put their own in its place. */
export type KeeperSurroundings = {
  readonly caches: CacheStorage;
  readonly fetch: (request: Request | string) => Promise<Response>;
  readonly origin: string;
  /** Of this worker; a new build has new assets. */
  readonly build: string;
  /** Addresses of all scripts and styles of the build, and of the fonts that most pages need. */
  readonly assets: readonly string[];
  /** Resolves after so many milliseconds. */
  readonly wait: (milliseconds: number) => Promise<void>;
  /** Keeps the worker alive until this is done. */
  readonly finish: (work: Promise<unknown>) => void;
};

/** Texts of one person; the page of a long one has some 500 kB. */
const MAX_TEXTS = 40;
/** Milliseconds after which a page that is kept is worth more than one that does not come. */
const PATIENCE = 5_000;
/** Answers of a proxy whose Glossa is away. */
const away: ReadonlySet<number> = new Set([502, 503, 504]);
/** Answers after which a text is not this person's to read any more. */
const lost: ReadonlySet<number> = new Set([403, 404, 410]);

/** Where the worker writes down whose browser this is; it is stopped and started at any time. */
const NOTES = "glossa-worker";
const WHO = "/person";

export type Keeper = ReturnType<typeof makeKeeper>;

/** A keeper over one browser's caches. */
export function makeKeeper(surroundings: KeeperSurroundings) {
  const { caches, fetch, origin, build, assets, wait, finish } = surroundings;
  const address = (path: string): string => new URL(path, origin).href;

  /** The person whose pages may be shown now. */
  const current = async (): Promise<string> => {
    const noted = await (await caches.open(NOTES)).match(address(WHO));
    return noted === undefined ? NOBODY : noted.text();
  };

  /** Notes whose browser this is now. Another person's pages go; those of nobody stay where they are, and are not shown. */
  const settle = async (person: string): Promise<void> => {
    if (person === (await current())) return;
    await (await caches.open(NOTES)).put(address(WHO), new Response(person));
    if (person === NOBODY) return;
    const foreign = (await caches.keys()).filter((name) => isPages(name) && name !== pagesOf(person));
    await Promise.all(foreign.map((name) => caches.delete(name)));
  };

  /** Keeps an answer for the person that it names, if that is who sits here; errors and redirects are never kept. */
  const keep = async (key: string, answer: Response): Promise<void> => {
    const person = answer.headers.get(WHOSE) ?? NOBODY;
    if (!answer.ok || answer.redirected || person === NOBODY || person !== (await current())) return;
    const pages = await caches.open(pagesOf(person));
    // Taken out first, so that what was opened last stands last.
    await pages.delete(address(key));
    await pages.put(address(key), answer);
    const texts = (await pages.keys()).filter(({ url }) => isText(new URL(url).pathname));
    await Promise.all(texts.slice(0, -MAX_TEXTS).map((request) => pages.delete(request)));
    // A sign-out while this was written has deleted a cache that is there again now.
    if (person !== (await current())) await caches.delete(pagesOf(person));
  };

  const kept = async (key: string): Promise<Response | undefined> => {
    const person = await current();
    if (person === NOBODY || !(await caches.has(pagesOf(person)))) return undefined;
    return (await caches.open(pagesOf(person))).match(address(key));
  };

  /** What every answer of the server says beside its page: whose browser this is, and whether a text is still theirs. */
  const heed = async (key: string | null, answer: Response): Promise<void> => {
    const person = answer.headers.get(WHOSE);
    if (person !== null) await settle(person);
    if (key !== null && lost.has(answer.status) && person !== null && person !== NOBODY) {
      await (await caches.open(pagesOf(person))).delete(address(key));
    }
  };

  /** Asks the server anew and keeps what it says; false when nothing came of it. */
  const renew = async (key: string): Promise<boolean> => {
    const answer = await fetch(address(key)).catch(() => null);
    if (answer === null) return false;
    await heed(key, answer);
    if (answer.ok && !answer.redirected) await keep(key, answer);
    return (answer.ok && !answer.redirected) || lost.has(answer.status);
  };

  const keepShell = async (): Promise<void> => {
    for (const key of shellPages) if ((await kept(key)) === undefined) await renew(key);
  };

  /** From the network where it answers, else as it was when it was last opened here. */
  const page = async (request: Request, key: string): Promise<Response> => {
    const fresh = fetch(request).then(async (answer) => {
      if (away.has(answer.status)) return (await kept(key)) ?? answer;
      await heed(key, answer);
      if (answer.ok && !answer.redirected) finish(keep(key, answer.clone()).then(keepShell));
      return answer;
    });
    finish(fresh);
    // Waiting for a network that says nothing has an end where something is kept.
    const patience = wait(PATIENCE).then(() => kept(key));
    const first = await Promise.race([fresh.catch(() => undefined), patience]);
    if (first !== undefined) return first;
    return fresh.catch(async (failure: unknown) => (await kept(key)) ?? shelf(failure));
  };

  const elsewhere = async (request: Request): Promise<Response> => {
    try {
      const answer = await fetch(request);
      await heed(null, answer);
      return answer;
    } catch (failure) {
      return shelf(failure);
    }
  };

  /** Without a network, the list of what is kept; the failure itself where there is none. */
  const shelf = async (failure: unknown): Promise<Response> => {
    if ((await kept(shellPages[0])) === undefined) throw failure;
    return Response.redirect(address(`${shellPages[0]}?${AWAY}`), 302);
  };

  const asset = async (request: Request): Promise<Response> => {
    const found = await caches.match(request, { ignoreVary: true });
    if (found !== undefined) return found;
    const answer = await fetch(request);
    if (answer.ok) finish(caches.open(assetsOf(build)).then((cache) => cache.put(request, answer.clone())));
    return answer;
  };

  const picture = async (request: Request): Promise<Response> => {
    const { pathname } = new URL(request.url);
    const found = await kept(pathname);
    if (found !== undefined) return found;
    const answer = await fetch(request);
    if (answer.ok) finish(keep(pathname, answer.clone()));
    return answer;
  };

  return {
    /** The answer to a request whose plan is not to pass it. */
    answer(request: Request, plan: Exclude<Plan, { kind: "pass" }>): Promise<Response> {
      switch (plan.kind) {
        case "asset":
          return asset(request);
        case "picture":
          return picture(request);
        case "page":
          return page(request, plan.key);
        case "elsewhere":
          return elsewhere(request);
      }
    },

    /** Before this build's worker takes over: everything that a page may load later, so that it never asks an older server. */
    async install(): Promise<void> {
      const cache = await caches.open(assetsOf(build));
      const missing: string[] = [];
      for (const path of assets.map(address)) {
        // What the build before had under the same name is the same file.
        const found = await caches.match(path, { ignoreVary: true });
        if (found === undefined) missing.push(path);
        else await cache.put(path, found);
      }
      await cache.addAll(missing);
    },

    /**
     * Once no page of the build before is open. What is kept was made by that build and needs its assets, so it is asked for
     * anew; where that fails, they stay until the next time.
     */
    async takeOver(): Promise<void> {
      const person = await current();
      const pages = person === NOBODY ? null : await caches.open(pagesOf(person));
      const keys = ((await pages?.keys()) ?? []).map(({ url }) => new URL(url).pathname);
      let isRenewed = true;
      for (const key of keys.filter((path) => !path.startsWith("/pictures/"))) isRenewed &&= await renew(key);
      if (!isRenewed) return;
      const old = (await caches.keys()).filter((name) => isAssets(name) && name !== assetsOf(build));
      await Promise.all(old.map((name) => caches.delete(name)));
    },

    /** Keeps a page that was opened before the worker was there. */
    async keepPage(key: string): Promise<void> {
      await renew(key);
      await keepShell();
    },

    /** Deletes what is kept of a person who signs out. */
    async forget(person: string): Promise<void> {
      await settle(NOBODY);
      await caches.delete(pagesOf(person));
    },
  };
}
