/** Chromium for the benches that look at pages. */
import { join } from "node:path";
import { type Browser, type BrowserContext, chromium } from "@playwright/test";
import { findBrowser } from "#tests/support/browser.mjs";
import type { Stage } from "./composed-server.ts";

/** Runs the work with a browser, or says that `what` was not measured where there is none. */
export async function inBrowser(what: string, work: (browser: Browser) => Promise<void>): Promise<void> {
  const executablePath = findBrowser();
  if (executablePath === null) {
    console.log(`\nNo Chromium here: ${what} was not measured.`);
    return;
  }
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-dev-shm-usage"] });
  await work(browser);
  await browser.close();
}

export type Visitor = {
  /** Address of the server. */
  readonly url: string;
  readonly cookies: Stage["cookies"];
  /** Pixels. */
  readonly viewport: { readonly width: number; readonly height: number };
  /** A script of this folder that runs in each page before its own. */
  readonly script: string;
};

/** The second of the people on a stage, with a browser that knows nothing yet. */
export async function visitorOf(
  browser: Browser,
  { url, cookies, viewport, script }: Visitor,
): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport });
  const [name = "", value = ""] = cookies[1]?.split("=") ?? [];
  await context.addCookies([{ name, value, url }]);
  await context.addInitScript({ path: join(import.meta.dirname, script) });
  return context;
}
