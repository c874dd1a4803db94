/** A `CacheStorage` in memory, as far as the keeper uses one: Node has none. */

type Given = RequestInfo | URL;

/** Caches of one origin, empty at first. */
export function memoryCaches(origin: string): CacheStorage {
  const stores = new Map<string, Map<string, Response>>();
  const urlOf = (request: Given): string =>
    request instanceof Request ? request.url : new URL(String(request), origin).href;

  const cacheOver = (store: Map<string, Response>) => ({
    match: async (request: Given) => store.get(urlOf(request))?.clone(),
    put: async (request: Given, response: Response) => void store.set(urlOf(request), response),
    delete: async (request: Given) => store.delete(urlOf(request)),
    keys: async () => [...store.keys()].map((url) => new Request(url)),
    addAll: async (requests: readonly Given[]) => {
      for (const request of requests) store.set(urlOf(request), new Response("added"));
    },
  });

  const storage = {
    open: async (name: string) => {
      const store = stores.get(name) ?? new Map<string, Response>();
      stores.set(name, store);
      return cacheOver(store) as unknown as Cache;
    },
    has: async (name: string) => stores.has(name),
    delete: async (name: string) => stores.delete(name),
    keys: async () => [...stores.keys()],
    match: async (request: Given) => {
      for (const store of stores.values()) {
        const found = store.get(urlOf(request));
        if (found !== undefined) return found.clone();
      }
      return undefined;
    },
  };
  return storage;
}
