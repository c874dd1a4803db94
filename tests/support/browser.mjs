/** Finds the Chromium that the end-to-end tests drive. Plain JavaScript: it runs before anything is installed. */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { delimiter, join } from "node:path";

const systemNames = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/** Path of a Chromium that starts: CHROMIUM_PATH, then Playwright's own, then the system's; null when there is none. */
export function findBrowser(env = process.env) {
  if (env.CHROMIUM_PATH) return env.CHROMIUM_PATH;
  const playwright = playwrightBrowser();
  if (playwright !== null && starts(playwright)) return playwright;
  const folders = (env.PATH ?? "").split(delimiter);
  const system = systemNames.flatMap((name) => folders.map((folder) => join(folder, name)));
  return system.find((path) => existsSync(path)) ?? null;
}

function playwrightBrowser() {
  try {
    const path = createRequire(import.meta.url)("playwright-core").chromium.executablePath();
    return existsSync(path) ? path : null;
  } catch {
    return null;
  }
}

/** A downloaded browser may lack shared libraries that only the system's package manager can add. */
function starts(path) {
  return spawnSync(path, ["--version"], { stdio: "ignore", timeout: 10_000 }).status === 0;
}
