/** Keeps `build/` in step with the sources, so that `npm start` alone is enough after a clone or a pull. */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { operationsWords } from "#app/words/operations.ts";
import { StartError } from "./data-directory.ts";

const sources = ["app", "public", "package-lock.json", "vite.config.ts"];

/** Builds the pages when they are missing or older than their sources. Throws StartError when the build fails. */
export function ensureBuild(root: string, say: (sentence: string) => void): void {
  const stampFile = join(root, "build", "stamp");
  const stamp = stampOf(root);
  if (existsSync(stampFile) && readFileSync(stampFile, "utf8") === stamp) return;
  say(operationsWords.building);
  const remix = join(root, "node_modules", "@remix-run", "dev", "dist", "cli.js");
  const built = spawnSync(process.execPath, [remix, "vite:build", "--logLevel", "warn"], {
    cwd: root,
    stdio: ["ignore", "inherit", "inherit"],
    env: { ...process.env, NODE_ENV: "production" },
  });
  if (built.status !== 0) throw new StartError(operationsWords.buildFailed);
  writeFileSync(stampFile, stamp);
}

/** A hash of what goes into the build. Contents rather than times: a clone, a checkout and an image all shuffle times. */
export function stampOf(root: string): string {
  const hash = createHash("sha256");
  for (const path of sources.flatMap((source) => filesUnder(join(root, source)))) {
    hash.update(path.slice(root.length)).update("\0").update(readFileSync(path)).update("\0");
  }
  return hash.digest("hex");
}

function filesUnder(path: string): readonly string[] {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .filter((name) => !/\.test\.tsx?$/.test(name))
    .sort()
    .flatMap((name) => filesUnder(join(path, name)));
}
