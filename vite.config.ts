import { createHash } from "node:crypto";
import { readdirSync } from "node:fs";
import { vitePlugin as remix } from "@remix-run/dev";
import { build } from "esbuild";
import { defineConfig, type Plugin } from "vite";

declare module "@remix-run/node" {
  interface Future {
    v3_singleFetch: true;
  }
}

/** Scripts, styles, and the fonts of the Latin script; other scripts are kept when a text needs them. */
const kept = /\.(?:js|css)$|-latin-(?!ext).*\.woff2$/;

/**
 * The service worker, at the root of the site because it can only see what lies below it. It is named by what it keeps, so
 * that a browser takes a new one when, and only when, the build has changed. It is made after the server's part, with which
 * Remix writes the last of the browser's files.
 */
function serviceWorker(): Plugin {
  return {
    name: "glossa-service-worker",
    apply: "build",
    async closeBundle() {
      if (this.environment.name !== "ssr") return;
      const folder = "build/client/assets";
      const assets = readdirSync(folder)
        .filter((name) => kept.test(name))
        .sort()
        .map((name) => `/assets/${name}`);
      const digest = createHash("sha256").update(assets.join()).digest("hex").slice(0, 16);
      await build({
        entryPoints: ["app/worker/service-worker.ts"],
        outfile: "build/client/service-worker.js",
        bundle: true,
        minify: true,
        target: "es2022",
        define: { BUILD: JSON.stringify(digest), ASSETS: JSON.stringify(assets) },
      });
    },
  };
}

export default defineConfig({
  plugins: [
    remix({
      future: {
        v3_fetcherPersist: true,
        v3_relativeSplatPath: true,
        v3_throwAbortReason: true,
        v3_singleFetch: true,
        v3_lazyRouteDiscovery: true,
        v3_routeConfig: true,
      },
    }),
    serviceWorker(),
  ],
  // The first optimisation of a late dependency reloads the page, which would look like a lost note in development.
  optimizeDeps: { include: ["yjs", "y-websocket", "idb", "ulid"] },
});
