/**
 * `npm start` and, with --dev, `npm run dev`: builds the pages when they are stale, then serves until told to stop. With
 * --as-built it serves the build that is there, as in the container, which has no tools to build another.
 */
import { resolve } from "node:path";
import { inspect } from "node:util";
import { ensureBuild } from "./build.ts";
import { StartError } from "./data-directory.ts";

const dev = process.argv.includes("--dev");
// Before anything imports React, which decides by it which of its two builds it is.
process.env.NODE_ENV ??= dev ? "development" : "production";

try {
  const root = resolve(import.meta.dirname, "..");
  if (!dev && !process.argv.includes("--as-built"))
    ensureBuild(root, (sentence) => process.stderr.write(`${sentence}\n`));
  const { serve } = await import("./index.ts");
  await serve({ root, dev });
} catch (error) {
  // What the operator can mend gets a sentence; what only we can mend gets a stack.
  process.stderr.write(`${error instanceof StartError ? error.message : inspect(error)}\n`);
  process.exit(1);
}
