/** Where the pages come from: the build, or Vite while somebody works on them. */
import type { Server } from "node:http";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { ServerBuild } from "@remix-run/node";
import type { RequestHandler } from "express";

export type Pages = {
  /** What Remix renders; in development a fresh look at the sources for each request. */
  readonly build: ServerBuild | (() => Promise<ServerBuild>);
  /** Serves modules and hot updates in development, else null. */
  readonly vite: RequestHandler | null;
  /** Files with a hash in their name, and the rest of what is public; null where Vite serves them. */
  readonly assetsDir: string | null;
  readonly publicDir: string | null;
  readonly close: () => Promise<void>;
};

/** The pages as built by `npm run build`. */
export async function builtPages(root: string): Promise<Pages> {
  const build: ServerBuild = await import(pathToFileURL(join(root, "build", "server", "index.js")).href);
  const publicDir = join(root, "build", "client");
  return { build, vite: null, assetsDir: join(publicDir, "assets"), publicDir, close: async () => {} };
}

/** The pages from their sources, with hot updates over the same port: Vite answers upgrades of `server` that are its own. */
export async function livePages(root: string, server: Server): Promise<Pages> {
  const { createServer } = await import("vite");
  const vite = await createServer({
    root,
    server: { middlewareMode: true, hmr: { server } },
    appType: "custom",
  });
  return {
    build: async () => (await vite.ssrLoadModule("virtual:remix/server-build")) as ServerBuild,
    vite: vite.middlewares,
    assetsDir: null,
    publicDir: null,
    close: () => vite.close(),
  };
}
