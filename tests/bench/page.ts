/** The reading page in a browser: bytes of script before a note can be used, and time until the first highlight is painted. */
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import type { Browser } from "@playwright/test";
import { builtPages } from "#server/pages.ts";
import { inBrowser, visitorOf } from "./browser.ts";
import { type Child, during, startChild } from "./child.ts";
import type { Stage } from "./composed-server.ts";
import { row, table } from "./table.ts";

const root = resolve(import.meta.dirname, "..", "..");
/** Visits with an empty browser; the middle one counts. */
const VISITS = 3;
const PATIENCE = 60_000;

type Visit = {
  /** Milliseconds since the navigation began. */
  readonly firstPaint: number;
  readonly firstHighlight: number;
  /** The longest task until then, milliseconds; 0 when none took 50. */
  readonly longestTask: number;
};

export async function page(): Promise<void> {
  await scriptBytes();
  await inBrowser("time to first highlight", async (browser) => {
    const columns = ["words", "notes", "visit", "first paint ms", "first highlight ms", "longest task ms"];
    table("Reading page in Chromium", ...columns);
    await during(startChild("./composed-server.ts"), async (child) => {
      for (const words of [5000, 50_000]) {
        for (const notes of [100, 1000, 10_000]) await visitAll(browser, child, { words, notes });
      }
    });
  });
}

/** Everything that the reading route names as needed; aim: below 200 kB compressed. */
async function scriptBytes(): Promise<void> {
  const { build, publicDir } = await builtPages(root);
  if (typeof build === "function" || publicDir === null) throw new Error("The pages are not built.");
  const { entry, routes } = build.assets;
  const needed = [entry, routes.root, routes["routes/t.$text"]].flatMap((part) => [
    ...(part === undefined ? [] : [part.module, ...(part.imports ?? [])]),
  ]);
  const files = [...new Set(needed)].map((path) => readFileSync(join(publicDir, path)));
  const sum = (size: (file: Buffer) => number): string =>
    (files.reduce((total, file) => total + size(file), 0) / 1000).toFixed(1);
  const brotli = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } };
  table("Script of the reading page, kB", "files", "as built", "gzip", "Brotli, as sent");
  row(
    files.length,
    sum((file) => file.length),
    sum((file) => gzipSync(file).length),
    sum((file) => brotliCompressSync(file, brotli).length),
  );
}

type Size = { readonly words: number; readonly notes: number };

async function visitAll(browser: Browser, child: Child, { words, notes }: Size): Promise<void> {
  const stage = (await child.ask({ members: 2, words, notes })) as Stage;
  const first: Visit[] = [];
  const again: Visit[] = [];
  for (let i = 0; i < VISITS; i++) {
    const visits = await visit(browser, `http://127.0.0.1:${child.port}`, stage);
    first.push(visits[0]);
    again.push(visits[1]);
  }
  show({ words, notes }, "first", first);
  show({ words, notes }, "again", again);
}

/** Opens the text in a browser that knows nothing, and once more. */
async function visit(browser: Browser, url: string, { document, cookies }: Stage): Promise<readonly [Visit, Visit]> {
  const viewport = { width: 1280, height: 900 };
  const context = await visitorOf(browser, { url, cookies, viewport, script: "watch-highlights.mjs" });
  const tab = await context.newPage();
  const open = async (): Promise<Visit> => {
    await tab.goto(`${url}/t/${document}`);
    const seen = await tab.waitForFunction(() => Reflect.get(window, "seen") as Visit | undefined, null, {
      timeout: PATIENCE,
    });
    return (await seen.jsonValue()) ?? { firstPaint: 0, firstHighlight: 0, longestTask: 0 };
  };
  const visits = [await open(), await open()] as const;
  await context.close();
  return visits;
}

function show({ words, notes }: Size, which: string, visits: Visit[]): void {
  visits.sort((a, b) => a.firstHighlight - b.firstHighlight);
  const middle = visits[Math.floor(visits.length / 2)];
  if (middle === undefined) return;
  const { firstPaint, firstHighlight, longestTask } = middle;
  row(words, notes, which, ...[firstPaint, firstHighlight, longestTask].map((value) => value.toFixed(0)));
}
